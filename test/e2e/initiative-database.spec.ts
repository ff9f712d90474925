import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { Actor } from '../factories/identity.js';
import { act, aDraft, aFault, anAccepted, aScene, aSubmitted, type Scene } from '../factories/initiative.js';
import { useApp } from '../setup/app.js';

/*
 * What the product never does is tried here by SQL: as the application's own role, which an attacker of the process would
 * have, and as the owner of the tables, whom a careless operator would be.
 */

const roles: Record<string, pg.Client> = {};
// Before the app is declared: hooks end in the order of their declaration, and the app drops the database.
afterAll(async () => {
  for (const client of Object.values(roles)) await client.end();
});
const app = useApp({}, { 'steps-chain': 'drafts are withdrawn by SQL', 'acts-audited': 'drafts are withdrawn by SQL' });
let scene: Scene;
let lead: Actor;
let officer: Actor;
let draft: string;
let submitted: string;
let accepted: string;

beforeAll(async () => {
  scene = await aScene(app());
  [lead, officer] = [await scene.person(), await scene.person({ roles: ['INTAKE_OFFICER'] })];
  draft = (await aDraft(scene, lead)).id;
  submitted = (await aSubmitted(scene, lead)).id;
  accepted = (await anAccepted(scene, lead, officer)).id;
  for (const [name, url] of [['the application', app().databaseUrls.appUrl], ['the owner', app().databaseUrls.ownerUrl]] as const) {
    roles[name] = new pg.Client({ connectionString: url });
    await roles[name]!.connect();
  }
}, 60_000);

/** What the database says to a statement; nothing of it stays. */
async function answer(role: string, text: string, values: unknown[]): Promise<string> {
  const client = roles[role]!;
  await client.query('begin');
  try {
    await client.query(text, values);
    await client.query('set constraints all immediate');
    return 'done';
  } catch (error) {
    const { code, message, constraint } = error as pg.DatabaseError;
    if (code === '42501') return 'no grant';
    return constraint ?? message;
  } finally {
    await client.query('rollback');
  }
}

const FIXED = 'KHOI:INITIATIVE_FIXED';
/** Statements about the accepted initiative `$1`, each refused to both roles as INITIATIVE_FIXED. */
const FORBIDDEN: readonly [what: string, text: string][] = [
  ['change the text', `update initiative set content = 'khác' where id = $1`],
  ['change the title', `update initiative set title = 'khác' where id = $1`],
  ['change the end of the first application', `update initiative set first_application_ends_on = '2030-01-01' where id = $1`],
  ['change the receipt', `update initiative set receipt_number = 'BN-2026-9999' where id = $1`],
  ['move the time of submission', `update initiative set submitted_at = submitted_at - interval '1 day' where id = $1`],
  ['change the code', `update initiative set code = 'SK-2026-9999' where id = $1`],
  ['turn the version back', `update initiative set current_version = 0 where id = $1`],
  ['accept another version', `update initiative set accepted_version = 2 where id = $1`],
  ['take the receipt away', `update initiative set receipt_number = null where id = $1`],
  ['add an author', `insert into initiative_author (tenant_id, initiative_id, person_id, position, role, share_bp) select tenant_id, id, created_by_person_id, 9, 'CO_AUTHOR', 1 from initiative where id = $1`],
  ['change a share', `update initiative_author set share_bp = 1 where initiative_id = $1`],
  ['withdraw a consent', `update initiative_author set confirmed_at = null where initiative_id = $1`],
  ['remove an author', `delete from initiative_author where initiative_id = $1`],
  ['add a first adopter', `insert into first_adopter (tenant_id, initiative_id, position, full_name) select tenant_id, id, 1, 'X' from initiative where id = $1`],
  ['change an application', `update application_record set place = 'khác' where initiative_id = $1`],
  ['remove an application', `delete from application_record where initiative_id = $1`],
  ['change a figure', `update application_measure set after_value = 0 where record_id in (select id from application_record where initiative_id = $1)`],
  ['remove a figure', `delete from application_measure where record_id in (select id from application_record where initiative_id = $1)`],
  ['begin past the draft', `insert into initiative (tenant_id, code, campaign_id, state, title, created_by_person_id, updated_by_person_id, receipt_number, submitted_at, current_version) select tenant_id, 'SK-2026-8888', campaign_id, 'SUBMITTED', title, created_by_person_id, created_by_person_id, 'BN-2026-8888', now(), 1 from initiative where id = $1`],
];
/** The application has no grant at all; the owner meets the trigger. */
const APPEND_ONLY: readonly [what: string, text: string][] = [
  ['change a version', `update initiative_version set snapshot = '{}' where initiative_id = $1`],
  ['remove a version', 'delete from initiative_version where initiative_id = $1'],
  ['change a step', `update initiative_step set note = 'khác' where initiative_id = $1`],
  ['remove a step', 'delete from initiative_step where initiative_id = $1'],
  ['change a formal check', `update formal_check set message = 'khác' where initiative_id = $1`],
  ['remove a formal check', 'delete from formal_check where initiative_id = $1'],
];

describe.each(['the application', 'the owner'])('%s', (role) => {
  it.each(FORBIDDEN)('cannot %s of a submitted initiative', async (_what, text) => {
    expect(await answer(role, text, [accepted])).toBe(FIXED);
  });

  it.each(APPEND_ONLY)('cannot %s', async (_what, text) => {
    const said = await answer(role, text, [accepted]);
    if (role === 'the application') expect(said).toBe('no grant');
    else expect(said).toMatch(/^KHOI:APPEND_ONLY/);
  });

  it('cannot empty the record of what was handed in', async () => {
    const said = await answer(role, 'truncate initiative_version cascade', []);
    expect(said).toMatch(role === 'the application' ? /^no grant$/ : /^KHOI:APPEND_ONLY/);
  });

  it('cannot move a part of a submitted dossier into a draft', async () => {
    for (const table of ['initiative_author', 'application_record']) {
      expect(await answer(role, `update ${table} set initiative_id = $2 where initiative_id = $1`, [submitted, draft])).toBe(FIXED);
    }
  });

  it('cannot submit shares of 9,999 or without a consent, asked at the commit (INV-01, INV-03)', async () => {
    const submit = `update initiative set state = 'SUBMITTED', receipt_number = 'BN-2026-7777', submitted_at = now(), current_version = 1 where id = $1`;
    const incomplete = 'KHOI:INITIATIVE_AUTHORS_INCOMPLETE';
    const withAuthors = (change: string) => `with changed as (update initiative_author set ${change} where initiative_id = $1 returning 1) select count(*) from changed`;
    const both = async (change: string): Promise<string> => {
      const client = roles[role]!;
      await client.query('begin');
      try {
        await client.query(withAuthors(change), [draft]);
        await client.query(submit, [draft]);
        await client.query('set constraints all immediate');
        return 'done';
      } catch (error) {
        return (error as Error).message;
      } finally {
        await client.query('rollback');
      }
    };
    expect(await both('share_bp = 9999')).toBe(incomplete);
    expect(await both('confirmed_at = null')).toBe(incomplete);
    expect(await both('share_bp = share_bp')).toBe('done');
  });

  it('cannot name a person as author twice, or two leads', async () => {
    const add = (person: string, place: string) => `insert into initiative_author (tenant_id, initiative_id, person_id, position, role, share_bp) select tenant_id, id, ${person}, 2, '${place}', 1 from initiative where id = $1`;
    expect(await answer(role, add('created_by_person_id', 'CO_AUTHOR'), [draft])).toBe('initiative_author_once');
    expect(await answer(role, add(`'${officer.personId}'`, 'LEAD'), [draft])).toBe('initiative_author_one_lead');
  });

  it('cannot return a dossier twice or end it twice', async () => {
    const check = (outcome: string, faults: string, dueOn: string) => `insert into formal_check (tenant_id, initiative_id, version_number, outcome, faults, due_on, checked_by_person_id)
      select tenant_id, id, 1, '${outcome}', '${faults}', ${dueOn}, created_by_person_id from initiative where id = $1`;
    const returned = check('NEEDS_SUPPLEMENT', '[{}]', 'vn_today()');
    expect(await answer(role, `${returned} union all select tenant_id, id, 1, 'NEEDS_SUPPLEMENT', '[{}]'::jsonb, vn_today(), created_by_person_id from initiative where id = $1`, [submitted])).toBe('formal_check_one_return');
    expect(await answer(role, check('REJECTED', '[{}]', 'null'), [accepted])).toBe('formal_check_one_end');
    expect(await answer(role, check('REJECTED', '[]', 'null'), [submitted])).toBe('formal_check_refusal_says_why');
  });

  it('cannot reach into another ward', async () => {
    const neighbour = await aScene(app());
    for (const [column, id, key] of [['campaign_id', neighbour.campaignId, 'initiative_campaign'], ['field_id', neighbour.fieldId, 'initiative_field'], ['submitting_unit_id', neighbour.unitId, 'initiative_unit']] as const) {
      expect(await answer(role, `update initiative set ${column} = $2 where id = $1`, [draft, id])).toBe(key);
    }
  });

  it('cannot change a final state', async () => {
    const { id } = await aSubmitted(scene, lead);
    await act(officer, 'rejectInitiative', { id, versionNumber: 1, faults: [aFault('FILED_LATE')], message: '' });
    expect(await answer(role, `update initiative set state = 'SUBMITTED' where id = $1`, [id])).toBe(FIXED);
  });

  it('can confirm an application after the submission, and nothing else of it', async () => {
    const confirm = `update application_record set confirmed_at = now(), confirmed_by_person_id = (select created_by_person_id from initiative where id = $1)`;
    expect(await answer(role, `${confirm} where initiative_id = $1`, [submitted])).toBe('done');
    expect(await answer(role, `${confirm}, status = 'STOPPED' where initiative_id = $1`, [submitted])).toBe(FIXED);
  });
});

describe('the application', () => {
  it('cannot delete an initiative', async () => {
    expect(await answer('the application', 'delete from initiative where id = $1', [draft])).toBe('no grant');
  });
});

describe('an edit that arrives while the dossier changes its state', () => {
  it('waits, and is refused when the dossier is no longer open', async () => {
    const { id } = await aDraft(scene, lead);
    const [first, second] = [roles['the application']!, roles['the owner']!];
    await first.query('begin');
    await first.query(`update initiative set state = 'WITHDRAWN' where id = $1`, [id]);
    const late = second
      .query(`insert into first_adopter (tenant_id, initiative_id, position, full_name) select tenant_id, id, 1, 'Đến muộn' from initiative where id = $1`, [id])
      .then(() => 'done', (error: Error) => error.message);
    await new Promise((resolve) => { setTimeout(resolve, 100); });
    await first.query('commit');
    expect(await late).toBe(FIXED);
  });
});
