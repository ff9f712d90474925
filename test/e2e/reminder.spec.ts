import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SendReminders } from '@domain/notification';
import { addDays } from '@kit/clock';
import { runAs } from '@kit/context';
import { type ClockKind, remindersDue } from '../../libs/domain/notification/domain/clocks.js';
import { aCouncil, anOpenSession, linesOf, presetRules, someAccepted } from '../factories/evaluation.js';
import type { Actor } from '../factories/identity.js';
import { aCompleteDraft, act, aScene, aSubmitted, type Scene, type Seen } from '../factories/initiative.js';
import { aUnit } from '../factories/organisation.js';
import { statementsDuring } from '../setup/statements.js';
import { useMailedApp } from '../setup/mail-server.js';

const MOVED = 'These tests move the day of the submission, so that a deadline is near.';
const running = useMailedApp({}, { 'submitted-once': MOVED, 'receipts-in-order': MOVED, 'in-time': MOVED });
const app = () => running().app;
const send = () => running().send();
let scene: Scene;
let officer: Actor;
let boxes = 0;

beforeAll(async () => {
  scene = await aScene(app());
  officer = await scene.person({ person: { fullName: 'Đỗ Văn Nam', email: 'nam@phuong.example' }, roles: ['INTAKE_OFFICER'] });
});

beforeEach(async () => {
  await remind();
  await send();
});

const remind = (): Promise<number> => app().get(SendReminders).execute();
const reader = (fullName: string, roles: Parameters<Scene['person']>[0] = {}) =>
  scene.person({ ...roles, person: { fullName, email: `nguoi-${(boxes += 1)}@phuong.example` } });

/** The last day for which this reminder is due today. */
const lastDay = (kind: ClockKind, daysBefore: number): string => remindersDue(scene.today).find((due) => due.kind === kind && due.daysBefore === daysBefore)!.endsOn;

/** Moves time: what the product fixes at the act is long ago. */
const moved = (table: string, set: string, id: string) =>
  app().sql(`alter table ${table} disable trigger user; update ${table} set ${set} where id = '${id}'; alter table ${table} enable trigger user`);

async function aDossierDue(daysBefore: number): Promise<Seen> {
  const seen = await aSubmitted(scene, await scene.person());
  await send();
  await moved('initiative', `submitted_at = submitted_at - interval '90 days', formal_check_due_on = '${lastDay('FORMAL_CHECK', daysBefore)}'`, seen.id);
  return seen;
}

const noticesOf = (actor: Actor) => app().sql<{ params: Record<string, unknown>; link: string }>(
  `select params, link from notification where person_id = $1 and kind = 'DEADLINES_NEAR' order by id`, [actor.personId]);
const dotted = (day: string): string => day.split('-').reverse().join('/');

describe('reminders', () => {
  it('are given once for each clock and offset, however many processes look at the same time, and together to each person', async () => {
    const [first, second] = [await aDossierDue(5), await aDossierDue(10)];
    const before = (await noticesOf(officer)).length;
    const wards = await Promise.all(Array.from({ length: 10 }, remind));
    expect(wards.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(await app().sql('select clock, object_id, days_before from reminder where object_id = any ($1) order by object_id', [[first.id, second.id]])).toEqual([
      { clock: 'FORMAL_CHECK', object_id: first.id, days_before: 5 }, { clock: 'FORMAL_CHECK', object_id: second.id, days_before: 10 },
    ]);
    const nearest = [first, second].sort((a, b) => (lastDay('FORMAL_CHECK', a === first ? 5 : 10) < lastDay('FORMAL_CHECK', b === first ? 5 : 10) ? -1 : 1))[0]!;
    expect((await noticesOf(officer)).slice(before)).toEqual([
      { params: { count: 2, nearestDueOn: lastDay('FORMAL_CHECK', 5), title: nearest.title, code: nearest.code }, link: '/viec-cua-toi' },
    ]);
    expect((await send()).map(({ envelopeTo, subject, text }) => ({ envelopeTo, subject, text: text?.split('\n-- ')[0] }))).toEqual([{
      envelopeTo: 'nam@phuong.example', subject: 'Nhắc hạn: 2 việc sắp đến hạn',
      text: [
        'Kính gửi Ông/Bà Đỗ Văn Nam,', '', 'Những việc dưới đây sắp đến hạn hoặc đã quá hạn.', '',
        ...[[first, 5], [second, 10]].flatMap(([seen, daysBefore]) => [
          '* Hồ sơ “Sổ tay điện tử tiếp công dân tại phường” cần được kiểm tra', '  hình thức.', `  Hạn cuối: ${dotted(lastDay('FORMAL_CHECK', daysBefore as number))}`,
          `  Mã hồ sơ: ${(seen as Seen).code}`, '  Mở hồ sơ:', `  http://khoi.example/thu-ky/tiep-nhan?ho-so=${(seen as Seen).code}`, '',
        ]),
      ].join('\n'),
    }]);
    expect([await remind(), await send()]).toEqual([0, []]);
  }, 30_000);

  it('stop with the clock, also when the mail was queued already', async () => {
    const seen = await aDossierDue(2);
    const before = (await noticesOf(officer)).length;
    await remind();
    expect((await noticesOf(officer)).length - before).toBe(1);
    await act(officer, 'acceptInitiative', { id: seen.id, versionNumber: 1 });
    expect((await send()).map(({ subject }) => subject)).toEqual([]);
    expect(await app().sql(`select d.state, d.code from delivery d join mailing m on m.id = d.mailing_id
      where m.kind = 'DEADLINES_NEAR' and d.person_id = $1 order by d.id desc limit 1`, [officer.personId])).toEqual([{ state: 'CANCELLED', code: 'NOT_ENTITLED' }]);
    expect(await remind()).toBe(0);
  }, 30_000);

  it('escalate on the last day to the head of the unit that checks, who learns the code and not the title', async () => {
    const unitHead = await reader('Trần Thị Mai', { roles: [['UNIT_HEAD', scene.unitId]] });
    const otherHead = await reader('Trần Thị Lan', { roles: [['UNIT_HEAD', await aUnit(app(), scene.ward)]] });
    const head = await reader('Đặng Quốc Việt', { roles: ['AUTHORITY_HEAD'] });
    await send();
    const seen = await aDossierDue(0);
    await remind();
    expect(await noticesOf(unitHead)).toEqual([{ params: { count: 1, nearestDueOn: lastDay('FORMAL_CHECK', 0), title: seen.code }, link: '/viec-cua-toi' }]);
    expect([await noticesOf(otherHead), await noticesOf(head)]).toEqual([[], []]);
    expect((await send()).map(({ to, subject }) => [to?.[0]?.name, subject])).toEqual([
      ['Đỗ Văn Nam', 'Nhắc hạn kiểm tra hình thức: Sổ tay điện tử tiếp công dân tại phường'], ['Trần Thị Mai', `Nhắc hạn kiểm tra hình thức: ${seen.code}`],
    ]);
    await moved('initiative', `formal_check_due_on = '${lastDay('FORMAL_CHECK', -1)}'`, seen.id);
    await remind();
    expect((await noticesOf(head)).map(({ params }) => params)).toEqual([{ count: 1, nearestDueOn: lastDay('FORMAL_CHECK', -1), title: seen.title, code: seen.code }]);
    await act(officer, 'acceptInitiative', { id: seen.id, versionNumber: 1 });
  }, 30_000);

  it('of a filing go to the lead author of the draft alone', async () => {
    const lead = await reader('Lê Thu Hà');
    const draft = await aCompleteDraft(scene, lead, {});
    const endsOn = lastDay('FILING', 30);
    await moved('initiative', `created_at = created_at - interval '300 days', first_applied_on = '${endsOn}'::date - interval '1 year'`, draft.id);
    await send();
    await remind();
    expect(await noticesOf(lead)).toEqual([{
      params: { count: 1, nearestDueOn: remindersDue(scene.today).find((due) => due.kind === 'FILING' && due.daysBefore === 30)!.dueOn, title: draft.title, code: draft.code }, link: `/ho-so/${draft.code}`,
    }]);
    const [letter, ...others] = (await send()).filter(({ subject }) => subject?.startsWith('Nhắc hạn nộp đơn'));
    expect([letter?.to?.[0]?.name, others]).toEqual(['Lê Thu Hà', []]);
  }, 30_000);

  it('of scoring go to members who still owe a sheet, and on the last day to the secretary', async () => {
    const cast = await aCouncil(scene);
    const [initiative] = await someAccepted(scene, officer, 1);
    const session = await anOpenSession(scene, cast, [initiative!]);
    const [member] = cast.members;
    const item = session.items[0]!;
    await member!.client.ask('mutation ($input: SubmitScoreSheetInput!) { submitScoreSheet(input: $input) { id } }', {
      input: { itemId: item.id, revision: 0, lines: linesOf(presetRules('ward-start')), proposal: 'RECOGNISE', idempotencyKey: `phieu-${item.id}` },
    });
    await moved('evaluation_session', `scoring_opened_at = scoring_opened_at - interval '30 days', scoring_due_on = '${lastDay('SCORING', 1)}'`, session.id);
    await remind();
    const told = async () => (await Promise.all(cast.everybody.map(async (one) => [(await noticesOf(one)).length, one.personId] as const))).filter(([count]) => count > 0);
    expect((await told()).map(([, personId]) => personId)).toEqual([cast.chair, cast.secretary, cast.members[1]!].map(({ personId }) => personId));
    expect(await noticesOf(cast.chair)).toEqual([{ params: { count: 1, nearestDueOn: lastDay('SCORING', 1), title: expect.stringContaining('Phiên họp') }, link: '/cham-diem' }]);
    await moved('evaluation_session', `scoring_due_on = '${lastDay('SCORING', -1)}'`, session.id);
    await remind();
    expect((await told()).map(([count, personId]) => [personId === cast.secretary.personId, count])).toEqual([[false, 1], [true, 2], [false, 1]]);
  }, 60_000);

  it('cost the same statements for one clock and for four', async () => {
    const during = async (count: number) => {
      for (let index = 0; index < count; index += 1) await aDossierDue(5);
      return (await statementsDuring(app(), () => runAs(scene.ward.system, remind))).length;
    };
    const one = await during(1);
    expect(await during(4)).toBe(one);
    expect(one).toBeLessThanOrEqual(8);
  }, 60_000);

  it('wait for tomorrow when the clock started today', async () => {
    const seen = await aSubmitted(scene, await scene.person());
    await app().sql('update initiative set formal_check_due_on = $2 where id = $1', [seen.id, addDays(scene.today, 1)]);
    await remind();
    expect(await app().sql('select 1 from reminder where object_id = $1', [seen.id])).toEqual([]);
  });
});
