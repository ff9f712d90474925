import { beforeAll, describe, expect, it } from '@jest/globals';
import { MailContents } from '../../libs/domain/notification/data/mail-contents.js';
import type { QueuedNotice } from '../../libs/domain/notification/data/mail-contents.js';
import { asSuperuser } from '../factories/register.js';
import { type Arrived, useMailedApp } from '../setup/mail-server.js';
import { type Secret, secrets } from './hostile/secrets.js';
import { type RoleName, ROLES, SECRETS, STAGES, World } from './hostile/world.js';

const running = useMailedApp({ JOBS: 'inline' });
const app = () => running().app;
let world: World;
const arrived: Arrived[] = [];
/** What every notice says at a stage, to everybody who may not know a secret: here, and in the world in which it is another. */
const compared = new Map<string, { here: string; elsewhere: string }>();

/** What all notices that were ever queued would say now, to whom. @param knowing whose mails may say something else */
async function everything(knowing: readonly RoleName[]): Promise<string> {
  const left = new Set(knowing.map((role) => (role === 'visitor' ? '' : world.actors[role].personId)));
  const queued = await app().sql<QueuedNotice & { personIds: string[] }>(`
    select m.id as "mailingId", m.tenant_id as "tenantId", m.kind, m.event_type as "eventType", m.payload, array_agg(d.person_id order by d.person_id) as "personIds"
    from mailing m join delivery d on d.mailing_id = m.id group by m.id order by m.id`);
  const lines: string[] = [];
  for (const { personIds, ...notice } of queued) {
    const parts = [...(await app().get(MailContents).partsOf(notice, personIds))].filter(([personId]) => !left.has(personId));
    lines.push(JSON.stringify([notice.mailingId, notice.kind, parts]));
  }
  return lines.join('\n');
}

/** The other world: the rows of a secret get other values, past every trigger, and their own ones back afterwards. */
async function inTheOtherWorld<T>({ changes }: Secret, work: () => Promise<T>): Promise<T> {
  return asSuperuser(app(), async (client) => {
    const undo: (() => Promise<unknown>)[] = [];
    for (const { table, where, set } of changes) {
      const { rows } = await client.query<{ old: string }>(`select to_jsonb(t)::text as old from ${table} t where ${where}`);
      const columns = Object.keys(set);
      await client.query(`update ${table} t set ${columns.map((column) => `${column} = ${set[column]}`).join(', ')} where ${where}`);
      undo.push(...rows.map(({ old }) => () => client.query(
        `update ${table} t set ${columns.map((column) => `${column} = (jsonb_populate_record(null::${table}, $1::jsonb)).${column}`).join(', ')} where t.id::text = $1::jsonb ->> 'id'`, [old])));
    }
    try {
      return await work();
    } finally {
      for (const back of undo) await back();
    }
  });
}

beforeAll(async () => {
  world = await World.create(app());
  for (const role of ROLES) {
    if (role !== 'visitor') await app().sql('update person set email = $2 where id = $1', [world.actors[role].personId, `${role.toLowerCase()}@phuong.example`]);
  }
  for (const stage of STAGES) {
    await world.goTo(stage);
    arrived.push(...(await running().send()));
    for (const secret of secrets.filter(({ stages }) => stages.includes(stage))) {
      const here = await everything(secret.known);
      compared.set(`${stage}: ${secret.name}`, { here, elsewhere: await inTheOtherWorld(secret, () => everything(secret.known)) });
    }
  }
}, 180_000);

/** A mail as whoever opens it sees it, and as it travelled. */
const textOf = ({ subject, text, html, raw, attachments }: Arrived): string =>
  [subject, text, html, raw, ...attachments.map(({ content }) => (typeof content === 'string' ? content : Buffer.from(content as ArrayBuffer).toString('utf8')))].join('\n');
const to = (role: RoleName) => arrived.filter(({ envelopeTo }) => envelopeTo === `${role.toLowerCase()}@phuong.example`);
const NAMES: Readonly<Partial<Record<RoleName, string>>> = { member: 'Hồ Minh Tâm', recused: 'Bùi Thị Xuân', chair: 'Nguyễn Thành Công', coAuthor: 'Phạm Gia Huy', secretary: 'Vũ Ngọc Lan' };

describe('the mails of one initiative, from the draft to the decision,', () => {
  it('came to authors, officers, members and head', () => {
    const kinds = (role: RoleName) => new Set(to(role).map(({ subject }) => subject?.split(': ')[0]));
    expect([...kinds('author')]).toEqual(expect.arrayContaining(['Hồ sơ cần bổ sung', 'Hồ sơ đã được tiếp nhận', 'Sáng kiến được công nhận']));
    expect([...kinds('member')]).toEqual(expect.arrayContaining(['Đã mở chấm điểm']));
    expect([...kinds('head')]).toEqual(expect.arrayContaining(['Dự thảo quyết định chờ xem xét']));
    expect(arrived.length).toBeGreaterThan(20);
  });

  it('hold no word that only few may read', () => {
    const all = arrived.map(textOf).join('\n');
    const email = SECRETS.email;
    expect(Object.entries(SECRETS).filter(([, word]) => word !== email && all.includes(word)).map(([name]) => name)).toEqual([]);
  });

  it('name no member of the council to anybody but themselves', () => {
    for (const role of ROLES) {
      const mails = to(role).map(textOf).join('\n');
      const named = Object.entries(NAMES).filter(([other, name]) => other !== role && !(other === 'coAuthor' && role === 'author') && mails.includes(name)).map(([other]) => other);
      expect([role, named]).toEqual([role, []]);
    }
  });

  it('say the same in two worlds that differ in one secret, at every stage, to whoever may not know it', () => {
    expect(compared.size).toBeGreaterThan(15);
    for (const [stageAndSecret, { here, elsewhere }] of compared) expect([stageAndSecret, elsewhere]).toEqual([stageAndSecret, here]);
  });
});
