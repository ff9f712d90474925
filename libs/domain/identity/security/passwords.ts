import { randomBytes } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { normalPassword } from '../domain/password-rules.js';

/** Argon2id (the library's default kind) with OWASP's first choice: 19 MiB, two passes, one lane; some 20 ms of one core. */
const PARAMETERS = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 } as const;

/** Hashes and verifies passwords. */
@Injectable()
export class Passwords implements OnModuleInit {
  /** The hash of a password nobody knows, for names without an account. */
  #nobody: string;

  async onModuleInit(): Promise<void> {
    this.#nobody = await this.hash(randomBytes(32).toString('base64'));
  }

  hash(password: string): Promise<string> {
    return hash(normalPassword(password), PARAMETERS);
  }

  /**
   * Whether the password is the one behind the hash. Without a hash it works as long and answers
   * no, so that the time tells nobody which names have accounts.
   */
  async verify(stored: string | null, password: string): Promise<boolean> {
    const matches = await verify(stored ?? this.#nobody, normalPassword(password));
    return matches && stored !== null;
  }
}
