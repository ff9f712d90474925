import { DomainEvent } from '@kit/events';

/** Something happened to one initiative. Listen to this class to hear of everything. */
export abstract class InitiativeEvent extends DomainEvent {
  constructor(readonly tenantId: string, readonly initiativeId: string) {
    super();
  }
}

export class InitiativeCreated extends InitiativeEvent {
  static override readonly type = 'initiative.created';
}

/** People or shares changed. `toConfirm` holds the people who are now asked for their consent. */
export class AuthorsChanged extends InitiativeEvent {
  static override readonly type = 'initiative.authors-changed';

  constructor(tenantId: string, initiativeId: string, readonly toConfirm: readonly string[]) {
    super(tenantId, initiativeId);
  }
}

export class AuthorshipConfirmed extends InitiativeEvent {
  static override readonly type = 'initiative.authorship-confirmed';

  constructor(tenantId: string, initiativeId: string, readonly personId: string) {
    super(tenantId, initiativeId);
  }
}

export class AuthorshipDeclined extends InitiativeEvent {
  static override readonly type = 'initiative.authorship-declined';

  constructor(tenantId: string, initiativeId: string, readonly personId: string) {
    super(tenantId, initiativeId);
  }
}

export class InitiativeSubmitted extends InitiativeEvent {
  static override readonly type = 'initiative.submitted';

  constructor(tenantId: string, initiativeId: string, readonly versionNumber: number, readonly receiptNumber: string) {
    super(tenantId, initiativeId);
  }
}

export class InitiativeResubmitted extends InitiativeEvent {
  static override readonly type = 'initiative.resubmitted';

  constructor(tenantId: string, initiativeId: string, readonly versionNumber: number) {
    super(tenantId, initiativeId);
  }
}

export class SupplementRequested extends InitiativeEvent {
  static override readonly type = 'initiative.supplement-requested';

  constructor(tenantId: string, initiativeId: string, readonly dueOn: string) {
    super(tenantId, initiativeId);
  }
}

export class InitiativeAccepted extends InitiativeEvent {
  static override readonly type = 'initiative.accepted';

  constructor(tenantId: string, initiativeId: string, readonly versionNumber: number, readonly resultDueOn: string) {
    super(tenantId, initiativeId);
  }
}

/** Refused in the formal check, or ended because nobody mended it in time. */
export class InitiativeRejectedFormally extends InitiativeEvent {
  static override readonly type = 'initiative.rejected-formally';
}

export class InitiativeWithdrawn extends InitiativeEvent {
  static override readonly type = 'initiative.withdrawn';
}

/** The head of a unit confirmed that the unit applied the solution. */
export class ApplicationConfirmed extends InitiativeEvent {
  static override readonly type = 'initiative.application-confirmed';

  constructor(tenantId: string, initiativeId: string, readonly recordId: string) {
    super(tenantId, initiativeId);
  }
}
