import { Global, Module } from '@nestjs/common';
import { Config } from '@kit/config';
import { DiskFileStore } from './disk-file-store.js';
import { FileStore } from './file-store.js';
import { S3FileStore } from './s3/s3-file-store.js';
import { SignedLinks } from './signed-links.js';

/** Chooses the store of this installation: the one at `S3_ENDPOINT`, or the folder `FILES_DIR`. */
@Global()
@Module({
  providers: [
    SignedLinks,
    { provide: FileStore, inject: [Config], useFactory: ({ s3, filesDir }: Config) => (s3 === null ? new DiskFileStore(filesDir) : new S3FileStore(s3)) },
  ],
  exports: [FileStore, SignedLinks],
})
export class FilesModule {}
