import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { newId } from '@kit/ids';
import pg from 'pg';
import { aBench, aDecided, aLockedSession, type Bench, decideItem, issue, propose, RECOGNISE, REFUSE, type SeenDecision } from '../factories/decision.js';
import { asSuperuser } from '../factories/register.js';
import { useApp } from '../setup/app.js';

jest.setTimeout(120_000);
const app = useApp();

type Run = (text: string, values?: readonly unknown[]) => Promise<string>;
const asOwner: Run = (text, values = []) => app().sql(text, values).then(() => 'done', (error: Error) => error.message);
const asApplication: Run = async (text, values = []) => {
  const client = new pg.Client({ connectionString: app().databaseUrls.appUrl });
  await client.connect();
  try {
    return await client.query(text, [...values]).then(() => 'done', (error: Error) => error.message);
  } finally {
    await client.end();
  }
};
const roles: readonly (readonly [string, Run])[] = [['the application', asApplication], ['the owner', asOwner]];

let bench: Bench;
/** Issued as number 1: the first item recognised, the second refused. */
let issued: SeenDecision;
/** Everything decided, to be issued. */
let ready: SeenDecision;
/** Nothing decided. */
let open: SeenDecision;

beforeAll(async () => {
  bench = await aBench(app());
  issued = await issue(bench.head, await aDecided(bench, 'EFFECTIVE_AND_REPLICABLE', 'NOT_RECOGNISED'));
  ready = await aDecided(bench, 'EFFECTIVE_AND_REPLICABLE');
  open = await propose(bench, (await aLockedSession(bench, [{ council: 'EFFECTIVE_AND_REPLICABLE' }, { council: 'NOT_RECOGNISED' }])).session.id);
}, 120_000);

const ISSUE = `update recognition_decision set state = 'ISSUED', symbol = 'QĐ-UBND', issued_at = clock_timestamp(), signer_title = 'Chủ tịch',
  signed_by_person_id = proposed_by_person_id, number = $2, year = $3, issued_on = vn_today() + $4::int where id = $1`;

describe.each(roles)('%s', (name, run) => {
  it('cannot change an issued decision or its items', async () => {
    for (const change of ['number = 2', 'issued_on = issued_on - 1', `summary = 'Khác'`, `state = 'PROPOSED'`, 'revision = revision + 1', `signer_title = 'Khác'`]) {
      expect([change, await run(`update recognition_decision set ${change} where id = $1`, [issued.id])]).toEqual([change, expect.stringMatching(/^KHOI:DECISION_ISSUED/)]);
    }
    for (const change of [`reason = 'Khác'`, `outcome = 'REFUSED'`, 'decided_at = clock_timestamp()']) {
      expect([change, await run(`update recognition_item set ${change} where decision_id = $1`, [issued.id])]).toEqual([change, expect.stringMatching(/^KHOI:DECISION_ISSUED/)]);
    }
    expect(await run('update recognition_item set decision_id = $2 where decision_id = $1', [issued.id, open.id])).toMatch(/^KHOI:APPEND_ONLY/);
    expect(await run('delete from recognition_item where decision_id = $1', [issued.id])).toMatch(/^KHOI:DECISION_ISSUED/);
    expect(await run(`insert into recognition_item (tenant_id, decision_id, initiative_id, result_id, position)
      select tenant_id, $1, initiative_id, result_id, 9 from recognition_item where decision_id = $2 limit 1`, [issued.id, open.id])).toMatch(/^KHOI:DECISION_ISSUED/);
    expect(await run('delete from recognition_decision where id = $1', [issued.id])).toMatch(name === 'the owner' ? /^KHOI:APPEND_ONLY/ : /^permission denied/);
  });

  it('cannot number with a gap, twice, ahead of time or back in time', async () => {
    const year = Number(bench.scene.today.slice(0, 4));
    expect(await run(ISSUE, [ready.id, 3, year, 0])).toMatch(/^KHOI:DECISION_NUMBER/);
    expect(await run(ISSUE, [ready.id, 1, year, 0])).toMatch(/recognition_decision_number_unique/);
    expect(await run(ISSUE, [ready.id, 2, year, 1])).toMatch(/^KHOI:DECISION_DATE/);
    expect(await run(ISSUE, [ready.id, 2, year, -1])).toMatch(/^KHOI:DECISION_DATE/);
    expect(await run(ISSUE, [ready.id, 2, year - 1, 0])).toMatch(/^KHOI:DECISION_DATE/);
    expect(await run(`update recognition_decision set state = 'ISSUED' where id = $1`, [ready.id])).not.toBe('done');
    expect(await run(`update number_sequence set last = last + 2 where tenant_id = $1`, [bench.scene.ward.id])).toMatch(/^KHOI:NUMBER_SEQUENCE/);
  });

  it('cannot issue what is not decided, or what has no items', async () => {
    const year = Number(bench.scene.today.slice(0, 4));
    expect(await run(ISSUE, [open.id, 2, year, 0])).toMatch(/^KHOI:DECISION_INCOMPLETE/);
    expect(await run(`insert into recognition_decision (tenant_id, session_id, kind, state, summary, number, year, symbol, issued_on, issued_at, signed_by_person_id, signer_title)
      select tenant_id, session_id, 'INITIATIVE', 'ISSUED', summary, 2, ${year}, 'QĐ-UBND', vn_today(), clock_timestamp(), proposed_by_person_id, 'Chủ tịch'
      from recognition_decision where id = $1`, [open.id])).toMatch(/^KHOI:DECISION_INCOMPLETE/);
    expect(await run(`update recognition_decision set session_id = (select session_id from recognition_decision where id = $2), kind = 'INITIATIVE' where id = $1`, [open.id, ready.id])).toMatch(/^KHOI:APPEND_ONLY/);
  });

  it('cannot decide past the rules of an item', async () => {
    const decided = `decided_at = clock_timestamp(), decided_by_person_id = $2`;
    const item = (index: number, change: string) => run(`update recognition_item set ${change}, ${decided} where id = $1`, [open.items[index]!.id, bench.head.personId]);
    expect(await item(1, `outcome = 'RECOGNISED', effectiveness = 'RECOGNISED'`)).toMatch(/^KHOI:DECISION_DEVIATION_NEEDS_REASON/);
    expect(await item(1, `outcome = 'RECOGNISED', effectiveness = 'RECOGNISED', deviates = true`)).toMatch(/recognition_item_deviation_says_why/);
    expect(await item(0, `outcome = 'RECOGNISED', effectiveness = 'RECOGNISED', deviates = true, reason = 'Không khác'`)).toMatch(/^KHOI:DECISION_DEVIATION_NEEDS_REASON/);
    expect(await item(1, `outcome = 'REFUSED', effectiveness = 'NOT_RECOGNISED'`)).toMatch(/recognition_item_refusal_says_why/);
    expect(await item(1, `outcome = 'REFUSED', effectiveness = 'RECOGNISED', deviates = true, reason = 'Lý do', refusal_reasons = '{NOT_NEW}'`)).toMatch(/recognition_item_effective_is_recognised/);
    expect(await run(`update recognition_item set outcome = 'RECOGNISED', effectiveness = 'RECOGNISED' where id = $1`, [open.items[0]!.id])).toMatch(/recognition_item_decided/);
    expect(await run(`insert into recognition_item (tenant_id, decision_id, initiative_id, result_id, position)
      select tenant_id, $1, initiative_id, result_id, 9 from recognition_item where decision_id = $2`, [open.id, ready.id])).toMatch(/^KHOI:DECISION_SESSION_NOT_LOCKED/);
    expect(await run('update recognition_item set result_id = (select result_id from recognition_item where id = $2) where id = $1', [open.items[0]!.id, open.items[1]!.id])).toMatch(/^KHOI:APPEND_ONLY/);
  });

  it('cannot publish what no issued decision recognises, nor change what is published', async () => {
    const copyFor = (item: string) => run(`insert into register_entry (tenant_id, initiative_id, item_id, slug, code, title, summary, problem, solution, novelty, conditions, benefit, kind,
      field_id, field_code, field_name, unit_id, unit_name, authors, applications, year, level, effectiveness, decision_number, decision_date)
      select e.tenant_id, i.initiative_id, i.id, 'lau-' || $2, e.code, e.title, e.summary, e.problem, e.solution, e.novelty, e.conditions, e.benefit, e.kind, e.field_id, e.field_code,
        e.field_name, e.unit_id, e.unit_name, e.authors, e.applications, e.year, e.level, e.effectiveness, e.decision_number, e.decision_date
      from register_entry e, recognition_item i where e.tenant_id = $3 and i.id = $1`, [item, newId(), bench.scene.ward.id]);
    for (const item of [issued.items[1]!.id, ready.items[0]!.id, open.items[0]!.id]) expect(await copyFor(item)).toMatch(/^KHOI:DECISION_INCOMPLETE/);
    for (const change of [`title = 'Khác'`, `authors = '[]'`, 'published_at = clock_timestamp()', `decision_number = '9/QĐ'`]) {
      expect([change, await run(`update register_entry set ${change} where tenant_id = $1`, [bench.scene.ward.id])]).toEqual([change, expect.stringMatching(/^KHOI:APPEND_ONLY/)]);
    }
    expect(await run('delete from register_entry where tenant_id = $1', [bench.scene.ward.id])).toMatch(name === 'the owner' ? /^KHOI:APPEND_ONLY/ : /^permission denied/);
  });

  it('cannot empty the tables', async () => {
    for (const table of ['recognition_decision', 'recognition_item', 'register_entry']) {
      expect([table, await run(`truncate ${table} cascade`)]).toEqual([table, expect.stringMatching(name === 'the owner' ? /^KHOI:APPEND_ONLY/ : /^permission denied/)]);
    }
  });
});

describe('the guards', () => {
  it('let the procedure go on, and an entry be revoked for good', async () => {
    expect((await issue(bench.head, ready)).number).toBe(2);
    let decided = await decideItem(bench.head, open, 0, RECOGNISE);
    decided = await decideItem(bench.head, decided, 1, REFUSE);
    expect((await issue(bench.head, decided)).number).toBe(3);
    const [{ id }] = await app().sql<{ id: string }>('select id from register_entry where tenant_id = $1 limit 1', [bench.scene.ward.id]) as [{ id: string }];
    expect(await asApplication(`update register_entry set status = 'REVOKED' where id = $1`, [id])).toBe('done');
    for (const [, run] of roles) expect(await run(`update register_entry set status = 'VALID' where id = $1`, [id])).toMatch(/^KHOI:APPEND_ONLY/);
  });

  it('know when something was applied', async () => {
    const { session, initiatives } = await aLockedSession(bench, [{ council: 'EFFECTIVE_AND_REPLICABLE' }]);
    const proposed = await propose(bench, session.id);
    await asSuperuser(app(), (client) => client.query(
      `update initiative_version set snapshot = jsonb_set(snapshot, '{applicationRecords,0,status}', '"PLANNED"') where initiative_id = $1`, [initiatives[0]!.id]));
    expect(await asApplication(`update recognition_item set outcome = 'RECOGNISED', effectiveness = 'RECOGNISED', decided_at = clock_timestamp(), decided_by_person_id = $2 where id = $1`,
      [proposed.items[0]!.id, bench.head.personId])).toMatch(/^KHOI:DECISION_NOT_APPLIED/);
  });
});
