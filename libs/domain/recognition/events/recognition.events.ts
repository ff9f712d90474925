import { DomainEvent } from '@kit/events';

/** The secretary laid the draft of a decision before the head. */
export class DecisionProposed extends DomainEvent {
  static override readonly type = 'recognition.decision-proposed';

  constructor(
    readonly tenantId: string,
    readonly decisionId: string,
    readonly sessionId: string,
  ) {
    super();
  }
}

/** The head decided one item, or changed the decision on it before issuing. How, is not for the readers of the audit yet. */
export class ItemDecided extends DomainEvent {
  static override readonly type = 'recognition.item-decided';

  constructor(
    readonly tenantId: string,
    readonly decisionId: string,
    readonly itemId: string,
    readonly initiativeId: string,
  ) {
    super();
  }
}

/** A decision got its number and date; from now on its results are public. */
export class DecisionIssued extends DomainEvent {
  static override readonly type = 'recognition.decision-issued';

  constructor(
    readonly tenantId: string,
    readonly decisionId: string,
    readonly number: number,
    readonly year: number,
    readonly recognisedIds: readonly string[],
    readonly refusedIds: readonly string[],
  ) {
    super();
  }
}
