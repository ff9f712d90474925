import { beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@kit/ids';
import { verifySessions } from '../../apps/console/src/commands/session.action.js';
import { aBench, aLockedSession, type Bench } from '../factories/decision.js';
import { anOpenSession, seeSession, type Session, step } from '../factories/evaluation.js';
import { anAccepted } from '../factories/initiative.js';
import { meetAndCount } from '../factories/meeting.js';
import { asSuperuser } from '../factories/register.js';
import { useApp } from '../setup/app.js';

const app = useApp();
let bench: Bench;
let locked: Session;

beforeAll(async () => {
  bench = await aBench(app());
  locked = (await aLockedSession(bench, [{ council: 'EFFECTIVE_AND_REPLICABLE' }])).session;
}, 60_000);

/** What the command prints, and the sentence it ends with when it fails. */
async function verified(id: string | null): Promise<{ lines: readonly string[]; failure: string | null }> {
  const lines: string[] = [];
  const failure = await verifySessions(app(), id, (line) => lines.push(line)).then(() => null, (error: Error) => error.message);
  return { lines, failure };
}

const titleOf = async ({ id }: Pick<Session, 'id'>): Promise<string> => (await seeSession<{ title: string }>(bench.cast.secretary, id, 'title')).title;

describe('console session:verify', () => {
  it('says equal of a locked session, with its seal, and of one that is only counted', async () => {
    const { scene, cast, officer } = bench;
    const { seal } = await seeSession<{ seal: { sha256: string } }>(cast.chair, locked.id, 'seal { sha256 }');
    expect(await verified(locked.id)).toEqual({ lines: [`equal    ${locked.id}  1 results  ${seal.sha256}  ${await titleOf(locked)}`], failure: null });
    const open = await anOpenSession(scene, cast, [await anAccepted(scene, await scene.person(), officer)]);
    await step(cast.secretary, 'closeScoring', open);
    await meetAndCount(cast, open);
    expect(await verified(open.id)).toEqual({ lines: [`equal    ${open.id}  1 results  not locked yet  ${await titleOf(open)}`], failure: null });
  }, 60_000);

  it('names the first part that somebody changed past every guard, and fails', async () => {
    await asSuperuser(app(), async (client) => {
      await client.query(`update sitting set authorisation = 'Sửa sau' where session_id = $1`, [locked.id]);
    });
    const line = `DIFFERS  ${locked.id}  in attendance  ${await titleOf(locked)}`;
    expect(await verified(locked.id)).toEqual({ lines: [line], failure: '1 of 1 sessions differ from what was counted or sealed.' });
    const all = await verified(null);
    expect(all.lines.filter((one) => one.startsWith('DIFFERS'))).toEqual([line]);
    await asSuperuser(app(), async (client) => {
      await client.query('update sitting set authorisation = null where session_id = $1', [locked.id]);
    });
    expect((await verified(locked.id)).failure).toBeNull();
  });

  it('knows no session that was never counted', async () => {
    expect(await verified(newId())).toEqual({ lines: [], failure: 'There is no such session, or it has not been counted yet.' });
    expect(await verified('phiên số 1')).toEqual({ lines: [], failure: 'This is no id of a session.' });
  });
});
