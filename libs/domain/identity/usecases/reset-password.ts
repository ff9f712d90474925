import { Injectable } from '@nestjs/common';
import { currentViewer, isSystemViewer } from '@kit/context';
import { Database } from '@kit/database';
import { EventBus } from '@kit/events';
import { AccountsRepository } from '../data/accounts.repository.js';
import { RoleAssignmentsRepository } from '../data/role-assignments.repository.js';
import { SessionsRepository } from '../data/sessions.repository.js';
import { PasswordReset } from '../events/identity.events.js';
import { accountOfOperator, notForOneself } from '../identity.errors.js';
import { accountPolicy } from '../policy/identity.policy.js';
import { Passwords } from '../security/passwords.js';
import { temporaryPassword } from '../security/tokens.js';
import type { AccountWithPassword } from './create-account.js';

/** Replaces a forgotten password by a temporary one and ends all sessions of the account. */
@Injectable()
export class ResetPassword {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsRepository,
    private readonly sessions: SessionsRepository,
    private readonly assignments: RoleAssignmentsRepository,
    private readonly passwords: Passwords,
    private readonly events: EventBus,
  ) {}

  /** @throws NOT_FOUND, ACCOUNT_OF_OPERATOR, NOT_FOR_ONESELF (that is what changing the password is for) */
  async execute(id: string): Promise<AccountWithPassword> {
    const viewer = currentViewer();
    const { tenantId } = viewer;
    accountPolicy.require('account.resetPassword', viewer, { tenantId });
    if (id === viewer.accountId) throw notForOneself();
    const password = temporaryPassword();
    const hash = await this.passwords.hash(password);
    return this.database.transaction(async () => {
      const { personId } = await this.accounts.lock(tenantId, id);
      if (!isSystemViewer(viewer) && (await this.assignments.isOperator(personId))) throw accountOfOperator();
      await this.accounts.setPassword(id, hash, true);
      await this.sessions.endAll(id);
      await this.events.publish(new PasswordReset(tenantId, id, personId));
      return { account: await this.accounts.get(tenantId, id), temporaryPassword: password };
    });
  }
}
