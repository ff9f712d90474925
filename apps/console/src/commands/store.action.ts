import { Config, type S3Settings } from '@kit/config';
import { S3Bucket } from '@kit/files';
import { CommandError } from '../application.js';

/** Prepares the bucket; tells of each trait whether it is there, and what follows where it cannot be. */
export async function prepareStore(print: (line: string) => void): Promise<void> {
  const config = Config.fromEnv(process.env);
  const settings = requireStore(config);
  const traits = await new S3Bucket(settings, new URL(config.publicUrl).origin).prepare();
  for (const { name, state, note } of traits) print(`${settings.bucket}: ${name} ${state}${note === undefined ? '' : ` (${note})`}`);
}

/** @throws CommandError when no store is configured */
export function requireStore({ s3 }: Config): S3Settings {
  if (s3 === null) throw new CommandError('No object store is configured: set S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY and S3_SECRET_KEY.');
  return s3;
}
