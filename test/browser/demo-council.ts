import { type Session, step } from '../factories/evaluation.js';
import type { Actor } from '../factories/identity.js';
import { actOnMeeting, type Council, sign } from '../factories/meeting.js';
import { overTheWire } from './drafts.js';

/** The seven voting members of the demo ward’s council, in the order of its decision; the third is its secretary. */
const MEMBERS = ['hao.ngo', 'bach.hoang', 'chau.doan', 'nghia.do', 'hue.cao', 'van.do', 'binh.ha'] as const;
const CHAIR = 0;
const SECRETARY = 2;

/** The council of the demo ward over the wire, for the parts of a meeting that a test arranges and does not look at. */
export async function demoCouncil(url: string): Promise<Council> {
  const everybody: Actor[] = [];
  for (const username of MEMBERS) {
    const client = await overTheWire(url, username);
    const { viewer } = await client.ask<{ viewer: { person: { id: string } } }>('{ viewer { person { id } } }');
    // Steps of a meeting ask an actor for no more than these two.
    everybody.push({ client, personId: viewer.person.id } as Actor);
  }
  return { everybody, chair: everybody[CHAIR]!, secretary: everybody[SECRETARY]! };
}

/** From the counted session to minutes that are signed: all that is left is the lock. */
export async function conclude(cast: Council, session: Pick<Session, 'id'>): Promise<void> {
  for (const member of cast.everybody.slice(-2)) await sign(member, session, 'COUNTING');
  await step(cast.secretary, 'endSitting', session);
  await actOnMeeting(cast.secretary, 'draftMinutes', session, { conclusion: 'Hội đồng thống nhất kết quả biểu quyết.' });
  for (const signer of [cast.chair, cast.secretary]) await sign(signer, session, 'MEETING');
}
