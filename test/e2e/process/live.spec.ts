import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { aConvenedSession, actOn, aCouncil, type Cast, seeSession, type Session, someAccepted } from '../../factories/evaluation.js';
import { aScene, type Scene } from '../../factories/initiative.js';
import { heardItems, listenTo } from '../../factories/live.js';
import { type ApiProcess, startApiProcess } from '../../setup/api-process.js';
import { useApp } from '../../setup/app.js';
import { buildProgram } from '../../setup/launcher.js';

jest.setTimeout(60_000);
const shared = { SECRET_KEY: randomBytes(32).toString('base64'), JOBS: 'off' };
// The first process is the one of the tests; the other runs beside it as it would on a server.
const first = useApp(shared);
let main: string;
let scene: Scene;
let cast: Cast;
let session: Session;

beforeAll(async () => {
  main = await buildProgram('api');
  scene = await aScene(first());
  cast = await aCouncil(scene);
  session = await aConvenedSession(scene, cast, await someAccepted(scene, await scene.person({ roles: ['INTAKE_OFFICER'] }), 1));
}, 300_000);

async function withSecond(work: (second: ApiProcess) => Promise<void>): Promise<void> {
  const second = await startApiProcess(main, { ...shared, DATABASE_URL: first().databaseUrls.appUrl, SHUTDOWN_GRACE: '0' });
  try {
    await work(second);
  } finally {
    second.process.kill('SIGKILL');
    await second.ending;
  }
}

async function reschedule(place: string): Promise<void> {
  const { revision } = await seeSession(cast.secretary, session.id);
  await actOn(cast.secretary, 'rescheduleSession', { sessionId: session.id, revision, heldOn: scene.today, place, scoringDueOn: null });
}

describe('two API processes on one database', () => {
  it('tell each other: what one commits is heard at the other within a second', async () => {
    await withSecond(async (second) => {
      const [here, there] = [await listenTo(first(), cast.chair, session.id), await listenTo(second, cast.members[0]!, session.id)];
      for (const stream of [here, there]) expect(await heardItems(stream)).toEqual([]);
      const begin = performance.now();
      await reschedule('Phòng họp số 3');
      for (const stream of [here, there]) {
        const { data, at } = await stream.next();
        expect(data).toEqual({ sessionChanged: { sessionId: session.id, itemIds: [] } });
        expect(at - begin).toBeLessThan(1_000);
        stream.close();
      }
    });
  });

  it('let listeners go when one of them ends, and do not wait for them', async () => {
    await withSecond(async (second) => {
      const stream = await listenTo(second, cast.chair, session.id);
      await heardItems(stream);
      const begin = performance.now();
      second.process.kill('SIGTERM');
      // Cut and not over: the other end comes back, to a process that is there.
      expect(await stream.ending(10_000)).toBe('cut');
      expect(await second.ending).toMatchObject({ code: 0, stderr: '' });
      expect(performance.now() - begin).toBeLessThan(5_000);
    });
  });
});
