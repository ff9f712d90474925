import { beforeAll, describe, expect, it } from '@jest/globals';
import { SendDueMessages } from '@domain/notification';
import { Database, sql, type SqlStatement } from '@kit/database';
import { expectFacesAgree } from '@kit/policy';
import { type MailingFacts, mailingPolicy } from '../../libs/domain/notification/policy/mailing.policy.js';
import { type Actor, PASSWORD } from '../factories/identity.js';
import { aCompleteDraft, act, aScene, aSubmission, aSubmitted, type Seen, viewerOf } from '../factories/initiative.js';
import { statementsByRows } from '../setup/statements.js';
import { useMailedWard } from '../setup/mailed-ward.js';

const MANY = 21;

const { app, mail, scene, admin, send, reader, assign } = useMailedWard();
let secretary: Actor;

beforeAll(async () => {
  secretary = await scene().person({ roles: ['COUNCIL_SECRETARY'], person: { fullName: 'Vũ Ngọc Lan' } });
});

interface MailingSeen { id: string; kind: string | null; needsApproval: boolean; verdict: string | null; decidedBy: string | null; states: { state: string; count: number }[] }
const MAILING = 'id kind needsApproval verdict decidedBy states { state count }';
const mailingsOf = async (viewer: Actor, state: string | null = null) => (await viewer.client.ask<{ mailings: { edges: { node: MailingSeen }[] } }>(
  `query ($state: DeliveryState) { mailings(first: 100, state: $state) { edges { node { ${MAILING} } } } }`, { state })).mailings.edges.map(({ node }) => node);
const deliveriesOf = async (viewer: Actor, mailingId: string | undefined) => (await viewer.client.ask<{ deliveries: { edges: { node: { id: string; recipient: string; state: string; code: string | null } }[] } }>(
  'query ($mailingId: ID!) { deliveries(mailingId: $mailingId, first: 100) { edges { node { id recipient state code } } } }', { mailingId })).deliveries.edges.map(({ node }) => node);
const PREVIEW = 'query ($mailingId: ID!, $deliveryId: ID) { mailPreview(mailingId: $mailingId, deliveryId: $deliveryId) { recipient subject text isWithheld } }';
const APPROVE = `mutation ($id: ID!) { approveMailing(id: $id) { ${MAILING} } }`;
const CANCEL = `mutation ($id: ID!) { cancelMailing(id: $id) { ${MAILING} } }`;
const RETRY = 'mutation ($id: ID!) { retryDelivery(id: $id) { id state code attempts } }';

describe('mail to many', () => {
  let dossier: Seen;
  let officers: (Actor & { email: string })[];

  beforeAll(async () => {
    officers = [];
    for (let index = 0; index < MANY; index += 1) officers.push(await reader(`Cán bộ ${String(index).padStart(2, '0')}`, { roles: ['INTAKE_OFFICER'] }));
    await send();
    dossier = await aSubmitted(scene(), await scene().person());
  }, 120_000);

  const held = async (viewer: Actor) => (await mailingsOf(viewer, 'HELD'))[0];

  it('waits, and says so to administrator and secretary', async () => {
    expect((await send()).map(({ subject }) => subject)).toEqual([]);
    for (const viewer of [admin(), secretary]) {
      expect(await mailingsOf(viewer, 'HELD')).toEqual([
        { id: expect.any(String), kind: 'DOSSIER_TO_CHECK', needsApproval: true, verdict: null, decidedBy: null, states: [{ state: 'HELD', count: MANY }] },
      ]);
    }
    expect((await deliveriesOf(admin(), (await held(admin()))?.id)).map(({ recipient }) => recipient)).toEqual(expect.arrayContaining(['Cán bộ 00', 'Cán bộ 20']));
  });

  it('is seen as one recipient would read it; the administrator, who knows no dossiers, reads it without the facts', async () => {
    const mailingId = (await held(secretary))?.id;
    const text = (words: string, facts: string[]) => [
      'Kính gửi Ông/Bà Cán bộ 00,', '', `Có hồ sơ mới cần kiểm tra hình thức: “${words}”.`, ...facts, '', '-- ',
      `Thư tự động từ hệ thống Khơi của ${scene().ward.name}. Vui lòng không trả lời`, 'thư này.', 'Chọn cách nhận thư:', 'http://khoi.example/tai-khoan', '',
    ].join('\n');
    const [unit] = await app().sql<{ name: string }>('select short_name as name from org_unit where id = $1', [scene().unitId]);
    const first = (await deliveriesOf(secretary, mailingId)).find(({ recipient }) => recipient === 'Cán bộ 00');
    expect(await secretary.client.ask(PREVIEW, { mailingId, deliveryId: first?.id })).toEqual({ mailPreview: {
      recipient: 'Cán bộ 00', subject: `Hồ sơ mới cần kiểm tra hình thức: ${dossier.title}`, isWithheld: false,
      text: text(dossier.title, [`  Mã hồ sơ: ${dossier.code}`, `  Đơn vị: ${unit?.name}`, '  Mở hồ sơ:', `  http://khoi.example/thu-ky/tiep-nhan?ho-so=${dossier.code}`])
        .replace('công dân tại phường', 'công dân tại\nphường'),
    } });
    expect(await admin().client.ask(PREVIEW, { mailingId, deliveryId: first?.id })).toEqual({ mailPreview: {
      recipient: 'Cán bộ 00', subject: 'Hồ sơ mới cần kiểm tra hình thức: …', isWithheld: true, text: text('…', []),
    } });
  });

  it('goes once somebody approved it, and nobody decides twice', async () => {
    const id = (await held(secretary))?.id;
    const outcomes = await Promise.all([secretary.client.send(APPROVE, { id }), admin().client.send(CANCEL, { id })]);
    const [refused] = outcomes.filter(({ errors }) => errors !== undefined);
    expect(refused?.errors?.map(({ extensions }) => extensions.code)).toEqual(['MAILING_DECIDED']);
    const isApproved = outcomes[0]?.errors === undefined;
    const decided = (await mailingsOf(admin())).find((one) => one.id === id);
    expect(decided).toEqual({
      id, kind: 'DOSSIER_TO_CHECK', needsApproval: true, verdict: isApproved ? 'APPROVED' : 'CANCELLED', decidedBy: isApproved ? 'Vũ Ngọc Lan' : 'Quản trị Một',
      states: [{ state: isApproved ? 'QUEUED' : 'CANCELLED', count: MANY }],
    });
    expect(await send()).toHaveLength(isApproved ? MANY : 0);
  });

  it('goes to everybody after approval, at the time they chose; none of it after a cancellation', async () => {
    await app().sql('insert into notification_preference (person_id, tenant_id, mode) values ($1, $2, $3)', [officers[0]?.personId, scene().ward.id, 'DAILY']);
    await aSubmitted(scene(), await scene().person());
    const first = (await held(secretary))?.id;
    await secretary.client.ask(APPROVE, { id: first });
    expect(await app().sql(`select to_char(due_at at time zone 'Asia/Ho_Chi_Minh', 'HH24:MI') as at from delivery where mailing_id = $1 and person_id = $2`, [first, officers[0]?.personId]))
      .toEqual([{ at: '07:30' }]);
    expect((await send()).map(({ envelopeTo }) => envelopeTo)).toEqual(officers.map(({ email }) => email).sort());
    await aSubmitted(scene(), await scene().person());
    const second = (await held(admin()))?.id;
    await admin().client.ask(CANCEL, { id: second });
    expect([await send(), await mailingsOf(admin(), 'HELD')]).toEqual([[], []]);
    expect(await app().sql(`select action, object_id from audit_event where action like 'notification.mailing-%' and object_id = any ($1) order by id`, [[first, second]])).toEqual([
      { action: 'notification.mailing-approved', object_id: first }, { action: 'notification.mailing-cancelled', object_id: second },
    ]);
  }, 60_000);

  it('is nobody else\'s to see or decide', async () => {
    const author = await scene().person();
    expect((await author.client.refusal('{ mailings { edges { node { id } } } }')).code).toBe('FORBIDDEN');
    const [mailing] = await mailingsOf(admin());
    for (const mutation of [APPROVE, CANCEL]) expect((await author.client.refusal(mutation, { id: mailing?.id })).code).toBe('FORBIDDEN');
  });
});

describe('mail that could not be delivered', () => {
  beforeAll(async () => {
    await app().sql(`update role_assignment set ended_at = clock_timestamp() where role = 'INTAKE_OFFICER' and ended_at is null`);
  });

  it('shows to whom and why, to the administrator without what it was about; and goes again', async () => {
    const lead = await reader('Lê Thu Hà');
    mail().is(550);
    const draft = await act(lead, 'createInitiative', { campaignId: scene().campaignId, title: 'Tên sáng kiến kín' });
    const co = await reader('Phạm Gia Huy');
    await act(lead, 'setAuthors', { id: draft.id, revision: draft.revision, authors: [{ personId: lead.personId, shareBp: 5000 }, { personId: co.personId, shareBp: 5000 }] });
    await send();
    const [trouble] = await mailingsOf(admin(), 'BOUNCED');
    expect(trouble).toEqual({ id: expect.any(String), kind: null, needsApproval: false, verdict: null, decidedBy: null, states: [{ state: 'BOUNCED', count: 1 }] });
    const [delivery, ...others] = await deliveriesOf(admin(), trouble?.id);
    expect([delivery, others]).toEqual([{ id: expect.any(String), recipient: 'Phạm Gia Huy', state: 'BOUNCED', code: '550 5.1.1' }, []]);
    const { mailPreview } = await admin().client.ask<{ mailPreview: { text: string; subject: string; isWithheld: boolean } }>(PREVIEW, { mailingId: trouble?.id });
    expect([mailPreview.subject, mailPreview.isWithheld, mailPreview.text.includes('kín')]).toEqual(['Đề nghị xác nhận tỷ lệ đóng góp: …', true, false]);
    mail().is('takes');
    await app().sql(`update person set email = 'huy-moi@phuong.example' where id = $1`, [co.personId]);
    expect(await admin().client.ask(RETRY, { id: delivery?.id })).toEqual({ retryDelivery: { id: delivery?.id, state: 'QUEUED', code: '550 5.1.1', attempts: 0 } });
    await app().get(SendDueMessages).execute();
    expect(mail().take().map(({ envelopeTo }) => envelopeTo)).toEqual(['huy-moi@phuong.example']);
    expect([await mailingsOf(admin(), 'BOUNCED'), await deliveriesOf(admin(), trouble?.id)]).toEqual([[], []]);
    expect((await admin().client.refusal(RETRY, { id: delivery?.id })).code).toBe('NOT_FOUND');
  });

  it('that was sent is not sent again', async () => {
    const actor = await reader('Mai Văn Bình');
    await assign(actor.personId, 'CLERK');
    await send();
    const [mailing] = await mailingsOf(admin(), 'SENT');
    const [delivery] = await deliveriesOf(admin(), mailing?.id);
    expect(await admin().client.refusal(RETRY, { id: delivery?.id })).toMatchObject({ code: 'DELIVERY_NOT_IN_TROUBLE', details: { state: 'SENT' } });
  });
});

describe('what leaves the house', () => {
  it('is shown to each office as far as it knows it', async () => {
    const lead = await reader('Đặng Văn Sơn');
    await assign(lead.personId, 'OBSERVER');
    await act(lead, 'submitInitiative', aSubmission(await aCompleteDraft(scene(), lead)));
    const officer = await scene().person({ roles: ['INTAKE_OFFICER'] });
    const [{ id, version } = { id: '', version: 0 }] = await app().sql<{ id: string; version: number }>(
      'select i.id, i.current_version as version from initiative i join initiative_author a on a.initiative_id = i.id where a.person_id = $1', [lead.personId]);
    await act(officer, 'acceptInitiative', { id, versionNumber: version });
    const kinds = async (viewer: Actor) => new Set((await mailingsOf(viewer)).filter(({ needsApproval }) => !needsApproval).map(({ kind }) => kind));
    expect([await kinds(admin()), await kinds(secretary)]).toEqual([new Set(['ROLE_ASSIGNED']), new Set(['INITIATIVE_ACCEPTED'])]);
  });

  it('is listed with the same statements for one and for three', async () => {
    const fresh = await aScene(app());
    const boss = await fresh.person({ roles: ['TENANT_ADMIN'] });
    let count = 0;
    const add = async () => {
      const actor = await fresh.person({ person: { email: `dem-${(count += 1)}@phuong.example` } });
      await boss.client.ask('mutation ($input: AssignRoleInput!) { assignRole(input: $input) { id } }', { input: { personId: actor.personId, role: 'CLERK' } });
    };
    const mailings = await statementsByRows(app(), add, async () => (await mailingsOf(boss)).length);
    expect(mailings.three).toEqual(mailings.one);
    const [mailing] = await mailingsOf(boss);
    const addDelivery = async () => {
      const actor = await fresh.person({ person: { email: `dem-${(count += 1)}@phuong.example` } });
      await app().sql(`insert into delivery (tenant_id, mailing_id, person_id, channel, state, due_at) values ($1, $2, $3, 'EMAIL', 'QUEUED', clock_timestamp())`, [fresh.ward.id, mailing?.id, actor.personId]);
    };
    const deliveries = await statementsByRows(app(), addDelivery, async () => (await deliveriesOf(boss, mailing?.id)).length);
    expect(deliveries.three).toEqual(deliveries.one);
    expect([mailings.one.length, deliveries.one.length]).toEqual([2, 2]);
  }, 30_000);

  it('is judged alike row by row and in lists', async () => {
    const stranger = await aScene(app()).then((other) => other.person());
    const rows = await app().sql<MailingFacts & { id: string }>(`
      select m.id, m.tenant_id as "tenantId", m.kind, m.needs_approval as "needsApproval",
        exists (select from delivery d where d.mailing_id = m.id and d.state in ('BOUNCED', 'FAILED')) as "isInTrouble" from mailing m`);
    const role = (name: string) => [{ role: name, unitId: null }];
    const viewers = [viewerOf(admin(), role('TENANT_ADMIN')), viewerOf(secretary, role('COUNCIL_SECRETARY')), viewerOf(stranger, role('TENANT_ADMIN')), viewerOf(admin())];
    const select = async (condition: SqlStatement) => (await app().get(Database).rows<{ id: string }>(sql`select subject.id from mailing subject where ${condition}`)).map(({ id }) => id);
    const facts = new Map(rows.map((row) => [row.id, row]));
    for (const action of ['mailing.read', 'mailing.readAll', 'mailing.readContent', 'mailing.decide']) await expectFacesAgree({ policy: mailingPolicy, action, viewers, facts, select });
  });

  it('says how mail is set up', async () => {
    expect(await admin().client.ask('{ outboxStatus { isConnected sender mostUnapproved } }')).toEqual({ outboxStatus: { isConnected: true, sender: 'Khơi <khoi@phuong.example>', mostUnapproved: 20 } });
  });
});

describe('everybody', () => {
  it('chooses for themselves how they get mail', async () => {
    const actor = await reader('Cao Bá Quát');
    const SEE = '{ viewer { mailPreferences { mode hasQuietHours language address isConnected } } }';
    expect(await actor.client.ask(SEE)).toEqual({ viewer: { mailPreferences: { mode: 'AT_ONCE', hasQuietHours: true, language: 'VI', address: actor.email, isConnected: true } } });
    const SAVE = 'mutation ($input: MailPreferencesInput!) { saveMailPreferences(input: $input) { mode hasQuietHours language } }';
    for (const input of [{ mode: 'DAILY', hasQuietHours: true, language: 'VI' }, { mode: 'AT_ONCE', hasQuietHours: false, language: 'EN' }]) {
      expect(await actor.client.ask(SAVE, { input })).toEqual({ saveMailPreferences: input });
    }
    await assign(actor.personId, 'CLERK');
    await app().get(SendDueMessages).execute();
    expect(mail().take().map(({ subject }) => subject)).toEqual(['You were given the role Clerk']);
    await actor.client.ask('mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { username } }', { input: { currentPassword: PASSWORD, newPassword: 'một mật khẩu mới' } });
    expect((await send()).map(({ subject }) => subject)).toEqual(['Your password was changed']);
  });
});
