import type { Id } from '@kit/ids';
import { DomainEvent } from '@kit/events';

export class TenantCreated extends DomainEvent {
  static override readonly type = 'organisation.tenant-created';

  constructor(readonly tenantId: Id) {
    super();
  }
}

export class UnitCreated extends DomainEvent {
  static override readonly type = 'organisation.unit-created';

  constructor(readonly tenantId: Id, readonly unitId: Id) {
    super();
  }
}

export class PersonCreated extends DomainEvent {
  static override readonly type = 'organisation.person-created';

  constructor(readonly tenantId: Id, readonly personId: Id) {
    super();
  }
}

/** Neither event names the two people: what ties them is nobody else's business, in the audit too. */
export class KinshipDeclared extends DomainEvent {
  static override readonly type = 'organisation.kinship-declared';

  constructor(readonly tenantId: Id, readonly kinshipId: Id) {
    super();
  }
}

export class KinshipEnded extends DomainEvent {
  static override readonly type = 'organisation.kinship-ended';

  constructor(readonly tenantId: Id, readonly kinshipId: Id) {
    super();
  }
}

export class FieldCreated extends DomainEvent {
  static override readonly type = 'organisation.field-created';

  constructor(readonly tenantId: Id, readonly fieldId: Id) {
    super();
  }
}
