import { Args, ArgsType, Field, ID, InputType, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { currentViewer } from '@kit/context';
import { Access, IsLine } from '@kit/graphql';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, Matches, MaxLength, Min } from 'class-validator';
import { FilesRepository } from '../data/files.repository.js';
import { DownloadLink, File, UploadPart, UploadTicket } from '../model/file.types.js';
import { CancelUpload } from '../usecases/cancel-upload.js';
import { CompleteUpload } from '../usecases/complete-upload.js';
import { MakeDownloadLink } from '../usecases/make-download-link.js';
import { RequestUpload } from '../usecases/request-upload.js';
import { ResumeUpload } from '../usecases/resume-upload.js';

@InputType({ description: 'A file about to be sent.' })
export class RequestUploadInput {
  @Field({ description: 'With its ending, without folders, at most 255 characters.' })
  @IsLine(255)
  @Matches(/^[^/\\]+$/)
  name: string;

  @Field({ description: 'Media type, such as "application/pdf". FILE_TYPE_NOT_ALLOWED.' })
  @MaxLength(150)
  type: string;

  @Field(() => Int, { description: 'Bytes, 1 to 52,428,800 (50 MiB), for films to 1,073,741,824 (1 GiB). FILE_EMPTY, FILE_TOO_LARGE.' })
  @Min(0)
  size: number;

  @Field(() => String, { nullable: true, description: 'SHA-256 of the bytes in hexadecimal, for a sender that knows it: other bytes are rejected (HASH_DIFFERS).' })
  @Matches(/^[0-9a-f]{64}$/)
  sha256?: string | null;
}

@ArgsType()
export class UploadPartsArgs {
  @Field(() => ID)
  fileId: string;

  @Field(() => [Int], { description: 'Numbers of parts, from 1; at most 100.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ArrayUnique()
  numbers: number[];
}

@Resolver()
export class FileResolver {
  constructor(
    private readonly files: FilesRepository,
    private readonly request: RequestUpload,
    private readonly resume: ResumeUpload,
    private readonly complete: CompleteUpload,
    private readonly cancel: CancelUpload,
    private readonly makeLink: MakeDownloadLink,
  ) {}

  @Query(() => File, { nullable: true, description: 'A file the viewer sent; null alike for unknown ones and those of others.' })
  @Access('file.read')
  file(@Args('id', { type: () => ID }) id: string): Promise<File | null> {
    return this.files.find(currentViewer(), id);
  }

  @Mutation(() => UploadTicket, {
    description: 'Step 1 of 3: announces a file. Step 2: send the bytes as `way` says. Step 3: completeUpload. FILE_TYPE_NOT_ALLOWED, FILE_EMPTY, FILE_TOO_LARGE.',
  })
  @Access('file.send')
  requestUpload(@Args('input') input: RequestUploadInput): Promise<UploadTicket> {
    return this.request.execute(input);
  }

  @Mutation(() => UploadTicket, { description: 'Goes on with an upload that was broken off: what has arrived, and new addresses for the rest. NOT_FOUND, UPLOAD_CLOSED.' })
  @Access('file.send')
  resumeUpload(@Args('fileId', { type: () => ID }) fileId: string): Promise<UploadTicket> {
    return this.resume.execute(fileId);
  }

  @Mutation(() => [UploadPart], { description: 'Addresses for parts of a file that is sent in parts, each good for minutes. NOT_FOUND, UPLOAD_CLOSED, UPLOAD_NO_SUCH_PART.' })
  @Access('file.send')
  signUploadParts(@Args() { fileId, numbers }: UploadPartsArgs): Promise<UploadPart[]> {
    return this.resume.signParts(fileId, numbers);
  }

  @Mutation(() => File, { description: 'Gives an upload up; what came of it is removed. May be repeated. NOT_FOUND, UPLOAD_CLOSED when the bytes were received.' })
  @Access('file.send')
  cancelUpload(@Args('fileId', { type: () => ID }) fileId: string): Promise<File> {
    return this.cancel.execute(fileId);
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
