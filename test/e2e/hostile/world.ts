import { newId } from '@kit/ids';
import { rulesWith } from '../../factories/assignment.js';
import { casesOf, decideOn, object } from '../../factories/conflicts.js';
import { edit, reply, resolve, startThread, withdraw } from '../../factories/deliberation.js';
import { actOn, declare, saveSheet, type Session, step } from '../../factories/evaluation.js';
import { type Actor, anActor, type RoleWish } from '../../factories/identity.js';
import { act, aDraft, aScene, aSubmitted, look, type Scene } from '../../factories/initiative.js';
import { type Cast, aCast, aJointDraft, aSessionOn, aSheet, CANARIES, moveCampaign, submit } from '../../factories/path.js';
import { type Decision, decide } from '../../factories/recognition.js';
import type { TestApp } from '../../setup/app.js';
import type { GraphqlClient } from '../../setup/graphql.js';

/**
 * Everybody who looks at the one initiative, each from another place:
 *
 * | | |
 * |---|---|
 * | `author`, `coAuthor` | lead, and an author who sits on the council |
 * | `officeAuthor` | an author who also holds every office of the ward: nothing of that may open their own evaluation |
 * | `colleague`, `unitHead` | of the submitting unit, not authors |
 * | `member`, `recused` | of the council; the second declared a conflict after beginning a sheet |
 * | `operator` | of the installation: sees the queues of all wards, and of dossiers nothing |
 * | `neighbour` | of another ward, with every office there |
 */
export const ROLES = [
  'visitor', 'author', 'coAuthor', 'officeAuthor', 'colleague', 'unitHead', 'intake', 'member', 'recused', 'chair', 'secretary', 'head', 'clerk',
  'admin', 'operator', 'observer', 'auditor', 'neighbour',
] as const;
export type RoleName = (typeof ROLES)[number];

/** Where the initiative stands. `decided`: the session is locked and the head has decided, but not issued. */
export const STAGES = ['draft', 'accepted', 'scoring', 'decided', 'issued'] as const;
export type Stage = (typeof STAGES)[number];

const WARD_WIDE = ['INTAKE_OFFICER', 'COUNCIL_SECRETARY', 'AUTHORITY_HEAD', 'CLERK', 'AUDITOR', 'SECURITY_OFFICER'] as const;
/** Of the five voting members one is an author; all others are assigned, until one of them declares a conflict. */
const SCORERS = 4;
const GOOD = '1600/L2 1300/L1 1700/L1 850/L1 1200/L2 800/L2 700/L2';

/** Personal data and texts that only few may read; `CANARIES` has those of the path. */
export const SECRETS = {
  ...CANARIES, email: 'thu.ha.9f3k@example.vn', phone: '0912 337 7741', coBirthDate: '1991-11-27', coQualification: 'BẰNG CẤP 4J6B', conflictReason: 'LÝ DO XIN RÚT 1K8D',
  objection: 'KIẾN NGHỊ 2E9H', allowedBecause: 'CHO PHÉP 7U3Q', declineReason: 'TỪ CHỐI 3P5Y', adopterBirthDate: '1979-06-18', adopterQualification: 'TRÌNH ĐỘ 5V2C', decisionReason: 'LÝ DO CỦA CHỦ TỊCH 6G1M', withdrawReason: 'RÚT 8B4N',
  discussion: 'Ý KIẾN TRONG HỘI ĐỒNG 2R6T', formerText: 'CHỮ ĐÃ SỬA 9L3C', withdrawnText: 'CHỮ ĐÃ RÚT 4W8H', itemNote: 'GHI CHÚ CỦA THƯ KÝ 7D3W',
} as const;

/** One ward with one initiative, taken from stage to stage, and everybody around it. */
export class World {
  stage: Stage = 'draft';
  session: Session | null = null;
  decision: Decision | null = null;

  private constructor(
    readonly app: TestApp,
    readonly cast: Cast,
    readonly actors: Readonly<Record<Exclude<RoleName, 'visitor'>, Actor>>,
    readonly initiativeId: string,
    readonly code: string,
    /** A draft of the colleague, to be edited. */
    readonly draftId: string,
    readonly neighbourScene: Scene,
  ) {}

  static async create(app: TestApp): Promise<World> {
    const cast = await aCast(app, JSON.stringify(rulesWith(SCORERS)));
    const { ward, unitId } = cast;
    const of = (fullName: string, roles: readonly RoleWish[] = []): Promise<Actor> =>
      anActor(app, ward, { person: { fullName, unitId, position: 'Chuyên viên' }, roles });
    const neighbourScene = await aScene(app);
    const actors = {
      author: cast.author, coAuthor: cast.coAuthor, unitHead: cast.unitHead, intake: cast.officer, member: cast.members[0], recused: cast.members[1],
      chair: cast.chair, secretary: cast.secretary, head: cast.head,
      officeAuthor: await of('Mai Đa Năng', [...WARD_WIDE]),
      colleague: await of('Đinh Văn Đồng'),
      clerk: await of('Lý Thị Thư', ['CLERK']),
      admin: await of('Tạ Quản Trị', ['TENANT_ADMIN']),
      operator: await of('Lã Vận Hành', ['SYSTEM_OPERATOR']),
      observer: await of('Cao Giám Sát', ['OBSERVER']),
      auditor: await of('Hà Kiểm Toán', ['AUDITOR']),
      neighbour: await neighbourScene.person({ roles: [...WARD_WIDE, 'TENANT_ADMIN', 'OBSERVER', ['UNIT_HEAD', neighbourScene.unitId]] }),
    };
    await app.sql('update person set email = $2, phone = $3 where id = $1', [actors.author.personId, SECRETS.email, SECRETS.phone]);
    await app.sql('update person set birth_date = $2, qualification = $3 where id = $1', [actors.coAuthor.personId, SECRETS.coBirthDate, SECRETS.coQualification]);
    await actors.member.client.ask('mutation ($input: DeclareKinshipInput!) { declareKinship(input: $input) { id } }', { input: { personId: actors.observer.personId, kind: 'IN_LAW' } });
    await aDraft(neighbourScene, actors.neighbour);
    const joint = await aJointDraft(cast, 'Xếp hàng theo giờ hẹn tại Bộ phận Một cửa');
    const { id: draftId } = await act(actors.colleague, 'createInitiative', { campaignId: cast.campaignId, title: 'Sổ tay điện tử của đồng nghiệp' });
    const world = new World(app, cast, actors, joint.id, joint.code, draftId, neighbourScene);
    await world.#completeDraft();
    return world;
  }

  client(role: RoleName): GraphqlClient {
    return role === 'visitor' ? this.cast.visitor : this.actors[role].client;
  }

  get itemId(): string | null {
    return this.session?.items[0]?.id ?? null;
  }

  /** The ward as the factories of dossiers know it. */
  get scene(): Scene {
    return { ...this.cast, person: () => Promise.reject(new Error('everybody is there already')) };
  }

  /** Takes the initiative on, through every stage between. */
  async goTo(stage: Stage): Promise<void> {
    while (this.stage !== stage) {
      const next = STAGES[STAGES.indexOf(this.stage) + 1];
      if (next === undefined) throw new Error(`the world is past ${stage}`);
      await { draft: async () => {}, accepted: () => this.#accept(), scoring: () => this.#score(), decided: () => this.#decide(), issued: () => this.#issue() }[next]();
      this.stage = next;
    }
  }

  async #completeDraft(): Promise<void> {
    const { author, coAuthor, officeAuthor } = this.actors;
    const { revision } = await look(author, this.initiativeId);
    const shared = await act(author, 'setAuthors', {
      id: this.initiativeId, revision, authors: [
        { personId: author.personId, shareBp: 5000 }, { personId: coAuthor.personId, shareBp: 3000 }, { personId: officeAuthor.personId, shareBp: 2000 },
      ],
    });
    await act(author, 'setFirstAdopters', {
      id: this.initiativeId, revision: shared.revision, adopters: [{
        fullName: 'Ngô Áp Dụng', birthDate: SECRETS.adopterBirthDate, qualification: SECRETS.adopterQualification, jobTitle: 'Chuyên viên', workplace: 'Một cửa', workDone: 'Trực quầy.',
      }],
    });
    await act(officeAuthor, 'declineAuthorship', { id: this.initiativeId, reason: SECRETS.declineReason });
  }

  async #accept(): Promise<void> {
    const { author, coAuthor, officeAuthor, intake, unitHead, colleague } = this.actors;
    const id = this.initiativeId;
    await act(coAuthor, 'confirmAuthorship', { id, shareBp: 3000 });
    await act(officeAuthor, 'confirmAuthorship', { id, shareBp: 2000 });
    await submit(author, id);
    const { applicationRecords } = await look<{ applicationRecords: { id: string }[] }>(unitHead, id, 'applicationRecords { id }');
    await act(unitHead, 'confirmApplication', { recordId: applicationRecords[0]!.id, note: 'Đúng như sổ theo dõi.' });
    await act(intake, 'requestSupplement', {
      id, versionNumber: 1, faults: [{ code: 'STATE_BEFORE_NO_FIGURES', section: 'STATE_BEFORE', note: SECRETS.faultNote }], message: 'Vui lòng bổ sung.',
    });
    const { revision } = await look(author, id);
    await aSubmitted(this.scene, colleague, { title: 'Xếp hàng theo giờ hẹn tại bộ phận tiếp nhận' });
    await act(author, 'saveInitiative', { id, revision, stateBefore: 'Người dân chờ 42 phút.', confidentialParts: `${SECRETS.secretPart} bản hai` });
    await submit(author, id, 'resubmitInitiative');
    await act(intake, 'acceptInitiative', { id, versionNumber: 2 });
  }

  async #score(): Promise<void> {
    const { chair, secretary, member, recused, intake } = this.actors;
    await moveCampaign(secretary, this.cast.campaignId, 'CLOSED');
    await moveCampaign(secretary, this.cast.campaignId, 'SCORING');
    this.session = await aSessionOn(this.cast, this.initiativeId, [chair, secretary, member, recused]);
    const itemId = this.itemId!;
    await saveSheet(recused, itemId, [], { privateNote: SECRETS.privateNote });
    await declare(recused, itemId, 'OTHER', SECRETS.conflictReason);
    await object(intake, this.initiativeId, member.personId, SECRETS.objection);
    await decideOn(chair, this.session, (await casesOf(chair, this.session)).map(({ conflict }) => conflict).filter(({ source }) => source === 'OBJECTION'), 'ALLOWED', SECRETS.allowedBecause);
    for (const scorer of [chair, secretary, member]) await actOn(scorer, 'submitScoreSheet', aSheet(itemId, GOOD), 'id');
    await this.#discuss(itemId);
  }

  /** Two threads: one with everything that can happen to a post, and a settled one. The recused and an author are named in vain. */
  async #discuss(itemId: string): Promise<void> {
    const { chair, secretary, member, recused, coAuthor } = this.actors;
    const mentionIds = [member, recused, coAuthor].map(({ personId }) => personId);
    const { id } = await startThread(chair, itemId, SECRETS.discussion, { mentionIds });
    const { posts } = await reply(secretary, id, SECRETS.formerText);
    await edit(secretary, posts[1]!.id, 1, 'Số liệu ở trang hai của báo cáo.');
    const answered = await reply(member, id, 'Tôi đã xem.');
    await withdraw(member, (await reply(member, id, SECRETS.withdrawnText)).posts[answered.posts.length]!.id);
    await resolve(secretary, (await startThread(member, itemId, 'Đề nghị xem phần áp dụng.', { kind: 'REMARK' })).id);
    await actOn(secretary, 'saveItemNote', { itemId, revision: 0, body: SECRETS.itemNote }, 'revision');
  }

  async #decide(): Promise<void> {
    const { chair, secretary, head } = this.actors;
    const session = this.session!;
    await step(secretary, 'closeScoring', session);
    await step(chair, 'lockSession', session);
    this.decision = await decide(secretary, 'proposeDecision', { sessionId: session.id, summary: 'Về kết quả của Hội đồng' });
    const [item] = this.decision.items;
    this.decision = await decide(head, 'decideItem', {
      itemId: item!.id, decisionRevision: this.decision.revision, outcome: 'RECOGNISED', effectiveness: 'RECOGNISED', refusalReasons: [], reason: SECRETS.decisionReason,
    });
  }

  async #issue(): Promise<void> {
    this.decision = await decide(this.actors.head, 'issueDecision', { decisionId: this.decision!.id, revision: this.decision!.revision, idempotencyKey: newId() });
  }
}
