import { DomainEvent } from '@kit/events';
import type { Id } from '@kit/ids';

/*
 * The first id an event names is the object it is about; the audit files it under that.
 */

export class SignedIn extends DomainEvent {
  static override readonly type = 'identity.signed-in';

  constructor(readonly tenantId: Id, readonly accountId: Id, readonly sessionId: Id) {
    super();
  }
}

/** A wrong password, or a closed account. For a name without an account both ids are those of the system: it is nobody's business what was typed. */
export class SignInFailed extends DomainEvent {
  static override readonly type = 'identity.sign-in-failed';

  constructor(readonly tenantId: Id, readonly accountId: Id) {
    super();
  }
}

/** By the account itself: one session, or all of them. */
export class SessionsEnded extends DomainEvent {
  static override readonly type = 'identity.sessions-ended';

  constructor(readonly tenantId: Id, readonly accountId: Id, readonly count: number) {
    super();
  }
}

export class PasswordChanged extends DomainEvent {
  static override readonly type = 'identity.password-changed';

  constructor(readonly tenantId: Id, readonly accountId: Id, readonly personId: Id) {
    super();
  }
}

/** By an administrator, who now knows the temporary password. */
export class PasswordReset extends DomainEvent {
  static override readonly type = 'identity.password-reset';

  constructor(readonly tenantId: Id, readonly accountId: Id, readonly personId: Id) {
    super();
  }
}

export class AccountCreated extends DomainEvent {
  static override readonly type = 'identity.account-created';

  constructor(readonly tenantId: Id, readonly accountId: Id, readonly personId: Id) {
    super();
  }
}

export class AccountDisabled extends DomainEvent {
  static override readonly type = 'identity.account-disabled';

  constructor(readonly tenantId: Id, readonly accountId: Id, readonly personId: Id) {
    super();
  }
}

export class AccountEnabled extends DomainEvent {
  static override readonly type = 'identity.account-enabled';

  constructor(readonly tenantId: Id, readonly accountId: Id, readonly personId: Id) {
    super();
  }
}

export class RoleAssigned extends DomainEvent {
  static override readonly type = 'identity.role-assigned';

  constructor(readonly tenantId: Id, readonly personId: Id, readonly assignmentId: Id, readonly role: string) {
    super();
  }
}

export class RoleEnded extends DomainEvent {
  static override readonly type = 'identity.role-ended';

  constructor(readonly tenantId: Id, readonly personId: Id, readonly assignmentId: Id, readonly role: string) {
    super();
  }
}
