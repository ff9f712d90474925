import { Injectable } from '@nestjs/common';
import { currentContext, SYSTEM_ID } from '@kit/context';
import { Database, newId } from '@kit/database';
import { EventBus } from '@kit/events';
import { AccountsRepository, type Credential } from '../data/accounts.repository.js';
import { SessionsRepository } from '../data/sessions.repository.js';
import { SignInAttempts } from '../data/sign-in-attempts.js';
import { ViewersRepository } from '../data/viewers.repository.js';
import { sessionEnd } from '../domain/session-lifetime.js';
import { normalUsername } from '../domain/username.js';
import { SignedIn, SignInFailed } from '../events/identity.events.js';
import { signInRefused } from '../identity.errors.js';
import type { ViewerProfile } from '../model/identity.types.js';
import type { SessionKind } from '../model/session.entity.js';
import { Passwords } from '../security/passwords.js';
import { newToken, sha256 } from '../security/tokens.js';

const LONGEST_DEVICE = 300;

export interface SignInRequest {
  readonly username: string;
  readonly password: string;
  readonly client: SessionKind;
  /** What the program calls itself (`User-Agent`). */
  readonly device: string | null;
}

export interface OpenedSession {
  readonly viewer: ViewerProfile;
  /** The only copy: the database keeps its hash. */
  readonly token: string;
  readonly expiresAt: Date;
}

/**
 * Opens a session for a name and a password. An unknown name, a wrong password and a closed account take the same
 * steps (one guess counted, one hash verified, one failure recorded) and get the same answer.
 */
@Injectable()
export class SignIn {
  constructor(
    private readonly database: Database,
    private readonly attempts: SignInAttempts,
    private readonly accounts: AccountsRepository,
    private readonly passwords: Passwords,
    private readonly sessions: SessionsRepository,
    private readonly viewers: ViewersRepository,
    private readonly events: EventBus,
  ) {}

  /** @throws SIGN_IN_REFUSED, RETRY_LATER */
  async execute(request: SignInRequest): Promise<OpenedSession> {
    const username = normalUsername(request.username);
    const attempt = await this.attempts.claim(username);
    const credential = await this.accounts.credentialByUsername(username);
    const matches = await this.passwords.verify(credential?.passwordHash ?? null, request.password);
    if (credential === null || !matches || !credential.isOpen) {
      await this.#recordFailure(credential);
      throw signInRefused();
    }
    return this.database.transaction(() => this.#open(credential, attempt, request));
  }

  #recordFailure(credential: Credential | null): Promise<void> {
    const failure = new SignInFailed(credential?.tenantId ?? SYSTEM_ID, credential?.accountId ?? SYSTEM_ID);
    return this.database.transaction(() => this.events.publish(failure));
  }

  async #open({ tenantId, accountId }: Credential, attempt: string, { client, device }: SignInRequest): Promise<OpenedSession> {
    const token = newToken();
    const tokenHash = sha256(token);
    const id = newId();
    const expiresAt = sessionEnd(client, await this.database.now());
    await this.sessions.add({
      id, tenantId, accountId, kind: client, tokenHash, expiresAt, device: device?.slice(0, LONGEST_DEVICE) ?? null,
    });
    await this.attempts.succeed(attempt);
    await this.accounts.signedIn(accountId);
    const viewer = (await this.viewers.byToken(tokenHash, client))?.viewer ?? null;
    const profile = viewer && (await this.viewers.profile(viewer));
    // Somebody closed the account between the two looks at it.
    if (profile === null) throw signInRefused();
    // From here on the request is that of the person who signed in: the audit says so.
    currentContext().viewer = viewer;
    await this.events.publish(new SignedIn(tenantId, accountId, id));
    this.database.afterCommit(() => this.attempts.forget());
    return { viewer: profile, token, expiresAt };
  }
}
