import {
  CallRoll, CastBallot, CloseBallot, CloseScoring, ConveneSession, CountSession, CreateCouncil, CreateSession, DecideConflicts, DraftMinutes, EndSitting, LockSession,
  NameCountingBoard, OpenBallot, OpenScoring, OpenSitting, SaveScoreSheet, SetAgenda, SignMinutes, SubmitScoreSheet,
} from '@domain/evaluation';
import { presetOf, rulesOf } from '@domain/regulation';
import { sql } from '@kit/database';
import { newId } from '@kit/ids';
import {
  councils, initiatives, scoreSheetsOf, sessions, type CampaignKey, type DemoScoreSheet, type DemoSession, type PersonKey,
} from './data/index.js';
import { type DemoWard, together } from './demo-ward.js';
import { IN_FORCE } from './rules.js';

const SECRETARY: PersonKey = 'doan-minh-chau';
const CHAIR: PersonKey = 'ngo-bich-hao';
const HEAD: PersonKey = 'vu-duc-thinh';
const CONCLUSION = 'Hội đồng thống nhất kết quả đánh giá và trình Chủ tịch UBND phường xem xét, quyết định công nhận các sáng kiến đạt yêu cầu.';
/** Hundredths of a point from which a member of the demo votes in favour. */
const IN_FAVOUR_FROM = 5000;

/** The head appoints the council. */
export async function writeCouncils(ward: DemoWard): Promise<void> {
  for (const council of councils) {
    const { id } = await ward.as(HEAD, () => ward.use(CreateCouncil).execute({
      name: council.name, decisionNumber: council.decisionNumber, decisionDate: ward.day(council.decisionDaysAgo),
      termFrom: ward.day(council.termFromDaysAgo), termTo: ward.day(council.termToDaysAgo),
      members: council.members.map(({ person, role, voting }) => ({ personId: ward.people.get(person), role, isVoting: voting })),
    }));
    ward.councils.set(council.key, id);
    ward.tell(`Hội đồng ${council.members.length} thành viên`, `A council of ${council.members.length} members`);
  }
}

export const sessionOf = (campaign: CampaignKey): DemoSession | undefined => sessions.find((one) => one.campaign === campaign);

/** Prepares a session and opens its scoring; the sheets come in as the data say, all or part of them. */
export async function holdSession(ward: DemoWard, session: DemoSession): Promise<void> {
  const id = await ward.as(SECRETARY, () => ward.use(CreateSession).execute({
    councilId: ward.councils.get(session.council), campaignId: ward.campaigns.get(session.campaign),
    title: session.title, place: session.place,
    heldOn: ward.notBeforeToday(session.meetsDaysAgo), scoringDueOn: ward.notBeforeToday(session.scoringClosesDaysAgo),
  }));
  ward.sessions.set(session.key, id);
  const initiativeIds = session.agenda.map((key) => ward.initiatives.get(key));
  await stepAs(ward, SECRETARY, id, (act) => ward.use(SetAgenda).execute({ ...act, initiativeIds }));
  await stepAs(ward, SECRETARY, id, (act) => ward.use(ConveneSession).execute(act));
  await stepAs(ward, SECRETARY, id, (act) => ward.use(OpenScoring).execute(act));
  const count = await writeSheets(ward, session);
  ward.tell(`${count} phiếu chấm: ${session.title}`, `${count} score sheets: ${session.title}`);
}

/** The secretary ends the scoring; the council meets, votes, counts and signs; the chair locks the session. */
export async function closeSession(ward: DemoWard, session: DemoSession): Promise<void> {
  const id = ward.sessions.get(session.key);
  const members = councils.find((one) => one.key === session.council)!.members;
  const voters = members.filter((member) => member.voting);
  await stepAs(ward, SECRETARY, id, (act) => ward.use(CloseScoring).execute(act));
  await openMeeting(ward, id, members.map((member) => member.person));
  const items = await ward.database.rows<{ id: string }>(sql`select id from agenda_item where session_id = ${id} order by position`);
  for (const item of items) await voteOn(ward, item.id, voters.map((member) => member.person));
  const board = voters.filter(({ role }) => role !== 'CHAIR' && role !== 'SECRETARY').slice(-2).map(({ person }) => person);
  await stepAs(ward, SECRETARY, id, (act) => ward.use(NameCountingBoard).execute({ ...act, personIds: board.map((person) => ward.people.get(person)) }));
  await stepAs(ward, SECRETARY, id, (act) => ward.use(CountSession).execute(act));
  for (const person of board) await signAs(ward, person, id, 'COUNTING');
  await stepAs(ward, SECRETARY, id, (act) => ward.use(EndSitting).execute({ ...act, adjournedBecause: null }));
  await stepAs(ward, SECRETARY, id, (act) => ward.use(DraftMinutes).execute({ ...act, conclusion: CONCLUSION }));
  for (const person of [CHAIR, SECRETARY]) await signAs(ward, person, id, 'MEETING');
  await stepAs(ward, CHAIR, id, (act) => ward.use(LockSession).execute(act));
}

/** Everybody comes in and the chair opens the meeting. */
async function openMeeting(ward: DemoWard, sessionId: string, people: readonly PersonKey[]): Promise<void> {
  for (const person of people) {
    await ward.as(SECRETARY, () => ward.use(CallRoll).execute({
      sessionId, personId: ward.people.get(person), mark: 'PRESENT', reason: '', writtenOpinion: '',
    }));
  }
  await stepAs(ward, SECRETARY, sessionId, (act) => ward.use(OpenSitting).execute({ ...act, presidingPersonId: null, authorisation: null }));
}

/** Whoever holds a ballot votes as their own sheet suggests. */
async function voteOn(ward: DemoWard, itemId: string, voters: readonly PersonKey[]): Promise<void> {
  await ward.as(SECRETARY, () => ward.use(OpenBallot).execute(itemId));
  const holders = await ward.database.rows<{ personId: string; total: number | null }>(sql`
    select i.person_id as "personId", h.total from ballot_issue i join ballot_item b on b.id = i.ballot_item_id
    left join score_sheet h on h.item_id = b.item_id and h.person_id = i.person_id where b.item_id = ${itemId} and b.state = 'OPEN'`);
  for (const person of voters) {
    const holder = holders.find(({ personId }) => personId === ward.people.get(person));
    if (holder === undefined) continue;
    await ward.as(person, () => ward.use(CastBallot).execute({ itemId, choice: (holder.total ?? 0) >= IN_FAVOUR_FROM ? 'AGREE' : 'DISAGREE' }));
  }
  await ward.as(SECRETARY, () => ward.use(CloseBallot).execute(itemId));
}

async function signAs(ward: DemoWard, person: PersonKey, sessionId: string, kind: 'MEETING' | 'COUNTING'): Promise<void> {
  const minutes = await ward.database.rows<{ minutesId: string; sha256: string }>(sql`
    select id as "minutesId", sha256 from minutes where session_id = ${sessionId} and kind = ${kind} order by number desc limit 1`);
  for (const one of minutes) await ward.as(person, () => ward.use(SignMinutes).execute(one));
}

async function stepAs(
  ward: DemoWard, person: PersonKey, sessionId: string, step: (act: { sessionId: string; revision: number }) => Promise<unknown>,
): Promise<void> {
  const { revision } = await ward.read<{ revision: number }>(sql`select revision from evaluation_session where id = ${sessionId}`);
  await ward.as(person, () => step({ sessionId, revision }));
}

async function writeSheets(ward: DemoWard, session: DemoSession): Promise<number> {
  const { criteria } = rulesOf(presetOf(IN_FORCE.key)!);
  const { members } = councils.find((one) => one.key === session.council)!;
  const planned = session.agenda.flatMap((key) => {
    const initiative = initiatives.find((one) => one.key === key)!;
    return scoreSheetsOf(initiative, members, criteria).map((sheet) => ({ key, sheet }));
  });
  const interests = await interestsIn(ward, session);
  const isOf = ({ key, sheet }: (typeof planned)[number], interest: DemoInterest): boolean =>
    interest.initiativeId === ward.initiatives.get(key) && interest.personId === ward.people.get(sheet.member);
  await letScore(ward, session, interests.filter((interest) => interest.decision === 'PENDING' && planned.some((one) => isOf(one, interest))));
  // Heads of the units of authors do not score them, whatever the data would have them give.
  const sheets = planned.filter((one) => !interests.some((interest) => interest.decision === 'RECUSED' && isOf(one, interest)));
  await together(sheets, async ({ key, sheet }) => {
    const { id } = await ward.read<{ id: string }>(sql`
      select id from agenda_item where session_id = ${ward.sessions.get(session.key)} and initiative_id = ${ward.initiatives.get(key)}`);
    await writeSheet(ward, id, sheet);
  });
  return sheets.length;
}

interface DemoInterest {
  readonly id: string;
  readonly initiativeId: string;
  readonly personId: string;
  readonly decision: string;
}

/** The interests the platform found when the agenda was set. */
function interestsIn(ward: DemoWard, session: DemoSession): Promise<DemoInterest[]> {
  return ward.database.rows<DemoInterest>(sql`
    select x.id, a.initiative_id as "initiativeId", x.person_id as "personId", x.decision from conflict x join agenda_item a on a.id = x.item_id
    where a.session_id = ${ward.sessions.get(session.key)}`);
}

/** The head decides about the chair, the chair about everybody else. Interests of members who have not begun still wait. */
async function letScore(ward: DemoWard, session: DemoSession, interests: readonly DemoInterest[]): Promise<void> {
  const sessionId = ward.sessions.get(session.key);
  const reason = 'Làm việc cùng đơn vị nhưng không tham gia sáng kiến và không phụ trách tác giả.';
  const chairId = ward.people.get(CHAIR);
  for (const [decider, isTheirs] of [[HEAD, true], [CHAIR, false]] as const) {
    const conflictIds = interests.filter(({ personId }) => (personId === chairId) === isTheirs).map(({ id }) => id);
    if (conflictIds.length > 0) await ward.as(decider, () => ward.use(DecideConflicts).execute({ sessionId, conflictIds, decision: 'ALLOWED', reason }));
  }
}

async function writeSheet(ward: DemoWard, itemId: string, sheet: DemoScoreSheet): Promise<void> {
  const { lines, generalComment, proposal } = sheet;
  const input = { itemId, revision: 0, lines, generalComment, proposal: proposal ?? null };
  await ward.as(sheet.member, () => (sheet.state === 'SUBMITTED'
    ? ward.use(SubmitScoreSheet).execute({ ...input, idempotencyKey: newId() })
    : ward.use(SaveScoreSheet).execute(input)));
}
