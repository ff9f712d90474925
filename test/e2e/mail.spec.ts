import { describe, expect, it } from '@jest/globals';
import { Role } from '@domain/identity';
import { SendDueMessages } from '@domain/notification';
import { newId } from '@kit/ids';
import { wordsIn } from '../../libs/domain/notification/domain/wording.js';
import { NOTICE_KINDS } from '../../libs/domain/notification/domain/words.js';
import { notices } from '../../libs/domain/notification/notices/index.js';
import { afterQuietHours } from '../../libs/domain/notification/domain/send-times.js';
import { type Actor, PASSWORD } from '../factories/identity.js';
import { aCompleteDraft, act, aSubmission } from '../factories/initiative.js';
import { aPerson } from '../factories/organisation.js';
import { type Arrived, makeDue } from '../setup/mail-server.js';
import { useMailedWard } from '../setup/mailed-ward.js';

const { app, mail, scene, admin, send, reader, assign } = useMailedWard();

const prefer = (actor: Actor, columns: string, values: string) =>
  app().sql(`insert into notification_preference (person_id, tenant_id, ${columns}) values ($1, $2, ${values})`, [actor.personId, scene().ward.id]);
const statesOf = async (actor: Actor) => (await app().sql<{ line: string }>(
  `select m.kind || ' ' || d.state || coalesce(' ' || d.code, '') as line from delivery d join mailing m on m.id = d.mailing_id where d.person_id = $1 order by d.id`, [actor.personId])).map(({ line }) => line);
const seen = ({ envelopeTo, subject, text }: Arrived) => ({ envelopeTo, subject, text });
const footer = () => [
  '-- ', `Thư tự động từ hệ thống Khơi của ${scene().ward.name}. Vui lòng không trả lời`, 'thư này.', 'Chọn cách nhận thư:', 'http://khoi.example/tai-khoan', '',
];

describe('a notice', () => {
  it('goes to the mailbox of whoever it is for, word for word', async () => {
    const actor = await reader('Lê Thu Hà');
    await assign(actor.personId, 'CLERK');
    const [letter, ...others] = await send();
    expect(others).toEqual([]);
    expect(seen(letter!)).toEqual({
      envelopeTo: actor.email, subject: 'Bạn được giao vai trò Văn thư',
      text: ['Kính gửi Ông/Bà Lê Thu Hà,', '', 'Ông/Bà được giao vai trò Văn thư trong hệ thống.', '  Mở trang tài khoản:', '  http://khoi.example/tai-khoan', '', ...footer()].join('\n'),
    });
    const [delivery] = await app().sql<{ id: string }>('select id from delivery where person_id = $1', [actor.personId]);
    expect([letter!.messageId, letter!.from, letter!.to]).toEqual([
      `<${delivery!.id}@khoi.example>`, { name: 'Khơi', address: 'khoi@phuong.example' }, [{ name: 'Lê Thu Hà', address: actor.email }],
    ]);
    expect(letter!.html).toContain('Ông/Bà được giao vai trò Văn thư trong hệ thống.');
    expect(await statesOf(actor)).toEqual(['ROLE_ASSIGNED SENT 250']);
    expect(await send()).toEqual([]);
  });

  it('in English for whoever reads English', async () => {
    const lead = await reader('Phạm Gia Huy');
    await prefer(lead, 'locale', `'en'`);
    const draft = await aCompleteDraft(scene(), lead);
    await act(lead, 'submitInitiative', aSubmission(draft));
    const officer = await reader('Đỗ Văn Nam', { roles: ['INTAKE_OFFICER'] });
    const { formalCheckDueOn: _, ...accepted } = await act<{ resultDueOn: string; formalCheckDueOn: string }>(officer, 'acceptInitiative', { id: draft.id, versionNumber: 1 }, 'resultDueOn formalCheckDueOn');
    const [year, month, day] = accepted.resultDueOn.split('-');
    const arrived = await send();
    expect(arrived.filter(({ envelopeTo }) => envelopeTo === lead.email).map(seen)).toEqual([{
      envelopeTo: lead.email, subject: 'Dossier accepted: Sổ tay điện tử tiếp công dân tại phường',
      text: [
        'Dear Phạm Gia Huy,', '', 'The dossier of the initiative “Sổ tay điện tử tiếp công dân tại phường”', 'was accepted.', `  Result due: ${day}/${month}/${year}`, `  Code: ${draft.code}`,
        '  Open the dossier:', `  http://khoi.example/ho-so/${draft.code}`, '',
        '-- ', `Sent automatically by Khơi of ${scene().ward.name}. Please do not reply to this`, 'mail.', 'Choose how you receive mail:', 'http://khoi.example/tai-khoan', '',
      ].join('\n'),
    }]);
    await app().sql(`update role_assignment set ended_at = clock_timestamp() where person_id = $1`, [officer.personId]);
  });

  it('is undone with the act, and its mail with it', async () => {
    const actor = await reader('Trần Thị Mai', { roles: ['CLERK'] });
    await send();
    await expect(assign(actor.personId, 'CLERK')).rejects.toThrow('ROLE_ALREADY_HELD');
    expect(await send()).toEqual([]);
  });

  it('to nobody without a mailbox or an account is queued', async () => {
    const [noBox, noAccount] = [await scene().person(), await aPerson(app(), scene().ward, { email: 'khong-tai-khoan@phuong.example' })];
    await assign(noBox.personId, 'CLERK');
    await assign(noAccount, 'CLERK');
    expect(await app().sql('select 1 from delivery where person_id = any ($1)', [[noBox.personId, noAccount]])).toEqual([]);
  });
});

describe('at the moment of sending', () => {
  it('nobody is told who lost the office, the account or the mailbox since', async () => {
    const [officer, closed, gone, moved] = [
      await reader('Cán bộ Một', { roles: ['INTAKE_OFFICER'] }), await reader('Cán bộ Hai', { roles: ['INTAKE_OFFICER'] }),
      await reader('Cán bộ Ba', { roles: ['INTAKE_OFFICER'] }), await reader('Cán bộ Bốn', { roles: ['INTAKE_OFFICER'] }),
    ];
    await send();
    const lead = await scene().person();
    await act(lead, 'submitInitiative', aSubmission(await aCompleteDraft(scene(), lead)));
    await app().sql('update role_assignment set ended_at = clock_timestamp() where person_id = $1', [officer.personId]);
    await admin().client.ask('mutation ($id: ID!) { disableAccount(id: $id) { id } }', { id: closed.accountId });
    await app().sql('update person set email = null where id = $1', [gone.personId]);
    await app().sql(`update person set email = 'noi-moi@phuong.example' where id = $1`, [moved.personId]);
    expect((await send()).map(({ envelopeTo, subject }) => [envelopeTo, subject])).toEqual([['noi-moi@phuong.example', 'Hồ sơ mới cần kiểm tra hình thức: Sổ tay điện tử tiếp công dân tại phường']]);
    expect(await Promise.all([officer, closed, gone].map(async (one) => (await statesOf(one)).at(-1)))).toEqual([
      'DOSSIER_TO_CHECK CANCELLED NOT_ENTITLED', 'DOSSIER_TO_CHECK CANCELLED NOT_REACHABLE', 'DOSSIER_TO_CHECK CANCELLED NOT_REACHABLE',
    ]);
    await app().sql(`update role_assignment set ended_at = clock_timestamp() where role = 'INTAKE_OFFICER' and ended_at is null`);
  });

  it('nobody is told of an office that ended, in the application either', async () => {
    const officer = await reader('Cán bộ Năm', { roles: ['INTAKE_OFFICER'] });
    await app().sql('update role_assignment set ended_at = clock_timestamp() where person_id = $1', [officer.personId]);
    const lead = await scene().person();
    await act(lead, 'submitInitiative', aSubmission(await aCompleteDraft(scene(), lead)));
    expect(await app().sql(`select 1 from notification where person_id = $1 and kind = 'DOSSIER_TO_CHECK'`, [officer.personId])).toEqual([]);
  });

  it('names, titles and places stay inside the lines they belong to', async () => {
    const lead = await reader('Lê <b>Thu</b> "Hà", Bcc: evil@example.com', { roles: [] });
    const title = 'Sáng kiến; charset="x" =?utf-8?B?QkNDOg==?= <script>alert(1)</script>, {code}';
    const draft = await act(lead, 'createInitiative', { campaignId: scene().campaignId, title });
    const other = await reader('Đồng tác giả');
    await act(lead, 'setAuthors', { id: draft.id, revision: draft.revision, authors: [{ personId: lead.personId, shareBp: 5000 }, { personId: other.personId, shareBp: 5000 }] });
    await assign(lead.personId, 'CLERK');
    const arrived = await send();
    expect(arrived.map(({ envelopeTo, subject, to, cc, bcc }) => [envelopeTo, subject, to?.length, cc, bcc])).toEqual([
      [lead.email, 'Bạn được giao vai trò Văn thư', 1, undefined, undefined],
      [other.email, `Đề nghị xác nhận tỷ lệ đóng góp: ${title}`, 1, undefined, undefined],
    ]);
    expect(arrived.map(({ html }) => /<script|<b>/.test(html ?? ''))).toEqual([false, false]);
  });
});

describe('a server', () => {
  it('that refuses for now gets the same mail again, and takes it', async () => {
    const actor = await reader('Hồ Minh Tâm');
    mail().is(451);
    await assign(actor.personId, 'CLERK');
    expect(await send()).toEqual([]);
    expect(await statesOf(actor)).toEqual(['ROLE_ASSIGNED QUEUED 451 4.7.1']);
    const [waiting] = await app().sql<{ pause: number; attempts: number; id: string }>(
      'select extract(epoch from due_at - first_tried_at)::int as pause, attempts, id from delivery where person_id = $1', [actor.personId]);
    expect(Math.abs(waiting!.pause - 60)).toBeLessThan(3);
    expect(waiting!.attempts).toBe(1);
    mail().is('takes');
    await app().get(SendDueMessages).execute();
    expect(mail().take()).toEqual([]);
    expect((await send()).map(({ messageId }) => messageId)).toEqual([`<${waiting!.id}@khoi.example>`]);
    expect(await statesOf(actor)).toEqual(['ROLE_ASSIGNED SENT 250']);
  });

  it('that refuses for a day is given up', async () => {
    const actor = await reader('Bùi Thị Xuân');
    mail().is(451);
    await assign(actor.personId, 'CLERK');
    await send();
    await app().sql(`update delivery set first_tried_at = clock_timestamp() - interval '23 hours 59 minutes', attempts = 9 where person_id = $1`, [actor.personId]);
    await send();
    expect(await statesOf(actor)).toEqual(['ROLE_ASSIGNED FAILED 451 4.7.1']);
  });

  it('that knows no such mailbox is not asked again', async () => {
    const [actor, other] = [await reader('Vũ Ngọc Lan'), await reader('Vũ Ngọc Mai')];
    mail().is((address) => (address === actor.email ? 550 : 'takes'));
    await assign(actor.personId, 'CLERK');
    await assign(other.personId, 'CLERK');
    expect((await send()).map(({ envelopeTo }) => envelopeTo)).toEqual([other.email]);
    const { asked } = mail();
    expect(await send()).toEqual([]);
    expect([await statesOf(actor), mail().asked - asked]).toEqual([['ROLE_ASSIGNED BOUNCED 550 5.1.1'], 0]);
  });

  it('that says nothing any more holds up nobody for longer than ten seconds', async () => {
    const [actor, other] = [await reader('Đặng Quốc Việt'), await reader('Đặng Quốc Nam')];
    mail().is((address) => (address === actor.email ? 'hangs' : 'takes'));
    await assign(actor.personId, 'CLERK');
    await assign(other.personId, 'CLERK');
    const from = performance.now();
    expect((await send()).map(({ envelopeTo }) => envelopeTo)).toEqual([other.email]);
    expect(performance.now() - from).toBeLessThan(12_000);
    expect(await statesOf(actor)).toEqual(['ROLE_ASSIGNED QUEUED TIMEOUT']);
    mail().is('takes');
    expect((await send()).map(({ envelopeTo }) => envelopeTo)).toEqual([actor.email]);
  }, 40_000);
});

describe('several workers', () => {
  it('send each mail once', async () => {
    const people = await Promise.all(Array.from({ length: 15 }, (_, index) => reader(`Người nhận ${index}`)));
    for (const { personId } of people) await assign(personId, 'CLERK');
    await makeDue(app());
    await Promise.all(Array.from({ length: 4 }, () => app().get(SendDueMessages).execute()));
    expect(mail().take().map(({ envelopeTo }) => envelopeTo).sort()).toEqual(people.map(({ email }) => email).sort());
  }, 60_000);

  it('leave a mail to each other, and take over from one that died under the same id', async () => {
    const actor = await reader('Nguyễn Thành Công');
    await assign(actor.personId, 'CLERK');
    await app().sql(`update delivery set state = 'SENDING', message_id = id, attempts = 1, first_tried_at = clock_timestamp(), claim_id = $2,
      claimed_until = clock_timestamp() + interval '2 minutes' where person_id = $1`, [actor.personId, newId()]);
    expect(await send()).toEqual([]);
    await app().sql(`update delivery set claimed_until = clock_timestamp() - interval '1 second' where person_id = $1`, [actor.personId]);
    const [{ id } = { id: '' }] = await app().sql<{ id: string }>('select id from delivery where person_id = $1', [actor.personId]);
    expect((await send()).map(({ messageId }) => messageId)).toEqual([`<${id}@khoi.example>`]);
    expect(await statesOf(actor)).toEqual(['ROLE_ASSIGNED SENT 250']);
  });
});

describe('whoever wants one mail a day', () => {
  it('gets all notices in it, at 07:30', async () => {
    const actor = await reader('Lý Thị Sen');
    await prefer(actor, 'mode', `'DAILY'`);
    await assign(actor.personId, 'CLERK');
    await assign(actor.personId, 'OBSERVER');
    expect((await app().sql<{ at: string }>(`select to_char(due_at at time zone 'Asia/Ho_Chi_Minh', 'HH24:MI:SS') as at from delivery where person_id = $1`, [actor.personId])).map(({ at }) => at)).toEqual(['07:30:00', '07:30:00']);
    const [digest, ...others] = await send();
    expect(others).toEqual([]);
    expect(seen(digest!)).toEqual({
      envelopeTo: actor.email, subject: 'Khơi: 2 thông báo trong ngày',
      text: [
        'Kính gửi Ông/Bà Lý Thị Sen,', '', 'Dưới đây là các thông báo kể từ bản tin trước.', '',
        '* Ông/Bà được giao vai trò Văn thư trong hệ thống.', '  Mở trang tài khoản:', '  http://khoi.example/tai-khoan', '',
        '* Ông/Bà được giao vai trò Người giám sát trong hệ thống.', '  Mở trang tài khoản:', '  http://khoi.example/tai-khoan', '', ...footer(),
      ].join('\n'),
    });
    expect(await statesOf(actor)).toEqual(['ROLE_ASSIGNED SENT 250', 'ROLE_ASSIGNED SENT 250']);
  });

  it('gets the same one again when it was refused, and what came meanwhile in another', async () => {
    const actor = await reader('Mai Văn Bình');
    await prefer(actor, 'mode', `'DAILY'`);
    await assign(actor.personId, 'CLERK');
    await assign(actor.personId, 'OBSERVER');
    mail().is(451);
    await send();
    await assign(actor.personId, 'AUDITOR');
    mail().is('takes');
    await makeDue(app());
    await Promise.all([1, 2, 3].map(() => app().get(SendDueMessages).execute()));
    expect(mail().take().map(({ subject }) => subject)).toEqual(['Bạn được giao vai trò Kiểm tra viên', 'Khơi: 2 thông báo trong ngày']);
  });
});

describe('mail that can wait', () => {
  it('waits for the end of the quiet hours by the clock of the database, unless its reader wants it at any hour', async () => {
    const [sleeper, watcher] = [await reader('Ngô Thị Tịnh'), await reader('Ngô Văn Thức')];
    await prefer(watcher, 'has_quiet_hours', 'false');
    await assign(sleeper.personId, 'CLERK');
    await assign(watcher.personId, 'CLERK');
    const times = async (actor: Actor) => (await app().sql<{ due: Date; happened: Date }>(`
      select d.due_at as due, o.occurred_at as happened from delivery d join mailing m on m.id = d.mailing_id join outbox o on o.id = m.event_id where d.person_id = $1`, [actor.personId]))[0]!;
    const [asleep, awake] = [await times(sleeper), await times(watcher)];
    expect([asleep.due, awake.due]).toEqual([afterQuietHours(asleep.happened), awake.happened]);
  });
});

describe('whoever wants none', () => {
  it('gets none, except about the security of the account, at once and at any hour', async () => {
    const actor = await reader('Cao Bá Quát');
    await prefer(actor, 'mode', `'NEVER'`);
    await assign(actor.personId, 'CLERK');
    await actor.client.ask('mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { username } }', { input: { currentPassword: PASSWORD, newPassword: 'một mật khẩu mới' } });
    await app().get(SendDueMessages).execute();
    expect(mail().take().map(({ subject, envelopeTo }) => [envelopeTo, subject])).toEqual([[actor.email, 'Mật khẩu đã được đổi']]);
  });
});

describe('every notice of the product', () => {
  it('has words, and every role has a name', () => {
    expect(notices.map(({ kind }) => kind).sort()).toEqual([...NOTICE_KINDS].sort());
    for (const locale of ['vi', 'en'] as const) expect(Object.keys(wordsIn(locale).roles).sort()).toEqual(Object.keys(Role).sort());
  });
});
