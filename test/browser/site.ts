import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import { Config } from '@kit/config';
import { repositoryRoot } from '@kit/database';
import { createApp } from '../../apps/api/src/create-app.js';
import { createDemoDatabase } from '../setup/demo-ward.js';

/** The product as `npm start` serves it: the built web app, the API with its jobs, and the demo ward. */
export interface DemoSite {
  readonly url: string;
  /** Address of the database for the role that owns every table: for what only time may do, such as a deadline that passes. */
  readonly ownerUrl: string;
}

/** One demo site for the tests of a file. @param env what is set besides */
export function useDemoSite(env: Readonly<Record<string, string>> = {}): () => DemoSite {
  let site: DemoSite | undefined;
  const closing: (() => Promise<unknown>)[] = [];
  beforeAll(async () => {
    const files = mkdtempSync(path.join(tmpdir(), 'khoi-site-'));
    closing.push(async () => rmSync(files, { recursive: true, force: true }));
    const database = await createDemoDatabase(files);
    closing.push(() => database.drop());
    const app = await createApp({
      config: Config.fromEnv({
        NODE_ENV: 'test', LOG_LEVEL: 'silent', DEMO: 'true', DATABASE_URL: database.appUrl, FILES_DIR: files,
        WEB_DIR: path.join(repositoryRoot(), 'apps/web/dist'), ...env,
      }),
    });
    closing.push(() => app.close());
    await app.listen(0, '127.0.0.1');
    site = { url: await app.getUrl(), ownerUrl: database.ownerUrl };
  }, 240_000);
  afterAll(async () => {
    for (const close of closing.reverse()) await close();
  }, 60_000);
  return () => {
    if (site === undefined) throw new Error('the site exists only inside tests and hooks');
    return site;
  };
}
