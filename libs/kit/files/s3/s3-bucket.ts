import type { S3Settings } from '@kit/config';
import { S3Connection } from './s3-connection.js';
import { isLacking } from './s3-errors.js';

/** One thing a bucket should have, and whether it has it now. */
export interface BucketTrait {
  readonly name: 'bucket' | 'versioning' | 'objectLock' | 'lifecycle' | 'cors';
  /** `made`: it was not there before; `lacking`: this store or this bucket cannot have it. */
  readonly state: 'present' | 'made' | 'lacking';
  /** What follows from its lack, for the operator. */
  readonly note?: string;
}

const DAYS = { parts: 7, quarantine: 7, older: 30 } as const;

/** Leftovers go by themselves; older states of a file stay for a month. */
const LIFECYCLE = `<LifecycleConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/">
${['quarantine', 'inspection'].map((folder) => `<Rule><ID>khoi-${folder}</ID><Filter><Prefix>${folder}/</Prefix></Filter><Status>Enabled</Status>
<Expiration><Days>${DAYS.quarantine}</Days></Expiration><NoncurrentVersionExpiration><NoncurrentDays>1</NoncurrentDays></NoncurrentVersionExpiration>
<AbortIncompleteMultipartUpload><DaysAfterInitiation>${DAYS.parts}</DaysAfterInitiation></AbortIncompleteMultipartUpload></Rule>`).join('\n')}
<Rule><ID>khoi-clean</ID><Filter><Prefix>clean/</Prefix></Filter><Status>Enabled</Status>
<NoncurrentVersionExpiration><NoncurrentDays>${DAYS.older}</NoncurrentDays></NoncurrentVersionExpiration>
<AbortIncompleteMultipartUpload><DaysAfterInitiation>${DAYS.parts}</DaysAfterInitiation></AbortIncompleteMultipartUpload></Rule>
</LifecycleConfiguration>`;

const NOTES = {
  versioning: 'a file that somebody overwrites or removes in the store comes back from a backup only',
  lifecycle: 'leftovers are removed by the hourly round of the product only',
} as const;

/** Makes the bucket and gives it what it should have, as far as the store can. Never run by a process that serves. */
export class S3Bucket {
  readonly #store: S3Connection;

  /** @param webOrigin origin of the web app, from which browsers send and fetch bytes */
  constructor(settings: S3Settings, private readonly webOrigin: string) {
    this.#store = new S3Connection(settings);
  }

  /** Repeating it changes nothing. @throws UNAVAILABLE */
  async prepare(): Promise<BucketTrait[]> {
    return [
      await this.#make(),
      await this.#set('versioning', NOTES.versioning,
        () => this.#store.ask((client, bucket) => client.setBucketVersioning(bucket, { Status: 'Enabled' }))),
      await this.#lock(),
      await this.#set('lifecycle', NOTES.lifecycle, () => this.#put('lifecycle', LIFECYCLE)),
      await this.#set('cors', 'browsers can send files only where the store shares the origin of the site', () => this.#put('cors', this.#cors())),
    ];
  }

  /** What the bucket has now, for a report; changes nothing. The notes tell what follows from a lack. @throws UNAVAILABLE */
  async inspect(): Promise<BucketTrait[]> {
    let isVersioned = false;
    await this.#attempt(async () => {
      const found: unknown = await this.#store.ask((client, bucket) => client.getBucketVersioning(bucket));
      isVersioned = typeof found === 'object' && found !== null && 'Status' in found && found.Status === 'Enabled';
    });
    const tidies = await this.#attempt(() => this.#store.ask((client, bucket) => client.getBucketLifecycle(bucket)));
    return [
      { name: 'versioning', ...(isVersioned ? { state: 'present' } : { state: 'lacking', note: NOTES.versioning }) },
      await this.#lock(),
      { name: 'lifecycle', ...(tidies ? { state: 'present' } : { state: 'lacking', note: NOTES.lifecycle }) },
    ];
  }

  async #make(): Promise<BucketTrait> {
    if (await this.#store.ask((client, bucket) => client.bucketExists(bucket))) return { name: 'bucket', state: 'present' };
    const { region } = this.#store.settings;
    const isMade = await this.#attempt(() => this.#store.ask((client, bucket) => client.makeBucket(bucket, region, { ObjectLocking: true })));
    if (!isMade) await this.#store.ask((client, bucket) => client.makeBucket(bucket, region));
    return { name: 'bucket', state: 'made' };
  }

  async #lock(): Promise<BucketTrait> {
    return (await this.#store.canLock()) ? { name: 'objectLock', state: 'present' }
      : { name: 'objectLock', state: 'lacking', note: 'issued documents are kept by the database and by backups alone; a bucket gets the lock when it is made, if the store has it' };
  }

  async #set(name: BucketTrait['name'], note: string, act: () => Promise<unknown>): Promise<BucketTrait> {
    return (await this.#attempt(act)) ? { name, state: 'present' } : { name, state: 'lacking', note };
  }

  #put(query: string, body: string): Promise<unknown> {
    return this.#store.send({ method: 'PUT', query, headers: { 'content-type': 'application/xml' } }, body);
  }

  #cors(): string {
    const rules = [`<AllowedOrigin>${this.webOrigin}</AllowedOrigin>`, ...['GET', 'PUT', 'POST'].map((method) => `<AllowedMethod>${method}</AllowedMethod>`),
      '<AllowedHeader>*</AllowedHeader>', '<ExposeHeader>ETag</ExposeHeader>', '<MaxAgeSeconds>3600</MaxAgeSeconds>'];
    return `<CORSConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><CORSRule>${rules.join('')}</CORSRule></CORSConfiguration>`;
  }

  /** Whether it worked; `false` where the store does not know how. Anything else is a failure. */
  async #attempt(act: () => Promise<unknown>): Promise<boolean> {
    try {
      await act();
      return true;
    } catch (error) {
      if (isLacking(error)) return false;
      throw error;
    }
  }
}
