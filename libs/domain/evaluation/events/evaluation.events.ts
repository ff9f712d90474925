import { DomainEvent } from '@kit/events';

/*
 * The first id an event names is the object it is about; the audit files it under that, as `objectType`. No event counts items or carries
 * points: whoever reads events must not learn from them what the session still hides.
 */

export class CouncilCreated extends DomainEvent {
  static override readonly type = 'evaluation.council-created';

  constructor(readonly tenantId: string, readonly councilId: string) {
    super();
  }
}

/** Something happened to one session. Listen to this class to hear of everything. */
export abstract class SessionEvent extends DomainEvent {
  static readonly objectType = 'EvaluationSession';

  constructor(readonly tenantId: string, readonly sessionId: string) {
    super();
  }
}

export class SessionCreated extends SessionEvent {
  static override readonly type = 'evaluation.session-created';
}

export class AgendaSet extends SessionEvent {
  static override readonly type = 'evaluation.agenda-set';
}

/** Who scores what was applied or undone; not who: whoever reads events is not to find out who judges whom. */
export class AssignmentChanged extends SessionEvent {
  static override readonly type = 'evaluation.assignment-changed';
}

/** `memberIds`: everybody invited. */
export class SessionConvened extends SessionEvent {
  static override readonly type = 'evaluation.session-convened';

  constructor(tenantId: string, sessionId: string, readonly memberIds: readonly string[]) {
    super(tenantId, sessionId);
  }
}

/** Day, place or last day for sheets changed. `memberIds`: everybody invited; nobody while it is still a draft. */
export class SessionRescheduled extends SessionEvent {
  static override readonly type = 'evaluation.session-rescheduled';

  constructor(tenantId: string, sessionId: string, readonly memberIds: readonly string[]) {
    super(tenantId, sessionId);
  }
}

/** Rules and members are fixed. `scorerIds`: voting members. */
export class ScoringOpened extends SessionEvent {
  static override readonly type = 'evaluation.scoring-opened';

  constructor(tenantId: string, sessionId: string, readonly scorerIds: readonly string[]) {
    super(tenantId, sessionId);
  }
}

export class ScoringClosed extends SessionEvent {
  static override readonly type = 'evaluation.scoring-closed';
}

export class SessionLocked extends SessionEvent {
  static override readonly type = 'evaluation.session-locked';
}

/** `memberIds`: everybody who had been invited; nobody when it was still a draft. */
export class SessionCancelled extends SessionEvent {
  static override readonly type = 'evaluation.session-cancelled';

  constructor(tenantId: string, sessionId: string, readonly memberIds: readonly string[]) {
    super(tenantId, sessionId);
  }
}

export class ScoreSheetSubmitted extends DomainEvent {
  static override readonly type = 'evaluation.score-sheet-submitted';
  static readonly objectType = 'ScoreSheet';

  constructor(readonly tenantId: string, readonly sheetId: string, readonly itemId: string, readonly submissionNumber: number) {
    super();
  }
}

/** Taken back by its owner; the submission is kept. */
export class ScoreSheetReopened extends DomainEvent {
  static override readonly type = 'evaluation.score-sheet-reopened';
  static readonly objectType = 'ScoreSheet';

  constructor(readonly tenantId: string, readonly sheetId: string, readonly itemId: string, readonly submissionNumber: number) {
    super();
  }
}

/** A member said that somebody else should judge the item. */
export class ConflictDeclared extends DomainEvent {
  static override readonly type = 'evaluation.conflict-declared';
  static readonly objectType = 'AgendaItem';

  constructor(readonly tenantId: string, readonly itemId: string, readonly personId: string, readonly kind: string) {
    super();
  }
}

/** Chair or head decided about a conflict. `decision`: RECUSED or ALLOWED. */
export class ConflictDecided extends DomainEvent {
  static override readonly type = 'evaluation.conflict-decided';
  static readonly objectType = 'AgendaItem';

  constructor(readonly tenantId: string, readonly itemId: string, readonly conflictId: string, readonly personId: string, readonly decision: string) {
    super();
  }
}

/** Nobody had decided about an interest of a member when scoring closed: the member is recused. */
export class ConflictLapsed extends DomainEvent {
  static override readonly type = 'evaluation.conflict-lapsed';
  static readonly objectType = 'AgendaItem';

  constructor(readonly tenantId: string, readonly itemId: string, readonly personId: string) {
    super();
  }
}

/** An officer wrote an objection down. Whether it reaches anybody is not in the event. */
export class ObjectionRecorded extends DomainEvent {
  static override readonly type = 'evaluation.objection-recorded';

  constructor(readonly tenantId: string, readonly initiativeId: string, readonly objectionId: string) {
    super();
  }
}

/** The head named who presides over an item instead of the chair. */
export class PresiderChosen extends DomainEvent {
  static override readonly type = 'evaluation.presider-chosen';
  static readonly objectType = 'AgendaItem';

  constructor(readonly tenantId: string, readonly itemId: string, readonly personId: string) {
    super();
  }
}

/** Somebody took the place of a member of a council. */
export class CouncilMemberReplaced extends DomainEvent {
  static override readonly type = 'evaluation.council-member-replaced';

  constructor(readonly tenantId: string, readonly councilId: string, readonly leavingPersonId: string, readonly newPersonId: string) {
    super();
  }
}
