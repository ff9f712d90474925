import type { Actor } from './identity.js';
import { actOn, type Cast, type Item, SESSION, seeSession, type Session, step } from './evaluation.js';

/** Whoever a meeting needs. */
export type Council = Pick<Cast, 'chair' | 'secretary' | 'everybody'>;

export const CALL_ROLL = `mutation ($input: CallRollInput!) { callRoll(input: $input) { ${SESSION} } }`;
export const CAST = 'mutation ($input: CastBallotInput!) { castBallot(input: $input) }';
export const OPEN_BALLOT = 'mutation ($id: ID!) { openBallot(itemId: $id) { ballot { state issued } } }';
export const CLOSE_BALLOT = 'mutation ($id: ID!) { closeBallot(itemId: $id) { ballot { state issued returned valid invalid agree disagree } } }';

export type Choice = 'AGREE' | 'DISAGREE' | 'BLANK';

/** The secretary notes one line of the roll-call. */
export async function callRoll(by: Actor, session: Pick<Session, 'id'>, of: Pick<Actor, 'personId'>, mark: string, given: object = {}): Promise<void> {
  await by.client.ask(CALL_ROLL, { input: { sessionId: session.id, personId: of.personId, mark, ...given } });
}

/** An act on the meeting with the revision of the session as it stands. */
export async function actOnMeeting(by: Actor, mutation: string, session: Pick<Session, 'id'>, given: object): Promise<Session> {
  const { revision } = await seeSession(by, session.id);
  return actOn(by, mutation, { sessionId: session.id, revision, ...given });
}

/** These people, or the whole council, come together and the meeting is opened. */
export async function sit(cast: Council, session: Pick<Session, 'id'>, present: readonly Actor[] = cast.everybody, given: object = {}): Promise<Session> {
  for (const actor of present) await callRoll(cast.secretary, session, actor, 'PRESENT');
  return actOnMeeting(cast.secretary, 'openSitting', session, given);
}

export async function openBallot(by: Actor, item: Pick<Item, 'id'>): Promise<void> {
  await by.client.ask(OPEN_BALLOT, { id: item.id });
}

export async function castBallot(by: Actor, item: Pick<Item, 'id'>, choice: Choice): Promise<void> {
  await by.client.ask(CAST, { input: { itemId: item.id, choice } });
}

export async function closeBallot(by: Actor, item: Pick<Item, 'id'>): Promise<void> {
  await by.client.ask(CLOSE_BALLOT, { id: item.id });
}

async function holdsBallot(voter: Actor, item: Pick<Item, 'id'>): Promise<boolean> {
  const { data } = await voter.client.send<{ agendaItem: { ballot: { isMine: boolean } | null } }>('query ($id: ID!) { agendaItem(id: $id) { ballot { isMine } } }', { id: item.id });
  return data?.agendaItem?.ballot?.isMine === true;
}

/** One item is voted on from beginning to end by these people. @param choices the last one also holds for everybody after it */
export async function vote(cast: Council, item: Pick<Item, 'id'>, choices: readonly Choice[] = ['AGREE'], voters: readonly Actor[] = cast.everybody): Promise<void> {
  await openBallot(cast.secretary, item);
  for (const [index, voter] of voters.entries()) {
    if (await holdsBallot(voter, item)) await castBallot(voter, item, choices[index] ?? choices.at(-1)!);
  }
  await closeBallot(cast.secretary, item);
}

/** These members, or the last two of the council, count the ballots. */
export async function nameBoard(cast: Council, session: Pick<Session, 'id'>, board: readonly Actor[] = cast.everybody.slice(-2)): Promise<void> {
  await actOnMeeting(cast.secretary, 'nameCountingBoard', session, { personIds: board.map(({ personId }) => personId) });
}

interface MinutesToSign {
  readonly minutes: readonly { readonly id: string; readonly kind: string; readonly sha256: string }[];
}

/** Somebody signs the last minutes of a kind. */
export async function sign(by: Actor, session: Pick<Session, 'id'>, kind: 'MEETING' | 'COUNTING'): Promise<void> {
  const { minutes } = await seeSession<MinutesToSign>(by, session.id, 'minutes { id kind sha256 }');
  const { id, sha256 } = minutes.find((one) => one.kind === kind)!;
  await actOn(by, 'signMinutes', { minutesId: id, sha256 });
}

/** From the end of scoring to the counted session: everybody sits, and every item is voted on. */
export async function meetAndCount(cast: Council, session: Session, choices: readonly Choice[] = ['AGREE']): Promise<Session> {
  await sit(cast, session);
  for (const item of session.items) await vote(cast, item, choices);
  await nameBoard(cast, session);
  return step(cast.secretary, 'countSession', session);
}

/** From the counted session to the lock: everybody signs. @param hasBoard whether there were secret ballots */
export async function concludeAndLock(cast: Council, session: Pick<Session, 'id'>, hasBoard = true): Promise<Session> {
  if (hasBoard) for (const member of cast.everybody.slice(-2)) await sign(member, session, 'COUNTING');
  await step(cast.secretary, 'endSitting', session);
  await actOnMeeting(cast.secretary, 'draftMinutes', session, { conclusion: 'Hội đồng thống nhất kết quả biểu quyết.' });
  await sign(cast.chair, session, 'MEETING');
  await sign(cast.secretary, session, 'MEETING');
  return step(cast.chair, 'lockSession', session);
}

/** From the end of scoring to the lock, with every member in favour of every item. */
export async function meetAndLock(cast: Council, session: Session, choices: readonly Choice[] = ['AGREE']): Promise<Session> {
  await meetAndCount(cast, session, choices);
  return concludeAndLock(cast, session);
}
