import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { reply, startThread } from '../factories/deliberation.js';
import { aCouncil, anOpenSession, type Cast, declare, linesOf, presetRules, someAccepted, submitSheet } from '../factories/evaluation.js';
import { UNKNOWN } from '../factories/evaluation-views.js';
import type { Actor } from '../factories/identity.js';
import { aScene, type Scene } from '../factories/initiative.js';
import { useApp } from '../setup/app.js';
import { LiveStream } from '../setup/live.js';

// Several people sign in and act one after the other; a busy machine needs time for it.
jest.setTimeout(60_000);
const app = useApp();
const CHANGED = 'subscription ($itemId: ID!) { discussionChanged(itemId: $itemId) { itemId } }';
/** Longer than signals are gathered and held back together. */
const QUIET = 1_200;
let scene: Scene;
let cast: Cast;
let item: string;

beforeAll(async () => {
  scene = await aScene(app());
  cast = await aCouncil(scene, { secretaryVotes: false });
  item = (await anOpenSession(scene, cast, await someAccepted(scene, await scene.person({ roles: ['INTAKE_OFFICER'] }), 1))).items[0]!.id;
}, 60_000);

const listen = ({ client }: Actor, itemId = item) =>
  LiveStream.open<{ discussionChanged: { itemId: string } }>(app().url, CHANGED, { variables: { itemId }, headers: { authorization: `Bearer ${client.token!}` } });

describe('whoever looks at a discussion', () => {
  it('hears that something was said when they may read it, and nothing before their sheet is in', async () => {
    const [secretary, waiting] = [await listen(cast.secretary), await listen(cast.chair)];
    for (const stream of [secretary, waiting]) expect(await stream.news()).toEqual({ discussionChanged: { itemId: item } });
    const { id } = await startThread(cast.secretary, item, 'Ai nghe thấy?', { mentionIds: [cast.chair.personId] });
    expect(await secretary.news()).toEqual({ discussionChanged: { itemId: item } });
    expect(await waiting.during(QUIET)).toEqual([]);
    await submitSheet(cast.chair, item, linesOf(presetRules('ward-start')));
    await reply(cast.secretary, id, 'Bây giờ thì nghe.');
    expect(await waiting.news()).toEqual({ discussionChanged: { itemId: item } });
    for (const stream of [secretary, waiting]) stream.close();
  });

  it('is told that there is none, like of unknown items, when they have no part in it', async () => {
    const head = await scene.person({ roles: ['AUTHORITY_HEAD', 'COUNCIL_SECRETARY'] });
    for (const actor of [head, await scene.person(), (await aCouncil(scene)).chair]) {
      const answers = [];
      for (const stream of [await listen(actor), await listen(actor, UNKNOWN)]) answers.push((await stream.next()).errors?.map(({ extensions }) => extensions), await stream.ending());
      expect(answers).toEqual([[{ code: 'NOT_FOUND', details: {} }], 'complete', [{ code: 'NOT_FOUND', details: {} }], 'complete']);
    }
  });

  it('and is recused meanwhile hears no more', async () => {
    const leaving = cast.members[0]!;
    await submitSheet(leaving, item, linesOf(presetRules('ward-start')));
    const stream = await listen(leaving);
    await stream.news();
    await declare(leaving, item);
    await startThread(cast.secretary, item, 'Sau khi rút');
    await expect(stream.news()).rejects.toThrow(/NOT_FOUND/);
  });
});
