import { newId } from '@kit/ids';
import { startThread } from '../../factories/deliberation.js';
import { anOpenSession, linesOf, presetRules, submitSheet } from '../../factories/evaluation.js';
import { anAccepted, aScene } from '../../factories/initiative.js';
import { chairedBy } from './judgement.cases.js';
import type { TenancyCases } from './tenancy-cases.js';

const said = () => ({ body: 'Xin hỏi thêm.', idempotencyKey: newId() });

/** A session that the actor chairs and has scored, so that its discussion is there to be read. */
export const deliberationCases: TenancyCases = {
  async arrange(app, actor) {
    const scene = await aScene(app, { ward: actor.ward });
    const cast = await chairedBy(scene, actor);
    const session = await anOpenSession(scene, cast, [await anAccepted(scene, await scene.person(), actor)]);
    const itemId = session.items[0]?.id ?? '';
    await submitSheet(actor, itemId, linesOf(presetRules('ward-start')));
    const thread = await startThread(actor, itemId, 'Chỉ trong phường này');
    return { discussedItem: itemId, thread: thread.id, post: thread.posts[0]?.id ?? '', councilColleague: cast.members[0]?.personId ?? '' };
  },
  fields: {
    'Query.discussion': [(foreign) => ({ itemId: foreign('discussedItem') })],
    'Mutation.startThread': [
      (foreign) => ({ input: { itemId: foreign('discussedItem'), kind: 'QUESTION', ...said() } }),
      (foreign, own) => ({ input: { itemId: own('discussedItem'), kind: 'QUESTION', mentionIds: [foreign('councilColleague')], ...said() } }),
    ],
    'Mutation.reply': [
      (foreign) => ({ input: { threadId: foreign('thread'), ...said() } }),
      (foreign, own) => ({ input: { threadId: own('thread'), mentionIds: [foreign('councilColleague')], ...said() } }),
    ],
    'Mutation.editPost': [(foreign) => ({ input: { postId: foreign('post'), version: 1, body: 'Khác' } })],
    'Mutation.withdrawPost': [(foreign) => ({ postId: foreign('post') })],
    'Mutation.resolveThread': [(foreign) => ({ input: { threadId: foreign('thread'), isResolved: true } })],
    'Mutation.saveItemNote': [(foreign) => ({ input: { itemId: foreign('discussedItem'), revision: 0, body: 'Ghi chú' } })],
  },
};
