import { Injectable } from '@nestjs/common';
import type { Viewer } from '@kit/context';

/** A feature that attaches files to its objects says who may read them through these objects. */
export interface FileReaders {
  /** Whether the viewer may read the file because of an object of the feature. */
  mayRead(viewer: Viewer, fileId: string): Promise<boolean>;
}

/** Where upper features announce who reads the files they use; files know no upper feature. */
@Injectable()
export class FileReadersRegistry {
  readonly #sources: FileReaders[] = [];

  register(source: FileReaders): void {
    this.#sources.push(source);
  }

  async mayRead(viewer: Viewer, fileId: string): Promise<boolean> {
    for (const source of this.#sources) if (await source.mayRead(viewer, fileId)) return true;
    return false;
  }
}
