import { createHmac } from 'node:crypto';
import type { Readable } from 'node:stream';
import { armor, Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { BackupError } from './backup-error.js';
import { nodeOf, webOf } from './streams.js';

/** Cost of trying a passphrase: 2^16 takes 64 MB and about 0.2 s; passphrases have 20 characters or more. */
const SCRYPT_LOG_N = 16;

/** Seals what is written and opens what is read. */
export interface Vault {
  /** For the header of each backup; `null`: nothing is encrypted. */
  readonly key: string | null;
  seal(plain: Readable): Promise<Readable>;
  /** @throws BackupError when the bytes were not sealed with this key */
  open(sealed: Readable): Promise<Readable>;
  /** Name of the object with this content: the hash itself, or, when encrypted, one that tells nobody what the content is. */
  nameOf(sha256: string): string;
}

/** Leaves everything as it is. */
export const plainVault: Vault = {
  key: null,
  seal: (plain) => Promise.resolve(plain),
  open: (sealed) => Promise.resolve(sealed),
  nameOf: (sha256) => sha256,
};

/**
 * A new age identity, locked with the passphrase. Deriving a key takes long, so the passphrase protects one key and that key
 * everything else. Both steps are plain age: the programs of age open a backup without this product.
 */
export async function newVault(passphrase: string): Promise<Vault> {
  const identity = await generateX25519Identity();
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(SCRYPT_LOG_N);
  encrypter.setPassphrase(passphrase);
  return vaultOf(identity, armor.encode(await encrypter.encrypt(identity)));
}

/** @throws BackupError when the passphrase does not fit */
export async function unlockVault(key: string, passphrase: string): Promise<Vault> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    return await vaultOf(await decrypter.decrypt(armor.decode(key), 'text'), key);
  } catch (error) {
    throw new BackupError('The backup is encrypted, and the passphrase in BACKUP_KEY does not open it.', { cause: error });
  }
}

async function vaultOf(identity: string, key: string): Promise<Vault> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(await identityToRecipient(identity));
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return {
    key,
    seal: async (plain) => nodeOf(await encrypter.encrypt(webOf(plain))),
    open: async (sealed) => nodeOf(await decrypter.decrypt(webOf(sealed))),
    nameOf: (sha256) => createHmac('sha256', identity).update(sha256).digest('hex'),
  };
}
