import { Global, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { Config } from '@kit/config';
import { DiskFileStore } from './disk-file-store.js';
import { FileStore } from './file-store.js';
import { SignedLinks } from './signed-links.js';

/** Chooses the store of this installation: the folder `FILES_DIR`. */
@Global()
@Module({
  providers: [
    SignedLinks,
    { provide: FileStore, inject: [Config], useFactory: (config: Config) => new DiskFileStore(config.filesDir) },
  ],
  exports: [FileStore, SignedLinks],
})
export class FilesModule implements OnApplicationBootstrap {
  constructor(private readonly store: FileStore) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.store instanceof DiskFileStore) await this.store.sweep();
  }
}
