import type { S3Settings } from '@kit/config';
import type { Client } from 'minio';
import type { DirectAccess, DirectForm } from '../direct-access.js';
import { partLength, type PartsUpload, requireKey } from '../file-store.js';
import { presign } from './presign.js';
import { clientOf } from './s3-connection.js';

/** Signs addresses of the store as browsers see it (`S3_PUBLIC_ENDPOINT`). */
export class S3DirectAccess implements DirectAccess {
  readonly #client: Client;
  readonly #root: URL;

  constructor(private readonly settings: S3Settings) {
    this.#client = clientOf(settings, settings.publicEndpoint);
    this.#root = rootOf(settings);
  }

  get origin(): string {
    return this.#root.origin;
  }

  async form(key: string, { type, size, seconds }: { readonly type: string; readonly size: number; readonly seconds: number }): Promise<DirectForm> {
    const policy = this.#client.newPostPolicy();
    policy.setBucket(this.settings.bucket);
    policy.setKey(requireKey(key));
    policy.setContentType(type);
    policy.setContentLengthRange(size, size);
    policy.setExpires(new Date(Date.now() + seconds * 1_000));
    const { formData } = await this.#client.presignedPostPolicy(policy);
    return { url: this.#root.href, fields: Object.entries(formData).map(([name, value]) => ({ name, value: String(value) })) };
  }

  part(upload: PartsUpload, number: number, seconds: number): Promise<string> {
    return this.#sign('PUT', upload.key, seconds, { partNumber: String(number), uploadId: upload.uploadId }, { 'content-length': String(partLength(upload, number)) });
  }

  download(key: string, { type, disposition, seconds }: { readonly type: string; readonly disposition: string; readonly seconds: number }): Promise<string> {
    return this.#sign('GET', key, seconds, {
      'response-content-disposition': disposition, 'response-content-type': type, 'response-cache-control': 'private, no-store',
    });
  }

  #sign(method: 'GET' | 'PUT', key: string, seconds: number, query: Record<string, string>, headers: Record<string, string> = {}): Promise<string> {
    const { region, accessKey, secretKey } = this.settings;
    const address = new URL(this.#root.pathname + (this.settings.pathStyle ? '/' : '') + requireKey(key), this.#root);
    return Promise.resolve(presign({ method, address, query, headers, region, accessKey, secretKey, seconds, at: new Date() }));
  }
}

/** The bucket's own address: `http://store/bucket`, or `http://bucket.store/`. */
function rootOf({ publicEndpoint, bucket, pathStyle }: S3Settings): URL {
  const root = new URL(publicEndpoint);
  if (pathStyle) root.pathname = `/${bucket}`;
  else root.hostname = `${bucket}.${root.hostname}`;
  return root;
}
