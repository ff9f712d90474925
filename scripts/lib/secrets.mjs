import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readJson, writeJson } from './json-file.mjs';
import { kept } from './paths.mjs';
import { Refusal } from './terminal.mjs';

const password = () => randomBytes(24).toString('base64url');

/** Fresh passwords of the three database roles and the key that signs file addresses (32 bytes, base64). */
export const newSecrets = () => ({
  postgres: password(),
  owner: password(),
  app: password(),
  secretKey: randomBytes(32).toString('base64'),
});

/**
 * The secrets of this instance, made on first start and readable by its owner only.
 * @returns {ReturnType<typeof newSecrets>}
 */
export function ensureSecrets() {
  const found = readJson(kept.secrets);
  if (found) return found;
  if (existsSync(kept.postgres)) {
    throw new Refusal(
      `Dữ liệu có sẵn nhưng tệp ${kept.secrets} bị mất hoặc hỏng nên không mở được. Vui lòng khôi phục tệp đó, hoặc chạy “npm run reset” để bắt đầu lại từ đầu.`,
      `There is data, but ${kept.secrets} is lost or damaged, so it cannot be opened. Please restore that file, or run “npm run reset” to begin anew.`,
    );
  }
  const secrets = newSecrets();
  writeJson(kept.secrets, secrets);
  return secrets;
}
