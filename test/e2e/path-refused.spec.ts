import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { newId } from '@kit/ids';
import { actOn, step } from '../factories/evaluation.js';
import { act, look } from '../factories/initiative.js';
import { meetAndLock } from '../factories/meeting.js';
import { aCast, aJointDraft, aSessionOn, aSheet, submit } from '../factories/path.js';
import { decide, told } from '../factories/recognition.js';
import { useApp } from '../setup/app.js';

const files = mkdtempSync(path.join(tmpdir(), 'khoi-refusal-'));
const app = useApp({ FILES_DIR: files });
afterAll(() => rmSync(files, { recursive: true, force: true }));

describe('one initiative that the head refuses against the council', () => {
  it('ends with a legal ground that its authors read, and outside the register', async () => {
    const cast = await aCast(app());
    const { author, coAuthor, secretary, head } = cast;
    const { id, code } = await aJointDraft(cast, 'Sổ tay tra cứu thủ tục bằng mã QR');
    await act(coAuthor, 'confirmAuthorship', { id, shareBp: 4000 });
    await submit(author, id);
    await act(cast.officer, 'acceptInitiative', { id, versionNumber: 1 });
    const session = await aSessionOn(cast, id);
    const itemId = session.items[0]!.id;
    for (const member of [cast.chair, secretary, ...cast.members]) {
      await actOn(member, 'submitScoreSheet', aSheet(itemId, '1600/L2 1200/L2 1600/L2 800/L2 1200/L2 800/L2 800/L2'), 'total');
    }
    await step(secretary, 'closeScoring', session);
    await meetAndLock(cast, session);
    const proposed = await decide(secretary, 'proposeDecision', { sessionId: session.id, summary: 'Về việc xét công nhận sáng kiến' });
    expect(proposed.items).toEqual([{ id: expect.any(String), councilOutcome: 'EFFECTIVE_AND_REPLICABLE', councilAverage: 8000, authorNames: ['Lê Thu Hà', 'Phạm Gia Huy'] }]);

    const item = { itemId: proposed.items[0]!.id, decisionRevision: proposed.revision, outcome: 'REFUSED', effectiveness: 'NOT_RECOGNISED' };
    const faultsOf = async (input: object) => {
      const answer = await head.client.refusal('mutation ($input: DecideItemInput!) { decideItem(input: $input) { id } }', { input });
      return answer.faults?.map(({ code: fault, path: at }) => [fault, at]);
    };
    expect(await faultsOf({ ...item, refusalReasons: [], reason: '' })).toEqual([['DECISION_REFUSAL_NEEDS_REASON', ['input', 'refusalReasons']]]);
    expect(await faultsOf({ ...item, refusalReasons: ['TOO_SHORT'], reason: 'Ngắn.' })).toEqual([['DECISION_REFUSAL_REASON_UNKNOWN', ['input', 'refusalReasons', '0']]]);

    const reason = 'Giải pháp trùng với ứng dụng tra cứu mà thành phố đã triển khai từ năm trước.';
    const decided = await decide(head, 'decideItem', { ...item, refusalReasons: ['NOT_NEW'], reason });
    const issued = await decide(head, 'issueDecision', { decisionId: proposed.id, revision: decided.revision, idempotencyKey: newId() });
    expect(issued.fullNumber).toBe('01/QĐ-UBND');

    for (const one of [author, coAuthor]) {
      expect(await told(one, 'INITIATIVE_REFUSED')).toEqual([{
        code, title: 'Sổ tay tra cứu thủ tục bằng mã QR', decisionNumber: '01/QĐ-UBND', decisionDate: cast.today, effectiveness: 'NOT_RECOGNISED', reasonCodes: 'NOT_NEW', reason,
      }]);
      expect(await told(one, 'INITIATIVE_RECOGNISED')).toEqual([]);
    }
    expect(await look(author, id, 'state recognition { outcome refusalReasons reason deviates }')).toEqual({
      state: 'REFUSED', recognition: { outcome: 'REFUSED', refusalReasons: ['NOT_NEW'], reason, deviates: true },
    });
    const { register } = await cast.visitor.ask<{ register: object }>(
      'query ($ward: String) { register(filter: { tenantCode: $ward }) { totalCount edges { node { code } } } }', { ward: cast.ward.code });
    expect(register).toEqual({ totalCount: 0, edges: [] });
    const { auditEvents } = await head.client.ask<{ auditEvents: { edges: { node: { action: string } }[] } }>('{ auditEvents(first: 2) { edges { node { action } } } }');
    expect(auditEvents.edges.map(({ node }) => node.action)).toEqual(['recognition.decision-issued', 'recognition.item-decided']);
  }, 60_000);
});
