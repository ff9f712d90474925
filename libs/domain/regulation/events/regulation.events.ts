import { DomainEvent } from '@kit/events';

/** A regulation was put in force by a decision. */
export class RegulationPutInForce extends DomainEvent {
  static override readonly type = 'regulation.put-in-force';

  constructor(
    readonly tenantId: string,
    readonly regulationId: string,
  ) {
    super();
  }
}
