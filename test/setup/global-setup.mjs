import { ensureDependencies } from '../../scripts/lib/dependencies.mjs';
import { Lifecycle } from '../../scripts/lib/lifecycle.mjs';
import { startTestCluster } from '../../scripts/lib/test-cluster.mjs';

/** Gives `npx jest` run by hand the database that `npm test` would give it. */
export default async function setUp() {
  if (process.env.KHOI_TEST_PG_URL) return;
  const life = new Lifecycle();
  globalThis.khoiTestLife = life;
  await ensureDependencies(life);
  const cluster = await startTestCluster(life);
  Object.assign(process.env, { KHOI_TEST_PG_URL: cluster.adminUrl, KHOI_TEST_FOLDER: cluster.folder });
}
