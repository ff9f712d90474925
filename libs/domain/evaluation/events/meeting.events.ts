import { DomainEvent } from '@kit/events';
import { SessionEvent } from './evaluation.events.js';

/*
 * What happens in a meeting. There is no event for a cast ballot: nothing may be written beside it (INV-19).
 */

/** `personId`: whose presence was noted; `mark`: PRESENT, ONLINE, LEFT, MISTAKEN, EXCUSED or ABSENT. */
export class RollCalled extends SessionEvent {
  static override readonly type = 'evaluation.roll-called';

  constructor(tenantId: string, sessionId: string, readonly personId: string, readonly mark: string) {
    super(tenantId, sessionId);
  }
}

export class SittingOpened extends SessionEvent {
  static override readonly type = 'evaluation.sitting-opened';
}

export class SittingEnded extends SessionEvent {
  static override readonly type = 'evaluation.sitting-ended';
}

export class CountingBoardNamed extends SessionEvent {
  static override readonly type = 'evaluation.counting-board-named';
}

/** All results are worked out and stand. */
export class SessionCounted extends SessionEvent {
  static override readonly type = 'evaluation.session-counted';
}

export class MinutesDrafted extends SessionEvent {
  static override readonly type = 'evaluation.minutes-drafted';
}

/** `capacity`: PRESIDING, SECRETARY or COUNTING_BOARD. */
export class MinutesSigned extends SessionEvent {
  static override readonly type = 'evaluation.minutes-signed';

  constructor(tenantId: string, sessionId: string, readonly minutesId: string, readonly capacity: string) {
    super(tenantId, sessionId);
  }
}

/** Something happened to one item in the meeting; only those who may read the item hear of it. */
export abstract class ItemEvent extends DomainEvent {
  static readonly objectType = 'AgendaItem';

  constructor(readonly tenantId: string, readonly itemId: string) {
    super();
  }
}

export class BallotOpened extends ItemEvent {
  static override readonly type = 'evaluation.ballot-opened';
}

export class BallotClosed extends ItemEvent {
  static override readonly type = 'evaluation.ballot-closed';
}

export class BallotAnnulled extends ItemEvent {
  static override readonly type = 'evaluation.ballot-annulled';
}

export class ProceedingsSaved extends ItemEvent {
  static override readonly type = 'evaluation.proceedings-saved';
}
