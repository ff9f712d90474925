import { Injectable } from '@nestjs/common';
import { currentViewer } from '@kit/context';
import { Database, newId } from '@kit/database';
import { EventBus } from '@kit/events';
import { AccountsRepository } from '../data/accounts.repository.js';
import { normalUsername } from '../domain/username.js';
import { AccountCreated } from '../events/identity.events.js';
import type { Account } from '../model/identity.types.js';
import { accountPolicy } from '../policy/identity.policy.js';
import { Passwords } from '../security/passwords.js';
import { temporaryPassword } from '../security/tokens.js';

export interface NewAccount {
  readonly personId: string;
  readonly username: string;
  /** For the console: a password its owner may keep. Left out, a temporary one is made. */
  readonly password?: string;
}

export interface AccountWithPassword {
  readonly account: Account;
  /** Stored nowhere. */
  readonly temporaryPassword: string;
}

/** Gives a person of the viewer's tenant a way to sign in. */
@Injectable()
export class CreateAccount {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsRepository,
    private readonly passwords: Passwords,
    private readonly events: EventBus,
  ) {}

  /** @throws USERNAME_TAKEN, ACCOUNT_EXISTS, NOT_FOUND (the person) */
  async execute(input: NewAccount): Promise<AccountWithPassword> {
    const viewer = currentViewer();
    const { tenantId } = viewer;
    accountPolicy.require('account.create', viewer, { tenantId });
    const password = input.password ?? temporaryPassword();
    const passwordHash = await this.passwords.hash(password);
    return this.database.transaction(async () => {
      const id = newId();
      await this.accounts.add({
        id,
        tenantId,
        personId: input.personId,
        username: normalUsername(input.username),
        passwordHash,
        status: 'ACTIVE',
        mustChangePassword: input.password === undefined,
        lastSignInAt: null,
      });
      await this.events.publish(new AccountCreated(tenantId, id, input.personId));
      return { account: await this.accounts.get(tenantId, id), temporaryPassword: password };
    });
  }
}
