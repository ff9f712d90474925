import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTime, PARENT, TypeAccess } from '@kit/graphql';
import { FileState } from './file.entity.js';

registerEnumType(FileState, {
  name: 'FileState',
  description: 'Where a file stands between announcement and use.',
  valuesMap: {
    AWAITING_BYTES: { description: 'Announced; the bytes are awaited.' },
    RECEIVED: { description: 'In quarantine; being checked.' },
    READY: { description: 'Checked; may be read by whom it is meant for.' },
    REJECTED: { description: 'Not what it claims to be; see `rejection`.' },
    EXPIRED: { description: 'The bytes never came.' },
  },
});

@ObjectType('File', { description: 'A file. Its bytes never pass through GraphQL: ask for an upload or a download link.' })
@TypeAccess(PARENT)
export class File {
  @Field(() => ID)
  id: string;

  @Field({ description: 'As the person named it.' })
  name: string;

  @Field(() => FileState)
  state: FileState;

  @Field(() => Int, { nullable: true, description: 'Bytes received; null before.' })
  size: number | null;

  @Field(() => Int, { description: 'Bytes announced.' })
  declaredSize: number;

  @Field(() => String, { nullable: true, description: 'Media type found by looking at the bytes; null before the check.' })
  type: string | null;

  @Field(() => String, { nullable: true, description: 'Of the bytes, in hexadecimal; null before they came.' })
  sha256: string | null;

  @Field(() => String, { nullable: true, description: 'EMPTY, SIZE_DIFFERS, TYPE_NOT_ALLOWED, TYPE_DIFFERS or BYTES_MISSING.' })
  rejection: string | null;

  @Field(() => DateTime)
  createdAt: Date;
}

@ObjectType({ description: 'A header to send along.' })
@TypeAccess(PARENT)
export class HttpHeader {
  @Field()
  name: string;

  @Field()
  value: string;
}

@ObjectType({ description: 'Where to send the bytes of an announced file.' })
@TypeAccess(PARENT)
export class UploadTicket {
  @Field(() => File)
  file: File;

  @Field({ description: 'Relative to the address of the site, or absolute when the store takes bytes itself.' })
  url: string;

  @Field({ description: 'PUT: the body is the bytes, nothing else.' })
  method: string;

  @Field(() => [HttpHeader])
  headers: HttpHeader[];

  @Field(() => DateTime)
  expiresAt: Date;
}

@ObjectType({ description: 'A link to the bytes, good for seconds. Served as an attachment.' })
@TypeAccess(PARENT)
export class DownloadLink {
  @Field()
  url: string;

  @Field(() => DateTime)
  expiresAt: Date;
}
