import { Args, Field, ID, InputType, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { currentViewer } from '@kit/context';
import { Access, IsLine } from '@kit/graphql';
import { Matches, MaxLength, Min } from 'class-validator';
import { FilesRepository } from '../data/files.repository.js';
import { DownloadLink, File, UploadTicket } from '../model/file.types.js';
import { CompleteUpload } from '../usecases/complete-upload.js';
import { MakeDownloadLink } from '../usecases/make-download-link.js';
import { RequestUpload } from '../usecases/request-upload.js';

@InputType({ description: 'A file about to be sent.' })
export class RequestUploadInput {
  @Field({ description: 'With its ending, without folders, at most 255 characters.' })
  @IsLine(255)
  @Matches(/^[^/\\]+$/)
  name: string;

  @Field({ description: 'Media type, such as "application/pdf". FILE_TYPE_NOT_ALLOWED.' })
  @MaxLength(150)
  type: string;

  @Field(() => Int, { description: 'Bytes, 1 to 26,214,400 (25 MiB). FILE_EMPTY, FILE_TOO_LARGE.' })
  @Min(0)
  size: number;
}

@Resolver()
export class FileResolver {
  constructor(
    private readonly files: FilesRepository,
    private readonly request: RequestUpload,
    private readonly complete: CompleteUpload,
    private readonly makeLink: MakeDownloadLink,
  ) {}

  @Query(() => File, { nullable: true, description: 'A file the viewer sent; null alike for unknown ones and those of others.' })
  @Access('file.read')
  file(@Args('id', { type: () => ID }) id: string): Promise<File | null> {
    return this.files.find(currentViewer(), id);
  }

  @Mutation(() => UploadTicket, {
    description: 'Step 1 of 3: announces a file. Step 2: send the bytes to `url`. Step 3: completeUpload. FILE_TYPE_NOT_ALLOWED, FILE_EMPTY, FILE_TOO_LARGE.',
  })
  @Access('file.send')
  requestUpload(@Args('input') input: RequestUploadInput): Promise<UploadTicket> {
    return this.request.execute(input);
  }

  @Mutation(() => File, { description: 'Step 3 of 3: the bytes are sent, check them. May be repeated. NOT_FOUND, UPLOAD_INCOMPLETE.' })
  @Access('file.send')
  completeUpload(@Args('fileId', { type: () => ID }) fileId: string): Promise<File> {
    return this.complete.execute(fileId);
  }

  @Mutation(() => DownloadLink, { description: 'A link to the bytes for one minute. NOT_FOUND alike for unknown and forbidden files; FILE_NOT_READY.' })
  @Access('file.download')
  downloadLink(@Args('fileId', { type: () => ID }) fileId: string): Promise<DownloadLink> {
    return this.makeLink.execute(fileId);
  }
}
