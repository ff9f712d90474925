import { randomBytes } from 'node:crypto';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Config, type S3Settings } from '@kit/config';
import { DiskFileStore, type FileStore, S3Bucket, S3FileStore } from '@kit/files';
import { Client } from 'minio';

/** A store of its own for the tests of a file, and what only a test may do to it. */
export interface StoreUnderTest {
  readonly store: FileStore;
  /** Changes one stored byte behind the store's back. */
  corrupt(key: string): Promise<void>;
  drop(): Promise<void>;
}

export async function diskStore(): Promise<StoreUnderTest> {
  const folder = await mkdtemp(join(tmpdir(), 'khoi-files-'));
  return {
    store: new DiskFileStore(folder),
    async corrupt(key) {
      const file = await open(join(folder, key), 'r+');
      await file.write('#', 0);
      await file.close();
    },
    drop: () => rm(folder, { recursive: true }),
  };
}

/** Environment of a process whose files lie in a bucket of the S3 server at `url`, which has the keys in it. */
export function s3Environment(url: string, bucket = `khoi-${randomBytes(6).toString('hex')}`): Record<string, string> {
  const { origin, username, password } = new URL(url);
  return { S3_ENDPOINT: origin, S3_BUCKET: bucket, S3_ACCESS_KEY: username, S3_SECRET_KEY: password };
}

export function s3Settings(environment: Readonly<Record<string, string>>): S3Settings {
  return Config.fromEnv({ NODE_ENV: 'test', DATABASE_URL: 'postgresql://nobody@127.0.0.1/none', ...environment }).s3!;
}

/** A client with the same rights that knows nothing of the product. */
export function bareClient({ endpoint, region, accessKey, secretKey }: S3Settings): Client {
  return new Client({ endPoint: endpoint.hostname, port: Number(endpoint.port), useSSL: false, region, accessKey, secretKey });
}

export async function s3Store(url: string): Promise<StoreUnderTest & { readonly settings: S3Settings }> {
  const settings = s3Settings(s3Environment(url));
  await new S3Bucket(settings, 'http://localhost:3000').prepare();
  const client = bareClient(settings);
  return {
    settings,
    store: new S3FileStore(settings),
    async corrupt(key) {
      const bytes = Buffer.concat(await (await client.getObject(settings.bucket, key)).toArray() as Buffer[]);
      bytes.write('#', 0);
      await client.putObject(settings.bucket, key, bytes);
    },
    drop: () => dropBucket(settings),
  };
}

/** Removes a bucket with everything in it, older versions and unfinished uploads too. */
export async function dropBucket(settings: S3Settings): Promise<void> {
  const client = bareClient(settings);
  for await (const { key } of client.listIncompleteUploads(settings.bucket, '', true) as AsyncIterable<{ key: string }>) {
    await client.removeIncompleteUpload(settings.bucket, key);
  }
  for await (const { name, versionId } of client.listObjects(settings.bucket, '', true, { IncludeVersion: true }) as AsyncIterable<{ name: string; versionId: string }>) {
    await client.removeObject(settings.bucket, name, { versionId, governanceBypass: true });
  }
  await client.removeBucket(settings.bucket);
}
