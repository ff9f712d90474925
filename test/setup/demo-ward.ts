import { createHash } from 'node:crypto';
import { cp, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fillDemoWard } from '@database/demo';
import { Config } from '@kit/config';
import { createApp } from '../../apps/api/src/create-app.js';
import { asAdmin, createTestDatabase, type TestDatabase } from './database.js';

const TEMPLATE = 'khoi_template_demo';
/** "KHOI" and the number of this purpose: one process at a time fills the ward. */
const LOCK = [0x4b484f49, 1002] as const;

/** Files of the filled ward, beside the server that has its rows. */
function filesOfTemplate(): string {
  const server = createHash('sha256').update(String(process.env.KHOI_TEST_PG_URL)).digest('hex').slice(0, 12);
  return path.join(process.env.KHOI_TEST_FOLDER ?? tmpdir(), `khoi-demo-${server}`);
}

async function isFilled(): Promise<boolean> {
  return asAdmin(async (client) => (await client.query('SELECT FROM pg_database WHERE datname = $1 AND datistemplate', [TEMPLATE])).rowCount === 1);
}

/** Fills the demo ward once per server, through the use cases; later callers find it there. */
async function ensureFilled(): Promise<void> {
  if (await isFilled()) return;
  await asAdmin(async (client) => {
    await client.query('SELECT pg_advisory_lock($1, $2)', [...LOCK]);
    if (await isFilled()) return;
    const database = await createTestDatabase();
    const folder = filesOfTemplate();
    await mkdir(folder, { recursive: true });
    const env = { NODE_ENV: 'test', LOG_LEVEL: 'silent', DEMO: 'true', JOBS: 'off', DATABASE_URL: database.appUrl, FILES_DIR: folder };
    const writer = await createApp({ config: Config.fromEnv(env) });
    await fillDemoWard(writer, () => undefined);
    await writer.close();
    await client.query(`ALTER DATABASE ${database.name} RENAME TO ${TEMPLATE}`);
    await client.query(`ALTER DATABASE ${TEMPLATE} IS_TEMPLATE true ALLOW_CONNECTIONS false`);
  });
}

/** Makes a database with the demo ward in it, and puts the files of the ward into a folder. */
export async function createDemoDatabase(folder: string): Promise<TestDatabase> {
  await ensureFilled();
  await cp(filesOfTemplate(), folder, { recursive: true });
  return createTestDatabase(TEMPLATE);
}
