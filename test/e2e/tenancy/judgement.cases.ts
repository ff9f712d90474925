import { CreateCouncil } from '@domain/evaluation';
import { runAs } from '@kit/context';
import { newId } from '@kit/ids';
import { casesOf, object } from '../../factories/conflicts.js';
import { aLockedSession, propose } from '../../factories/decision.js';
import { anAssigningScene } from '../../factories/assignment.js';
import { aConvenedSession, aCouncil, aCouncilInput, anOpenSession, aPlannedSession, type Cast } from '../../factories/evaluation.js';
import type { Actor } from '../../factories/identity.js';
import { anAccepted, aScene, type Scene } from '../../factories/initiative.js';
import type { IdOf, TenancyCases } from './tenancy-cases.js';

const PUBLIC = 'The register is public, of all wards.';
const COUNCIL = { name: 'Hội đồng', decisionNumber: '9/QĐ-UBND', decisionDate: '2026-01-05', termFrom: '2026-01-10', termTo: '2028-12-31' };
const REPLACEMENT = { decisionNumber: '19/QĐ-UBND', decisionDate: '2026-01-05' };
const SHEET = { revision: 0, lines: [] };
const VERDICT = { decisionRevision: 1, outcome: 'RECOGNISED', effectiveness: 'RECOGNISED', refusalReasons: [], reason: '' };

/** A council that the actor chairs. */
export async function chairedBy(scene: Scene, chair: Actor): Promise<Cast> {
  const [secretary, one, two] = [await scene.person(), await scene.person(), await scene.person()];
  const everybody = [chair, secretary, one, two];
  const council = await runAs(scene.ward.system, () => scene.app.get(CreateCouncil).execute(aCouncilInput(scene, everybody)));
  return { councilId: council.id, chair, secretary, members: [one, two], everybody };
}

const session = (foreign: IdOf) => ({ input: { sessionId: foreign('sitting'), revision: 1 } });

/** A session that the actor chairs, and two locked ones of another council: one with its decision before the head, one without. */
export const evaluationCases: TenancyCases = {
  async arrange(app, actor) {
    const scene = await aScene(app, { ward: actor.ward });
    const cast = await chairedBy(scene, actor);
    const accepted = async () => anAccepted(scene, await scene.person(), actor);
    const open = await anOpenSession(scene, cast, [await accepted()]);
    await accepted();
    const draft = await aPlannedSession(scene, cast);
    const assigning = await anAssigningScene(app, 3, actor.ward);
    const assignable = await aConvenedSession(assigning, cast, [await anAccepted(assigning, await scene.person(), actor)]);
    const bench = { scene, cast: await aCouncil(scene, { size: 1 }), officer: actor, head: actor };
    const decided = await aLockedSession(bench, [{ council: 'EFFECTIVE_AND_REPLICABLE' }]);
    const undecided = await aLockedSession(bench, [{ council: 'EFFECTIVE_AND_REPLICABLE' }]);
    const decision = await propose(bench, decided.session.id);
    const [objectedTo, replaced] = cast.members as [Actor, Actor];
    await object(actor, open.items[0]!.initiativeId, objectedTo.personId);
    const [conflict] = (await casesOf(actor, open)).map((one) => one.conflict.id);
    const [appointment] = await app.sql<{ id: string }>('select id from council_member where council_id = $1 and person_id = $2', [cast.councilId, replaced.personId]);
    return {
      conflict: conflict ?? '', sittingInitiative: open.items[0]!.initiativeId, councilMember: appointment?.id ?? '', today: scene.today,
      council: cast.councilId, sittingCampaign: scene.campaignId, sitting: open.id, agendaItem: open.items[0]?.id ?? '', draftSession: draft.id,
      assignableSession: assignable.id, assignableItem: assignable.items[0]?.id ?? '', assignable: cast.members[0]?.personId ?? '',
      candidate: (await accepted()).id, lockedSession: undecided.session.id, decision: decision.id, decisionItem: decision.items[0]?.id ?? '',
    };
  },
  fields: {
    'Query.councils': [],
    'Query.evaluationSessions': [],
    'Query.evaluationSession': [(foreign) => ({ id: foreign('sitting') })],
    'Query.sessionFairness': [(foreign) => ({ sessionId: foreign('lockedSession') })],
    'Query.agendaCandidates': [(foreign) => ({ sessionId: foreign('draftSession') })],
    'Query.proposeAssignment': [(foreign) => ({ sessionId: foreign('assignableSession') })],
    'Query.scoringQueue': [],
    'Query.agendaItem': [(foreign) => ({ id: foreign('agendaItem') })],
    'Query.replacementCandidates': [(foreign) => ({ sessionId: foreign('draftSession') })],
    'Mutation.decideConflicts': [
      (foreign) => ({ input: { sessionId: foreign('sitting'), conflictIds: [foreign('conflict')], decision: 'RECUSED' } }),
      (foreign, own) => ({ input: { sessionId: own('sitting'), conflictIds: [foreign('conflict')], decision: 'RECUSED' } }),
    ],
    'Mutation.recordObjection': [
      (foreign, own) => ({ input: { initiativeId: foreign('sittingInitiative'), personId: own('person'), reason: 'Có tranh chấp.' } }),
      (foreign, own) => ({ input: { initiativeId: own('sittingInitiative'), personId: foreign('person'), reason: 'Có tranh chấp.' } }),
    ],
    'Mutation.choosePresider': [(foreign, own) => ({ input: { itemId: foreign('agendaItem'), personId: own('person') } })],
    'Mutation.replaceCouncilMember': [
      // First, because at home the others find the member replaced.
      (foreign, own) => ({ input: { ...REPLACEMENT, from: own('today'), councilId: own('council'), memberId: own('councilMember'), personId: foreign('person') } }),
      (foreign, own) => ({ input: { ...REPLACEMENT, from: own('today'), councilId: foreign('council'), memberId: foreign('councilMember'), personId: own('person') } }),
      (foreign, own) => ({ input: { ...REPLACEMENT, from: own('today'), councilId: own('council'), memberId: foreign('councilMember'), personId: own('person') } }),
    ],
    'Mutation.createCouncil': [(foreign, own) => ({
      input: {
        ...COUNCIL, members: [
          { personId: own('lead'), role: 'CHAIR', isVoting: true }, { personId: own('person'), role: 'SECRETARY', isVoting: true },
          { personId: foreign('person'), role: 'MEMBER', isVoting: true },
        ],
      },
    })],
    'Mutation.createSession': [
      (foreign, own) => ({ input: { councilId: foreign('council'), campaignId: own('sittingCampaign'), title: 'Phiên họp' } }),
      (foreign, own) => ({ input: { councilId: own('council'), campaignId: foreign('sittingCampaign'), title: 'Phiên họp' } }),
    ],
    'Mutation.setAgenda': [
      (foreign, own) => ({ input: { sessionId: own('draftSession'), revision: 1, initiativeIds: [foreign('candidate')] } }),
      (foreign) => ({ input: { sessionId: foreign('sitting'), revision: 1, initiativeIds: [] } }),
    ],
    'Mutation.rescheduleSession': [(foreign) => ({ input: { sessionId: foreign('draftSession'), revision: 1, place: 'Phòng họp B' } })],
    'Mutation.applyAssignment': [
      (foreign) => ({ input: { sessionId: foreign('assignableSession'), revision: 3, rows: [] } }),
      (foreign, own) => ({ input: { sessionId: own('assignableSession'), revision: 3, rows: [{ itemId: foreign('assignableItem'), personIds: [] }] } }),
      (foreign, own) => ({ input: { sessionId: own('assignableSession'), revision: 3, rows: [{ itemId: own('assignableItem'), personIds: [foreign('assignable')] }] } }),
    ],
    'Mutation.undoAssignment': [(foreign) => ({ input: { sessionId: foreign('assignableSession'), revision: 4 } })],
    'Mutation.conveneSession': [session],
    'Mutation.openScoring': [session],
    'Mutation.saveScoreSheet': [(foreign) => ({ input: { itemId: foreign('agendaItem'), ...SHEET } })],
    'Mutation.submitScoreSheet': [(foreign) => ({ input: { itemId: foreign('agendaItem'), ...SHEET, idempotencyKey: newId() } })],
    'Mutation.reopenScoreSheet': [(foreign) => ({ input: { itemId: foreign('agendaItem'), revision: 9 } })],
    'Mutation.declareConflict': [(foreign) => ({ input: { itemId: foreign('agendaItem'), kind: 'KIN', reason: 'Người thân của tác giả.' } })],
    'Mutation.closeScoring': [session],
    'Mutation.lockSession': [session],
    'Mutation.cancelSession': [session],
  },
};

export const recognitionCases: TenancyCases = {
  arrange: async () => ({}),
  fields: {
    'Query.recognitionDecisions': [],
    'Query.recognitionDecision': [(foreign) => ({ id: foreign('decision') })],
    'Mutation.proposeDecision': [(foreign) => ({ input: { sessionId: foreign('lockedSession'), summary: 'Về việc công nhận sáng kiến' } })],
    'Mutation.decideItem': [(foreign) => ({ input: { itemId: foreign('decisionItem'), ...VERDICT } })],
    'Mutation.issueDecision': [(foreign) => ({ input: { decisionId: foreign('decision'), revision: 1, idempotencyKey: newId() } })],
    'Query.register': PUBLIC,
    'Query.registerEntry': PUBLIC,
    'Query.registerStatistics': PUBLIC,
    'Query.relatedRegisterEntries': PUBLIC,
  },
};
