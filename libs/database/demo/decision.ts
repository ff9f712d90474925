import { DecideItem, IssueDecision, ProposeDecision } from '@domain/recognition';
import { newId } from '@kit/ids';
import { initiatives, type DemoDecision, type DemoInitiative, type DemoSession, type PersonKey } from './data/index.js';
import type { DemoWard } from './demo-ward.js';

const SECRETARY: PersonKey = 'doan-minh-chau';
/** A deputy signs for the head (Decree 30/2020, Annex I). */
const FOR_HEAD = 'KT. Chủ tịch, Phó Chủ tịch Ủy ban nhân dân phường';

/** The secretary lays the results before the signer, who decides item by item and issues the decision. */
export async function decide(ward: DemoWard, session: DemoSession, decision: DemoDecision): Promise<void> {
  const { signer, signingMode, summary } = decision;
  const proposed = await ward.as(SECRETARY, () => ward.use(ProposeDecision).execute({ sessionId: ward.sessions.get(session.key), summary }));
  const issued = await ward.as(signer, async () => {
    let { revision } = proposed;
    for (const item of proposed.items) {
      const decided = await ward.use(DecideItem).execute({ itemId: item.id, decisionRevision: revision, ...verdictOn(initiativeOf(ward, item.initiativeId)) });
      ({ revision } = decided);
    }
    return ward.use(IssueDecision).execute({
      decisionId: proposed.id, revision, idempotencyKey: newId(), signerTitle: signingMode === 'FOR_HEAD' ? FOR_HEAD : null,
    });
  });
  ward.tell(`Quyết định số ${issued.fullNumber} về ${issued.items.length} sáng kiến`, `Decision ${issued.fullNumber} on ${issued.items.length} initiatives`);
}

function initiativeOf(ward: DemoWard, id: string): DemoInitiative {
  return initiatives.find((one) => ward.initiatives.has(one.key) && ward.initiatives.get(one.key) === id)!;
}

type Verdict = Omit<Parameters<DecideItem['execute']>[0], 'itemId' | 'decisionRevision'>;

function verdictOn({ refusal }: DemoInitiative): Verdict {
  if (refusal === undefined) return { outcome: 'RECOGNISED', effectiveness: 'RECOGNISED', refusalReasons: [], reason: '' };
  return { outcome: 'REFUSED', effectiveness: 'NOT_RECOGNISED', refusalReasons: [refusal.reason], reason: refusal.text };
}
