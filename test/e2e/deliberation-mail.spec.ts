import { describe, expect, it, jest } from '@jest/globals';
import { startThread, withdraw } from '../factories/deliberation.js';
import { aCouncil, anOpenSession, type Cast, declare, linesOf, presetRules, someAccepted, submitSheet } from '../factories/evaluation.js';
import type { Actor } from '../factories/identity.js';
import { useMailedWard } from '../setup/mailed-ward.js';

// Several people sign in and act one after the other; a busy machine needs time for it.
jest.setTimeout(60_000);
const { app, scene, send } = useMailedWard();
const MAILBOX = 'thanh-vien@phuong.example';

/** A session that scores, with one member who has a mailbox and has handed in the sheet. */
async function aDiscussion(): Promise<{ cast: Cast; reader: Actor; item: string; title: string }> {
  await app().sql('update person set email = null where email = $1', [MAILBOX]);
  const cast = await aCouncil(scene(), { secretaryVotes: false });
  const reader = cast.members[0]!;
  const session = await anOpenSession(scene(), cast, await someAccepted(scene(), await scene().person({ roles: ['INTAKE_OFFICER'] }), 1));
  const item = session.items[0]!.id;
  await submitSheet(reader, item, linesOf(presetRules('ward-start')));
  await app().sql(`update person set email = $2, full_name = 'Hồ Minh Tâm' where id = $1`, [reader.personId, MAILBOX]);
  const [row] = await app().sql<{ title: string }>('select title from evaluation_session where id = $1', [session.id]);
  await send();
  return { cast, reader, item, title: row!.title };
}

describe('mail about a mention', () => {
  it('says that there is one, and where to read it; not by whom, about what or in which words', async () => {
    const { cast, reader, item, title } = await aDiscussion();
    await startThread(cast.secretary, item, 'LỜI KÍN TRONG HỘI ĐỒNG', { mentionIds: [reader.personId] });
    const letters = await send();
    expect(letters.map(({ subject, text }) => [subject, text!.split('\n-- ')[0]])).toEqual([[`Được nhắc đến trong thảo luận: ${title}`, [
      'Kính gửi Ông/Bà Hồ Minh Tâm,', '', 'Ông/Bà được nhắc đến trong phần thảo luận một hồ sơ của phiên họp', `“${title}”.`, '  Mở phần thảo luận:', `  http://khoi.example/thao-luan/${item}`, '',
    ].join('\n')]]);
  });

  it.each([
    ['recused', async ({ reader, item }: { reader: Actor; item: string }) => declare(reader, item)],
    ['no longer mentioned, because the post was taken back,', async ({ cast, postId }: { cast: Cast; postId: string }) => withdraw(cast.secretary, postId)],
  ])('does not go to whoever is %s by then', async (_what, meanwhile) => {
    const found = await aDiscussion();
    const { posts } = await startThread(found.cast.secretary, found.item, 'Trước khi thư đi', { mentionIds: [found.reader.personId] });
    await meanwhile({ ...found, postId: posts[0]!.id });
    expect((await send()).map(({ subject }) => subject)).toEqual([]);
  });
});
