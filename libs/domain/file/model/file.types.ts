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

  @Field(() => String, {
    nullable: true,
    description: 'Why the bytes were refused: EMPTY, SIZE_DIFFERS, HASH_DIFFERS, TYPE_NOT_ALLOWED, TYPE_DIFFERS, BYTES_MISSING, BOMB (unpacks to far more), MACROS, ENCRYPTED (password), '
      + 'ACTIVE_CONTENT (scripts, commands, remote templates), EMBEDDED_FILES, DAMAGED, INFECTED or CHECK_FAILED (too complex to be checked).',
  })
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

@ObjectType({ description: 'A field of a form.' })
@TypeAccess(PARENT)
export class FormField {
  @Field()
  name: string;

  @Field()
  value: string;
}

/** How the bytes of a file are sent. */
export const UploadWay = { BODY: 'BODY', FORM: 'FORM', PARTS: 'PARTS' } as const;
export type UploadWay = keyof typeof UploadWay;

registerEnumType(UploadWay, {
  name: 'UploadWay',
  description: 'How the bytes of a file are sent.',
  valuesMap: {
    BODY: { description: 'PUT to `url`: the body is the bytes, nothing else.' },
    FORM: { description: 'POST to `url` as multipart/form-data: all `fields`, and behind them the bytes as `file`.' },
    PARTS: { description: 'Cut into parts of `partSize` bytes, the last being the rest; each goes to an address from signUploadParts.' },
  },
});

@ObjectType({ description: 'Where to send the bytes of an announced file.' })
@TypeAccess(PARENT)
export class UploadTicket {
  @Field(() => File)
  file: File;

  @Field(() => UploadWay)
  way: UploadWay;

  @Field(() => String, { nullable: true, description: 'Relative to the address of the site, or absolute when the store takes bytes itself; null for PARTS.' })
  url: string | null;

  @Field({ description: 'PUT or POST, as `way` says.' })
  method: string;

  @Field(() => [HttpHeader], { description: 'To send along, for BODY.' })
  headers: HttpHeader[];

  @Field(() => [FormField], { description: 'To send before the bytes, for FORM.' })
  fields: FormField[];

  @Field(() => Int, { nullable: true, description: 'Bytes of every part but the last, for PARTS.' })
  partSize: number | null;

  @Field(() => [Int], { description: 'Numbers of the parts that have arrived, from 1, for PARTS: only the others are to be sent.' })
  received: number[];

  @Field(() => DateTime)
  expiresAt: Date;
}

@ObjectType({ description: 'Where to send one part of a file, by PUT: the body is the bytes, nothing else.' })
@TypeAccess(PARENT)
export class UploadPart {
  @Field(() => Int, { description: 'From 1.' })
  number: number;

  @Field(() => Int, { description: 'Bytes that the part has: no more and no fewer are taken.' })
  size: number;

  @Field({ description: 'Relative to the address of the site, or absolute when the store takes bytes itself.' })
  url: string;

  @Field(() => [HttpHeader], { description: 'To send along.' })
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
