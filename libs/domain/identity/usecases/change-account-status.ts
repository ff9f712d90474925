import { Injectable } from '@nestjs/common';
import { currentViewer } from '@kit/context';
import { Database } from '@kit/database';
import { EventBus } from '@kit/events';
import { AccountsRepository } from '../data/accounts.repository.js';
import { SessionsRepository } from '../data/sessions.repository.js';
import { AccountDisabled, AccountEnabled } from '../events/identity.events.js';
import { notForOneself } from '../identity.errors.js';
import type { AccountStatus } from '../model/account.entity.js';
import type { Account } from '../model/identity.types.js';
import { accountPolicy } from '../policy/identity.policy.js';

/** Closes an account, which ends its sessions at once, or opens it again. Doing it twice changes nothing. */
@Injectable()
export class ChangeAccountStatus {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsRepository,
    private readonly sessions: SessionsRepository,
    private readonly events: EventBus,
  ) {}

  /** @throws NOT_FOUND, NOT_FOR_ONESELF */
  async execute(id: string, status: AccountStatus): Promise<Account> {
    const viewer = currentViewer();
    const { tenantId } = viewer;
    accountPolicy.require('account.disable', viewer, { tenantId });
    if (id === viewer.accountId) throw notForOneself();
    return this.database.transaction(async () => {
      const before = await this.accounts.lock(tenantId, id);
      if (before.status !== status) {
        await this.accounts.setStatus(id, status);
        if (status === 'DISABLED') await this.sessions.endAll(id);
        const Changed = status === 'DISABLED' ? AccountDisabled : AccountEnabled;
        await this.events.publish(new Changed(tenantId, id, before.personId));
      }
      return this.accounts.get(tenantId, id);
    });
  }
}
