import { randomBytes } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import argon2 from 'argon2';
import { normalPassword } from '../domain/password-rules.js';

/** OWASP's first choice for Argon2id: 19 MiB, two passes, one lane; some 20 ms of one core. */
const PARAMETERS = { type: argon2.argon2id, memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 } as const;

/** Hashes and verifies passwords. */
@Injectable()
export class Passwords implements OnModuleInit {
  /** The hash of a password nobody knows, for names without an account. */
  #nobody: string;

  async onModuleInit(): Promise<void> {
    this.#nobody = await this.hash(randomBytes(32).toString('base64'));
  }

  hash(password: string): Promise<string> {
    return argon2.hash(normalPassword(password), PARAMETERS);
  }

  /**
   * Whether the password is the one behind the hash. Without a hash it works as long and answers
   * no, so that the time tells nobody which names have accounts.
   */
  async verify(hash: string | null, password: string): Promise<boolean> {
    const matches = await argon2.verify(hash ?? this.#nobody, normalPassword(password));
    return matches && hash !== null;
  }
}
