import { Injectable } from '@nestjs/common';
import { itemPolicy } from '@domain/evaluation';
import { currentViewer } from '@kit/context';
import { Database } from '@kit/database';
import { notFound, revisionConflict } from '@kit/errors';
import { isId } from '@kit/ids';
import { NotesRepository } from '../data/notes.repository.js';
import { discussionClosed } from '../deliberation.errors.js';

export interface NoteInput {
  readonly itemId: string;
  /** The one last read; 0 for a note not yet begun. */
  readonly revision: number;
  /** May be empty. */
  readonly body: string;
}

/** Keeps what somebody notes about an item for themselves. No event: that somebody keeps notes is nobody's business. */
@Injectable()
export class SaveItemNote {
  constructor(
    private readonly database: Database,
    private readonly notes: NotesRepository,
  ) {}

  /** @throws NOT_FOUND for whoever does not read the item, DISCUSSION_CLOSED when the session is over, REVISION_CONFLICT */
  execute({ itemId, revision, body }: NoteInput): Promise<void> {
    const viewer = currentViewer();
    return this.database.transaction(async () => {
      const facts = isId(itemId) ? await this.notes.hold(viewer.tenantId, itemId) : null;
      if (facts === null || !itemPolicy.can('item.read', viewer, facts)) throw notFound();
      if (facts.state === 'LOCKED' || facts.state === 'CANCELLED') throw discussionClosed({ state: facts.state });
      const current = await this.notes.revision(itemId, viewer.personId);
      if (current !== revision) throw revisionConflict({ current }, ['input', 'revision']);
      await this.notes.save(viewer.tenantId, itemId, viewer.personId, body);
    });
  }
}
