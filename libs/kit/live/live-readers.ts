import { Injectable } from '@nestjs/common';
import type { Viewer } from '@kit/context';
import type { Id } from '@kit/ids';

/** Knows who may hear of the topics of one kind. */
export interface LiveReader {
  /**
   * Which of `parts` the viewer may know of at this moment; `null` when the topic itself is not for the viewer, or does not exist.
   * Asked when somebody subscribes and again before every delivery, so it is one statement, whatever the number of parts.
   */
  audible(viewer: Viewer, id: Id, parts: readonly string[]): Promise<ReadonlySet<string> | null>;
}

/** Where features say who may hear of what is theirs. */
@Injectable()
export class LiveReaders {
  readonly #readers = new Map<string, LiveReader>();

  /** Call when the module starts. @throws when two features claim one kind */
  register(kind: string, reader: LiveReader): void {
    if (this.#readers.has(kind)) throw new Error(`two readers for live topics of the kind "${kind}"`);
    this.#readers.set(kind, reader);
  }

  /** @throws when no feature knows the kind: without somebody who decides, nobody hears anything */
  of(kind: string): LiveReader {
    const reader = this.#readers.get(kind);
    if (reader === undefined) throw new Error(`no reader for live topics of the kind "${kind}"`);
    return reader;
  }
}
