import { describe, expect, it } from '@jest/globals';
import type { SubmitScoreSheetInput } from '../../gql/schema.js';
import { afterRound, sendKept, type Attempt, type KeptSheet } from './outbox.js';

const kept = (itemId: string): KeptSheet => ({ input: { itemId, revision: 3, lines: [], idempotencyKey: `key-${itemId}` }, code: itemId.toUpperCase(), title: '' });

function server(...answers: Attempt[]) {
  const seen: SubmitScoreSheetInput[] = [];
  return { seen, attempt: (input: SubmitScoreSheetInput) => { seen.push(input); return Promise.resolve(answers.shift() ?? { outcome: 'SENT' as const }); } };
}

describe('sheets kept while the network was gone', () => {
  it('are handed in one after another under the keys they had', async () => {
    const { seen, attempt } = server();
    const { left, sent } = await sendKept([kept('a'), kept('b')], attempt, () => 'new');
    expect(left).toEqual([]);
    expect(sent.map(({ code }) => code)).toEqual(['A', 'B']);
    expect(seen.map(({ idempotencyKey }) => idempotencyKey)).toEqual(['key-a', 'key-b']);
  });

  it('wait on, unchanged, while the network is still gone', async () => {
    const { seen, attempt } = server({ outcome: 'OFFLINE' });
    const both = [kept('a'), kept('b')];
    expect((await sendKept(both, attempt, () => 'new')).left).toEqual(both);
    expect(seen).toHaveLength(1);
  });

  it('go on top of an own draft whose answer was lost', async () => {
    const { seen, attempt } = server({ outcome: 'OUTDATED', revision: 4 });
    expect((await sendKept([kept('a')], attempt, () => 'new')).left).toEqual([]);
    expect(seen.map(({ revision, idempotencyKey }) => [revision, idempotencyKey])).toEqual([[3, 'key-a'], [4, 'new']]);
  });

  it('are not handed in a second time when they had arrived after all', async () => {
    const { seen, attempt } = server({ outcome: 'OUTDATED', revision: null });
    expect((await sendKept([kept('a')], attempt, () => 'new')).sent).toHaveLength(1);
    expect(seen).toHaveLength(1);
  });

  it('stay for their owner to look at when they are refused, and are not sent again by themselves', async () => {
    const { seen, attempt } = server({ outcome: 'REFUSED', code: 'SCORING_CLOSED' });
    const { left } = await sendKept([kept('a')], attempt, () => 'new');
    expect(left).toEqual([{ ...kept('a'), refusal: 'SCORING_CLOSED' }]);
    await sendKept(left, attempt, () => 'new');
    expect(seen).toHaveLength(1);
  });
});

describe('what is kept after a round of handing in', () => {
  const newer = (itemId: string): KeptSheet => ({ ...kept(itemId), input: { ...kept(itemId).input, idempotencyKey: `newer-${itemId}` } });

  it('has nothing of a sheet that was handed in', () => {
    expect(afterRound([kept('a'), kept('b')], [kept('b')], [kept('a'), kept('b')])).toEqual([kept('b')]);
  });

  it('has a sheet that still fails as the round left it', () => {
    const refused = { ...kept('a'), refusal: 'SCORING_CLOSED' };
    const rekeyed = newer('b');
    expect(afterRound([kept('a'), kept('b')], [refused, rekeyed], [kept('a'), kept('b')])).toEqual([refused, rekeyed]);
  });

  it('does not bring back a sheet that its owner took back while it was being sent', () => {
    expect(afterRound([kept('a'), kept('b')], [kept('a'), kept('b')], [kept('b')])).toEqual([kept('b')]);
  });

  it('has the newer sheet that replaced another while that was being sent, whatever became of it', () => {
    expect(afterRound([kept('a')], [], [newer('a')])).toEqual([newer('a')]);
    expect(afterRound([kept('a')], [{ ...kept('a'), refusal: 'SCORING_CLOSED' }], [newer('a')])).toEqual([newer('a')]);
  });

  it('has a sheet that was finished in the meantime', () => {
    expect(afterRound([kept('a')], [], [kept('a'), kept('c')])).toEqual([kept('c')]);
  });
});
