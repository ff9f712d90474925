import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { SessionSignals } from '@domain/evaluation';
import { runAs } from '@kit/context';
import { Database } from '@kit/database';
import { newId } from '@kit/ids';
import { LiveSignals } from '@kit/live';
import { type Actor, anActor } from '../factories/identity.js';
import { aScene, anAccepted, type Scene, type Seen } from '../factories/initiative.js';
import {
  aConvenedSession, aCouncil, actOn, aDraftSession, anOpenSession, type Cast, declare, linesOf, presetRules, reopenSheet, seeSession, type Session, someAccepted, step, submitSheet,
} from '../factories/evaluation.js';
import { heardItems, listenTo } from '../factories/live.js';
import { aWard } from '../factories/organisation.js';
import { useApp } from '../setup/app.js';
import { asAdmin } from '../setup/database.js';
import { statementsDuring } from '../setup/statements.js';

jest.setTimeout(60_000);
const app = useApp();
const rules = presetRules('ward-start');
let scene: Scene;
let officer: Actor;
let lead: Actor;
/** The lead of the first initiative sits on the council and is recused on its item. */
let cast: Cast;
let session: Session;
let barred: string;
let open: string;

beforeAll(async () => {
  scene = await aScene(app());
  officer = await scene.person({ roles: ['INTAKE_OFFICER'] });
  lead = await scene.person();
  cast = await aCouncil(scene, { also: [lead] });
  const own = await anAccepted(scene, lead, officer);
  const [other] = (await someAccepted(scene, officer, 1)) as [Seen];
  session = await anOpenSession(scene, cast, [own, other]);
  [barred, open] = session.items.map(({ id }) => id) as [string, string];
}, 60_000);

/** Acts as a use case does: several signals of one transaction. */
function publish(work: (signals: SessionSignals) => Promise<unknown>): Promise<unknown> {
  return runAs(scene.ward.system, () => app().get(Database).transaction(() => work(app().get(SessionSignals))));
}

/** The connections on which processes of this database hear of changes. */
async function wires(): Promise<number[]> {
  const rows = await app().sql<{ pid: number }>(`select pid from pg_stat_activity where application_name = 'khoi-live' and datname = current_database()`);
  return rows.map(({ pid }) => pid);
}

/** Longer than signals are gathered and held back together. */
const QUIET = 1_200;

/** Somebody who listens and has been told to ask now. */
async function listening(actor: Actor, id = session.id) {
  const stream = await listenTo(app(), actor, id);
  expect(await heardItems(stream)).toEqual([]);
  return stream;
}

describe('a session that somebody looks at', () => {
  it('says within a second that another changed it, and nothing else', async () => {
    const planned = await aConvenedSession(scene, cast, (await someAccepted(scene, officer, 1)));
    const stream = await listening(cast.members[0]!, planned.id);
    const begin = performance.now();
    const { revision } = await seeSession(cast.secretary, planned.id);
    await actOn(cast.secretary, 'rescheduleSession', { sessionId: planned.id, revision, heldOn: scene.today, place: 'Phòng họp số 2', scoringDueOn: null });
    const news = await stream.next();
    expect(news).toEqual({ data: { sessionChanged: { sessionId: planned.id, itemIds: [] } }, at: expect.any(Number) });
    expect(news.at - begin).toBeLessThan(1_000);
    stream.close();
  });

  it('says nothing of what was rolled back, and nothing of another session', async () => {
    const stream = await listening(cast.chair);
    await expect(publish(async (signals) => {
      await signals.session(session.id);
      throw new Error('the act failed');
    })).rejects.toThrow('the act failed');
    await publish((signals) => signals.session(newId()));
    expect(await stream.during(QUIET)).toEqual([]);
    stream.close();
  });

  it('must be signalled inside the transaction of the act', async () => {
    await expect(app().get(SessionSignals).session(session.id)).rejects.toThrow('publish needs a transaction');
  });

  it('carries words and ids only', async () => {
    for (const part of ['item:Đạt 9 trên 9', `item:${open}/score:90`, 'item', 'x'.repeat(200)]) {
      await expect(publish(() => app().get(LiveSignals).publish({ kind: 'session', id: session.id }, part))).rejects.toThrow('words and ids only');
    }
  });
});

describe('who hears of a sheet', () => {
  it('is whoever may see who has submitted, and its owner; not the other members, who could count', async () => {
    const [one, two] = cast.members as [Actor, Actor, Actor];
    const streams = { chair: await listening(cast.chair), secretary: await listening(cast.secretary), owner: await listening(one), colleague: await listening(two), lead: await listening(lead) };
    const sheet = await submitSheet(one, open, linesOf(rules));
    expect(await heardItems(streams.chair)).toEqual([open]);
    expect(await heardItems(streams.secretary)).toEqual([open]);
    expect(await heardItems(streams.owner)).toEqual([]);
    await reopenSheet(one, sheet);
    expect(await heardItems(streams.chair)).toEqual([open]);
    expect(await streams.colleague.during(QUIET)).toEqual([]);
    expect(await streams.lead.during(0)).toEqual([]);
    for (const stream of Object.values(streams)) stream.close();
  });
});

describe('what only those see who prepare a session', () => {
  it('is heard by them alone', async () => {
    const streams = { chair: await listening(cast.chair), secretary: await listening(cast.secretary), member: await listening(cast.members[0]!) };
    await publish((signals) => signals.preparers(session.id));
    expect(await heardItems(streams.chair)).toEqual([]);
    expect(await heardItems(streams.secretary)).toEqual([]);
    expect(await streams.member.during(QUIET)).toEqual([]);
    for (const stream of Object.values(streams)) stream.close();
  });
});

describe('a recused member', () => {
  it('hears nothing of the item, whatever happens to it, and goes on hearing of the others', async () => {
    const streams = { lead: await listening(lead), chair: await listening(cast.chair), member: await listening(cast.members[0]!) };
    await publish(async (signals) => {
      for (const audience of ['item', 'progress', 'conflicts', 'result'] as const) await signals.item(session.id, barred, audience);
    });
    expect(await heardItems(streams.chair)).toEqual([barred]);
    expect(await heardItems(streams.member)).toEqual([barred]);
    expect(await streams.lead.during(QUIET)).toEqual([]);
    await publish((signals) => Promise.all([signals.item(session.id, barred), signals.item(session.id, open)]));
    expect(await heardItems(streams.lead)).toEqual([open]);
    expect([...(await heardItems(streams.chair))].sort()).toEqual([barred, open].sort());
    for (const stream of Object.values(streams)) stream.close();
  });

  it('stops hearing at the moment of the recusal, while listening', async () => {
    const own = await aCouncil(scene);
    const member = own.members[0]!;
    const planned = await aConvenedSession(scene, own, (await someAccepted(scene, officer, 1)));
    const item = planned.items[0]!.id;
    const stream = await listening(member, planned.id);
    await publish((signals) => signals.item(planned.id, item));
    expect(await heardItems(stream)).toEqual([item]);
    const secretary = await listening(own.secretary, planned.id);
    const colleague = await listening(own.members[1]!, planned.id);
    await declare(member, item);
    // The member is told to look anew, the secretary sees the declaration, the colleague nothing.
    expect(await heardItems(stream)).toEqual([]);
    expect(await heardItems(secretary)).toEqual([item]);
    expect(await colleague.during(QUIET)).toEqual([]);
    // Whoever decides about it, and when: the bar is what counts.
    await app().sql(`update conflict set decision = 'RECUSED' where item_id = $1 and person_id = $2`, [item, member.personId]);
    await publish((signals) => signals.item(planned.id, item));
    expect(await heardItems(colleague)).toEqual([item]);
    expect(await stream.during(QUIET)).toEqual([]);
    for (const one of [stream, secretary, colleague]) one.close();
  });
});

describe('many signals', () => {
  it('become few: at most one every half second, and none that could be counted', async () => {
    const stream = await listening(cast.chair);
    const begin = performance.now();
    for (let turn = 0; turn < 30; turn += 1) {
      await publish((signals) => signals.item(session.id, open));
      await new Promise((done) => setTimeout(done, 40));
    }
    const busy = performance.now() - begin;
    const heard = await stream.during(QUIET);
    expect(heard.length).toBeGreaterThanOrEqual(2);
    expect(heard.length).toBeLessThanOrEqual(Math.ceil((busy + QUIET) / 500));
    for (const [index, { at }] of heard.entries()) if (index > 0) expect(at - heard[index - 1]!.at).toBeGreaterThan(480);
    stream.close();
  });

  it('cost two statements for each listener who is told, whatever has changed', async () => {
    const streams = [await listening(cast.chair), await listening(cast.secretary), await listening(lead)];
    const statements = await statementsDuring(app(), async () => {
      await publish(async (signals) => {
        for (const { id } of session.items) for (const audience of ['item', 'progress', 'result'] as const) await signals.item(session.id, id, audience);
        await signals.session(session.id);
      });
      await Promise.all(streams.map((stream) => stream.news()));
    });
    const asked = statements.filter((text) => !/pg_notify|transaction|commit/i.test(text));
    expect(asked).toHaveLength(2 * streams.length);
    for (const stream of streams) stream.close();
  });
});

describe('a listener who may not listen', () => {
  it('hears one refusal for what does not exist, is in another ward, is no id, or is not announced yet', async () => {
    const elsewhere = await aScene(app(), { ward: await aWard(app()) });
    const stranger = await anActor(app(), elsewhere.ward, { roles: ['COUNCIL_SECRETARY'] });
    const draft = await aDraftSession(scene, cast, (await someAccepted(scene, officer, 1)));
    const tries: [Actor, string][] = [
      [cast.chair, newId()], [stranger, session.id], [cast.chair, 'không phải mã'], [cast.members[0]!, draft.id], [officer, session.id],
    ];
    for (const [actor, id] of tries) {
      const stream = await listenTo(app(), actor, id);
      expect(await stream.next()).toEqual({
        errors: [{ message: 'There is no such object, or you may not see it.', path: ['sessionChanged'], extensions: { code: 'NOT_FOUND', details: {} } }], at: expect.any(Number),
      });
      expect(await stream.ending()).toBe('complete');
    }
  });

  it('is not signed in', async () => {
    for (const id of [session.id, newId()]) {
      const { status, refusal } = await listenTo(app(), { client: app().client() }, id);
      expect([status, refusal]).toEqual([401, { errors: [{ message: 'You are not signed in, or your session has ended.', extensions: { code: 'UNAUTHENTICATED', details: {} } }] }]);
    }
  });

  it('was a member until a moment ago', async () => {
    const own = await aCouncil(scene);
    const planned = await aConvenedSession(scene, own, (await someAccepted(scene, officer, 1)));
    const member = own.members[0]!;
    const stream = await listening(member, planned.id);
    await app().sql(`update council_member set valid_to = vn_today() - 1 where council_id = $1 and person_id = $2`, [own.councilId, member.personId]);
    await publish((signals) => signals.session(planned.id));
    expect((await stream.next()).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect(await stream.ending()).toBe('complete');
  });

  it('has signed out, or has not been there for too long', async () => {
    for (const end of ['ended_at = clock_timestamp()', `last_seen_at = clock_timestamp() - interval '1 year'`]) {
      const actor = await scene.person({ roles: ['COUNCIL_SECRETARY'] });
      const stream = await listening(actor);
      await app().sql(`update session set ${end} where account_id = $1`, [actor.accountId]);
      await publish((signals) => signals.session(session.id));
      expect((await stream.next()).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
      expect(await stream.ending()).toBe('complete');
    }
  });

  it('is told so even when nothing happens', async () => {
    const actor = await scene.person({ roles: ['COUNCIL_SECRETARY'] });
    const stream = await listening(actor);
    const before = stream.beats;
    await app().sql('update session set ended_at = clock_timestamp() where account_id = $1', [actor.accountId]);
    expect((await stream.next(20_000)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect([await stream.ending(), stream.beats]).toEqual(['complete', before + 1]);
  });
});

describe('listening', () => {
  it('does not count as using the session', async () => {
    const actor = await scene.person({ roles: ['COUNCIL_SECRETARY'] });
    const stream = await listening(actor);
    const [before] = await app().sql<{ seen: string }>(`update session set last_seen_at = clock_timestamp() - interval '5 minutes' where account_id = $1 returning last_seen_at::text as seen`, [actor.accountId]);
    await publish((signals) => signals.session(session.id));
    await stream.news();
    expect(await app().sql('select last_seen_at::text as seen from session where account_id = $1', [actor.accountId])).toEqual([before]);
    stream.close();
  });

  it('goes on when the connection to the database is lost: everybody is told to ask, and hears what comes after', async () => {
    const streams = [await listening(cast.chair), await listening(lead)];
    const killed = await wires();
    expect(killed).toHaveLength(1);
    await asAdmin((admin) => admin.query('select pg_terminate_backend($1)', killed));
    // Whatever was said meanwhile is lost: nobody, recused or not, can tell this from a change.
    for (const stream of streams) expect(await heardItems(stream)).toEqual([]);
    await publish((signals) => signals.item(session.id, open));
    for (const stream of streams) expect(await heardItems(stream)).toEqual([open]);
    const again = await wires();
    expect([again.length, again[0] === killed[0]]).toEqual([1, false]);
    for (const stream of streams) stream.close();
  });

  it('is ended rather than left in silence when that connection does not come back', async () => {
    const stream = await listening(cast.chair);
    const [{ name }] = await app().sql<{ name: string }>('select current_database() as name') as [{ name: string }];
    await asAdmin(async (admin) => {
      await admin.query(`alter database ${name} allow_connections false`);
      try {
        await admin.query('select pg_terminate_backend($1)', await wires());
        expect((await stream.next(8_000)).errors?.[0]?.extensions.code).toBe('UNAVAILABLE');
        // Cut and not over: the other end polls, and comes back.
        expect(await stream.ending()).toBe('cut');
        const refused = await listenTo(app(), cast.chair, session.id);
        expect((await refused.next(5_000)).errors?.[0]?.extensions.code).toBe('UNAVAILABLE');
      } finally {
        await admin.query(`alter database ${name} allow_connections true`);
      }
    });
    for (let turn = 0; (await wires()).length === 0 && turn < 100; turn += 1) await new Promise((done) => setTimeout(done, 100));
    (await listening(cast.chair)).close();
  });

  it('follows a session from step to step', async () => {
    const planned = await aConvenedSession(scene, cast, (await someAccepted(scene, officer, 1)));
    const stream = await listening(cast.members[0]!, planned.id);
    await step(cast.secretary, 'openScoring', planned);
    expect(await heardItems(stream)).toEqual([]);
    for (const actor of cast.everybody) await submitSheet(actor, planned.items[0]!.id, linesOf(rules));
    await stream.during(QUIET);
    await step(cast.secretary, 'closeScoring', planned);
    expect(await heardItems(stream)).toEqual([]);
    stream.close();
  });
});
