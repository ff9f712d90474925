import { Injectable } from '@nestjs/common';
import { currentViewer } from '@kit/context';
import { Database } from '@kit/database';
import { unauthenticated, ValidationFailed } from '@kit/errors';
import { EventBus } from '@kit/events';
import { AccountsRepository } from '../data/accounts.repository.js';
import { SessionsRepository } from '../data/sessions.repository.js';
import { SignInAttempts } from '../data/sign-in-attempts.js';
import { ViewersRepository } from '../data/viewers.repository.js';
import { normalPassword, PASSWORD_LENGTH, passwordFaults } from '../domain/password-rules.js';
import { PasswordChanged } from '../events/identity.events.js';
import { currentPasswordWrong } from '../identity.errors.js';
import type { ViewerProfile } from '../model/identity.types.js';
import { Passwords } from '../security/passwords.js';

export interface PasswordChange {
  readonly currentPassword: string;
  readonly newPassword: string;
}

/** Changes the own password. All other sessions of the account end: whoever knew the old password is out. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly database: Database,
    private readonly attempts: SignInAttempts,
    private readonly accounts: AccountsRepository,
    private readonly passwords: Passwords,
    private readonly sessions: SessionsRepository,
    private readonly viewers: ViewersRepository,
    private readonly events: EventBus,
  ) {}

  /** @throws CURRENT_PASSWORD_WRONG, RETRY_LATER (a stolen session gets no more guesses than signing in), VALIDATION_FAILED */
  async execute({ currentPassword, newPassword }: PasswordChange): Promise<ViewerProfile> {
    const viewer = currentViewer();
    const credential = await this.accounts.credentialById(viewer.accountId);
    if (credential === null) throw unauthenticated();
    const attempt = await this.attempts.claim(credential.username);
    if (!(await this.passwords.verify(credential.passwordHash, currentPassword))) {
      throw currentPasswordWrong({}, ['input', 'currentPassword']);
    }
    await this.attempts.succeed(attempt);

    const password = normalPassword(newPassword);
    const faults = passwordFaults({ password, username: credential.username, previous: normalPassword(currentPassword) });
    ValidationFailed.throwIfAny(faults.map((code) => ({ code, path: ['input', 'newPassword'], details: PASSWORD_LENGTH })));

    const hash = await this.passwords.hash(password);
    return this.database.transaction(async () => {
      await this.accounts.setPassword(viewer.accountId, hash, false);
      await this.sessions.endAll(viewer.accountId, viewer.sessionId);
      await this.events.publish(new PasswordChanged(viewer.tenantId, viewer.accountId, viewer.personId));
      const profile = await this.viewers.profile(viewer);
      if (profile === null) throw unauthenticated();
      return profile;
    });
  }
}
