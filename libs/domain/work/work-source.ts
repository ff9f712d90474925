import { Injectable } from '@nestjs/common';
import type { Viewer } from '@kit/context';
import type { SqlStatement } from '@kit/database';

/**
 * A port for features that know of something waiting for somebody. They contribute SQL and not rows, so that
 * the whole list stays one statement.
 */
export interface WorkSource {
  /**
   * What waits for the viewer, as a `select` of exactly these columns in this order, or `null` when this viewer
   * (by roles) can have nothing here:
   *
   * | column | type | |
   * |---|---|---|
   * | `id` | text | stable and unique among all sources: kind and id of the object, `CONFIRM_AUTHORSHIP:0190…` |
   * | `kind` | text | a code the client words |
   * | `title` | text | what it is about; never a secret part |
   * | `code` | text or null | `SK-2026-0001` |
   * | `due_on` | date or null | the last day |
   * | `link` | text | path in the web app, `/initiatives/0190…` |
   * | `count` | integer or null | how many things one line stands for |
   * | `is_waiting` | boolean | true: it waits for somebody else, and the viewer may want to know |
   *
   * Write the casts (`null::date`), and bound the rows: one line for a queue, not a line for each of its items.
   */
  workOf(viewer: Viewer): SqlStatement | null;
}

/** Where features add their sources, in `onModuleInit`. */
@Injectable()
export class WorkSources {
  readonly #sources: WorkSource[] = [];

  add(source: WorkSource): void {
    this.#sources.push(source);
  }

  statementsFor(viewer: Viewer): SqlStatement[] {
    return this.#sources.flatMap((source) => source.workOf(viewer) ?? []);
  }
}
