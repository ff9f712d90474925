import type { S3Connection } from './s3-connection.js';
import { isNoObject } from './s3-errors.js';

/** Its key was checked. */
type Upload = { readonly key: string; readonly uploadId: string };
type ListedPart = { readonly part: number; readonly etag: string; readonly size: number };

const WEEK_MS = 7 * 24 * 60 * 60 * 1_000;

/** Multipart uploads of one bucket. */
export class S3Parts {
  constructor(private readonly store: S3Connection) {}

  begin(key: string, type: string): Promise<string> {
    return this.store.ask((client, bucket) => client.initiateNewMultipartUpload(bucket, key, { 'content-type': type }));
  }

  async send({ key, uploadId }: Upload, number: number, bytes: Buffer): Promise<void> {
    const query = `partNumber=${number}&uploadId=${encodeURIComponent(uploadId)}`;
    await this.store.send({ method: 'PUT', objectName: key, query }, bytes);
  }

  /** @throws CONTENT_MISSING when the upload is over */
  list({ key, uploadId }: Upload): Promise<ListedPart[]> {
    // Declared protected in the client, though it has no other way to learn what came.
    return this.store.ask((client, bucket) => (client as unknown as { listParts(...of: string[]): Promise<ListedPart[]> }).listParts(bucket, key, uploadId));
  }

  /** Makes the object of all parts that are there. */
  async join(upload: Upload): Promise<void> {
    const parts = await this.list(upload);
    await this.store.ask((client, bucket) => client.completeMultipartUpload(bucket, upload.key, upload.uploadId, parts.map(({ part, etag }) => ({ part, etag }))));
  }

  abort({ key, uploadId }: Upload): Promise<void> {
    return this.store.ask(async (client, bucket) => {
      try {
        await client.abortMultipartUpload(bucket, key, uploadId);
      } catch (error) {
        if (!isNoObject(error)) throw error;
      }
    });
  }

  /** Aborts uploads that began more than a week ago, where the store has no rule that does; answers how many. */
  async sweep(): Promise<number> {
    let aborted = 0;
    const uploads = await this.store.ask((client, bucket) => client.listIncompleteUploadsQuery(bucket, '', '', '', ''));
    for (const { key, uploadId, initiated } of uploads.uploads as (Upload & { readonly initiated: Date | string })[]) {
      if (Date.now() - new Date(initiated).getTime() < WEEK_MS) continue;
      await this.abort({ key, uploadId });
      aborted += 1;
    }
    return aborted;
  }
}
