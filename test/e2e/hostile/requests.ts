import { addDays } from '@kit/clock';
import { newId } from '@kit/ids';
import { presetRules } from '../../factories/evaluation.js';
import { next } from '../../factories/organisation.js';
import { aSheet } from '../../factories/path.js';
import type { Variables } from '../../setup/graphql.js';
import type { RoleName, World } from './world.js';

/** Whoever gets past the first door of a root field, and variables that are right in every part. */
export interface Request {
  readonly as: RoleName;
  readonly variables: (world: World) => Variables | Promise<Variables>;
}

const MARKS = '1600/L2 1300/L1 1700/L1 850/L1 1200/L2 800/L2 700/L2';
const RULES = JSON.stringify(presetRules('ward-start'));
const FAULTS = { faults: [{ code: 'CONTENT_UNCLEAR', section: 'CONTENT', note: 'Chưa rõ.' }], message: 'Vui lòng bổ sung.' };

const by = (as: RoleName, variables: Request['variables'] = () => ({})): Request => ({ as, variables });
const input = (as: RoleName, make: (world: World) => object | Promise<object>): Request => by(as, async (world) => ({ input: await make(world) }));

/** The revision of a row as it stands. */
async function revisionOf(world: World, table: string, id: string | undefined): Promise<number> {
  const [row] = await world.app.sql<{ revision: number }>(`select revision from ${table} where id = $1`, [id ?? null]);
  return row?.revision ?? 1;
}

async function anyId(world: World, query: string): Promise<string> {
  const [row] = await world.app.sql<{ id: string }>(query);
  return row?.id ?? newId();
}

const aPersonOf = (world: World): string => world.actors.observer.personId;
const regulationOf = (world: World) => anyId(world, `select regulation_id as id from campaign where id = '${world.cast.campaignId}'`);
const draft = async (world: World) => ({ id: world.draftId, revision: await revisionOf(world, 'initiative', world.draftId) });
const subject = async (world: World) => ({ id: world.initiativeId, revision: await revisionOf(world, 'initiative', world.initiativeId) });
const sessionAct = async (world: World) => ({ sessionId: world.session?.id ?? newId(), revision: await revisionOf(world, 'evaluation_session', world.session?.id) });
const threadOf = (world: World) => anyId(world, `select id from discussion_thread where item_id = '${world.itemId ?? newId()}' order by id limit 1`);
const postOf = (world: World, role: 'chair' | 'member') => anyId(world, `select id from discussion_post where person_id = '${world.actors[role].personId}' order by id limit 1`);
const said = () => ({ body: 'Xin hỏi số liệu lấy từ đâu?', idempotencyKey: newId() });
const attachmentOf = (world: World) => anyId(world, `select id from attachment where initiative_id = '${world.initiativeId}' order by position limit 1`);

/** Every root field of the schema; the specs fail for one that is missing here. */
export const REQUESTS: Readonly<Record<string, Request>> = {
  'Query.accounts': by('admin', () => ({ first: 3, search: 'nguoi' })),
  'Query.agendaCandidates': by('secretary', (world) => ({ first: 3, search: 'xep hang', sessionId: world.session?.id ?? newId() })),
  'Query.agendaItem': by('secretary', (world) => ({ id: world.itemId ?? newId() })),
  'Query.applicationsToConfirm': by('unitHead', () => ({ first: 3 })),
  'Query.auditEvents': by('auditor', (world) => ({ first: 100, objectType: 'Initiative', objectId: world.initiativeId })),
  'Query.campaign': by('author', (world) => ({ id: world.cast.campaignId })),
  'Query.campaigns': by('author', () => ({ states: ['OPEN', 'SCORING', 'CLOSED'] })),
  'Query.councils': by('secretary'),
  'Query.discussion': by('member', (world) => ({ itemId: world.itemId ?? newId() })),
  'Query.evaluationSession': by('secretary', (world) => ({ id: world.session?.id ?? newId() })),
  'Query.evaluationSessions': by('secretary', () => ({ first: 1 })),
  'Query.sessionFairness': by('secretary', (world) => ({ sessionId: world.session?.id ?? newId() })),
  'Query.failedJobs': by('operator', () => ({ queue: 'files', first: 3 })),
  'Query.fields': by('author'),
  'Query.file': by('author', async (world) => ({ id: await anyId(world, `select file_id as id from attachment where initiative_id = '${world.initiativeId}' order by position limit 1`) })),
  'Query.initiative': by('author', (world) => ({ id: world.initiativeId, code: null })),
  'Query.intakeCounts': by('intake'),
  'Query.intakeQueue': by('intake', (world) => ({ first: 3, filter: { search: world.code, campaignId: world.cast.campaignId } })),
  'Query.deliveries': by('admin', () => ({ mailingId: newId(), state: 'SENT', first: 3 })),
  'Query.mailPreview': by('admin', () => ({ mailingId: newId(), deliveryId: newId() })),
  'Query.mailings': by('secretary', () => ({ state: 'HELD', first: 3 })),
  'Query.outboxStatus': by('admin'),
  'Query.myInitiatives': by('author', () => ({ first: 3, filter: 'ALL' })),
  'Query.myKinships': by('member'),
  'Query.myWork': by('author'),
  'Query.notifications': by('author', () => ({ first: 50 })),
  'Query.people': by('author', (world) => ({ first: 50, search: 'a', unitId: world.cast.unitId })),
  // Once scoring has closed nothing is proposed any more.
  'Query.proposeAssignment': by('secretary', (world) => ({ sessionId: (world.stage === 'scoring' ? world.session?.id : null) ?? newId() })),
  'Query.reasonTemplates': by('author', () => ({ kind: 'FORMAL_FAULT' })),
  'Query.recognitionDecision': by('head', (world) => ({ id: world.decision?.id ?? newId() })),
  'Query.recognitionDecisions': by('head', () => ({ first: 3 })),
  'Query.register': by('visitor', () => ({ first: 3, sort: 'RELEVANCE', filter: { search: 'xep hang', years: [2026], fields: ['CCHC'] } })),
  'Query.registerEntry': by('visitor', async (world) => ({ slug: (await world.app.sql<{ slug: string }>('select slug from register_entry limit 1'))[0]?.slug ?? 'khong-co' })),
  'Query.registerStatistics': by('visitor', (world) => ({ tenantCode: world.cast.ward.code })),
  'Query.regulation': by('author', async (world) => ({ id: await regulationOf(world) })),
  'Query.regulationPresets': by('visitor'),
  'Query.regulations': by('author'),
  'Query.relatedRegisterEntries': by('visitor', () => ({ slug: 'khong-co' })),
  'Query.replacementCandidates': by('secretary', (world) => ({ sessionId: world.session?.id ?? newId() })),
  'Query.scoringQueue': by('member'),
  'Query.site': by('visitor'),
  'Query.systemState': by('operator'),
  'Query.units': by('author', () => ({ search: 'trung tam' })),
  'Query.viewer': by('author'),

  'Mutation.acceptInitiative': input('intake', (world) => ({ id: world.initiativeId, versionNumber: 2, duplicateOfId: world.draftId })),
  'Mutation.applyAssignment': input('secretary', async (world) => ({
    ...(await sessionAct(world)), rows: [{ itemId: world.itemId ?? newId(), personIds: [world.actors.chair.personId, world.actors.secretary.personId, world.actors.member.personId] }],
  })),
  'Mutation.approveMailing': by('secretary', () => ({ id: newId() })),
  'Mutation.assignRole': input('admin', (world) => ({ personId: aPersonOf(world), role: 'CLERK', unitId: null, validFrom: '2027-01-01', validTo: '2027-01-02', basis: 'Quyết định phân công' })),
  'Mutation.attachFile': input('colleague', (world) => ({ id: world.draftId, fileId: newId(), kind: 'EVIDENCE', caption: 'Ảnh', supports: 'CONTENT', confidentiality: 'INTERNAL' })),
  'Mutation.cancelMailing': by('admin', () => ({ id: newId() })),
  'Mutation.cancelUpload': by('author', () => ({ fileId: newId() })),
  'Mutation.cancelSession': input('secretary', sessionAct),
  'Mutation.changeAttachment': input('author', async (world) => ({ attachmentId: await attachmentOf(world), caption: 'Ảnh', kind: 'IMAGE', supports: 'CONTENT', confidentiality: 'INTERNAL' })),
  'Mutation.changeCampaignState': input('secretary', async (world) => ({
    id: world.cast.campaignId, revision: await revisionOf(world, 'campaign', world.cast.campaignId), state: 'OPEN',
  })),
  'Mutation.changePassword': input('observer', () => ({ currentPassword: 'không phải mật khẩu', newPassword: 'một mật khẩu mới' })),
  'Mutation.choosePresider': input('head', (world) => ({ itemId: world.itemId ?? newId(), personId: world.actors.member.personId })),
  'Mutation.closeScoring': input('secretary', sessionAct),
  'Mutation.completeUpload': by('author', () => ({ fileId: newId() })),
  'Mutation.confirmApplication': input('unitHead', async (world) => ({
    recordId: await anyId(world, `select id from application_record where initiative_id = '${world.initiativeId}'`), note: 'Đúng.',
  })),
  'Mutation.confirmAuthorship': input('colleague', (world) => ({ id: world.draftId, shareBp: 10_000 })),
  'Mutation.conveneSession': input('secretary', sessionAct),
  'Mutation.createAccount': input('admin', (world) => ({ personId: aPersonOf(world), username: `moi.${next()}` })),
  'Mutation.createCampaign': input('secretary', async (world) => ({
    code: `dot-${next()}`, name: 'Đợt xét', year: 2026, level: 'BASE', regulationId: await regulationOf(world), opensOn: '2026-12-01', lastSubmissionDay: '2026-12-31', targetCount: 5,
  })),
  'Mutation.createCouncil': input('secretary', (world) => ({
    name: 'Hội đồng', decisionNumber: '9/QĐ-UBND', decisionDate: world.cast.today, termFrom: world.cast.today, termTo: addDays(world.cast.today, 9),
    members: (['chair', 'secretary', 'member'] as const).map((role, index) => ({
      personId: world.actors[role].personId, role: ['CHAIR', 'SECRETARY', 'MEMBER'][index], isVoting: true,
    })),
  })),
  'Mutation.createInitiative': input('colleague', (world) => ({ campaignId: world.cast.campaignId, title: 'Một sáng kiến' })),
  'Mutation.createPerson': input('admin', (world) => ({
    fullName: 'Người Mới', unitId: world.cast.unitId, birthDate: '1990-01-01', position: 'Chuyên viên', qualification: 'Đại học', email: 'a@example.vn', phone: '0912 345 678', isUnionMember: true,
  })),
  'Mutation.createRegulation': input('secretary', () => ({ code: `quy-che-${next()}`, level: 'BASE', name: 'Quy chế', presetCode: null, rules: RULES })),
  'Mutation.createSession': input('secretary', (world) => ({
    campaignId: world.cast.campaignId, councilId: world.cast.councilId, heldOn: addDays(world.cast.today, 9), place: 'Phòng họp', scoringDueOn: addDays(world.cast.today, 7), title: 'Phiên họp',
  })),
  'Mutation.createUnit': input('admin', (world) => ({
    code: `DV${next()}`, officialName: 'Đơn vị', shortName: 'Đơn vị', kind: 'SCHOOL', parentId: world.cast.unitId, schoolLevel: 'THCS', hasLegalPersonality: true, isRecognisingBody: false,
    aliases: [`Tên khác ${next()}`],
  })),
  'Mutation.decideConflicts': input('chair', async (world) => ({
    sessionId: world.session?.id ?? newId(), conflictIds: [await anyId(world, "select id from conflict where source = 'OBJECTION'")], decision: 'ALLOWED', reason: '',
  })),
  'Mutation.decideItem': input('head', async (world) => ({
    itemId: world.decision?.items[0]?.id ?? newId(), decisionRevision: await revisionOf(world, 'recognition_decision', world.decision?.id), outcome: 'RECOGNISED', effectiveness: 'RECOGNISED',
    refusalReasons: [], reason: 'Đồng ý.',
  })),
  'Mutation.declareConflict': input('member', (world) => ({ itemId: world.itemId ?? newId(), kind: 'OTHER', reason: '' })),
  'Mutation.declareKinship': input('observer', (world) => ({ personId: world.actors.observer.personId, kind: 'SIBLING' })),
  'Mutation.declineAuthorship': input('colleague', (world) => ({ id: world.draftId, reason: 'Tôi không tham gia.' })),
  'Mutation.disableAccount': by('admin', () => ({ id: newId() })),
  'Mutation.downloadLink': by('author', () => ({ fileId: newId() })),
  'Mutation.editPost': input('member', async (world) => ({ postId: await postOf(world, 'member'), version: 1, body: 'Xin hỏi lại.' })),
  'Mutation.enableAccount': by('admin', () => ({ id: newId() })),
  'Mutation.endKinship': by('observer', () => ({ id: newId() })),
  'Mutation.endRole': by('admin', () => ({ id: newId() })),
  'Mutation.endSession': by('observer', () => ({ id: newId() })),
  'Mutation.issueDecision': input('head', (world) => ({ decisionId: world.decision?.id ?? newId(), revision: 99, idempotencyKey: newId(), signerTitle: 'Chủ tịch' })),
  'Mutation.lockSession': input('chair', sessionAct),
  'Mutation.markNotificationsRead': by('observer', () => ({ ids: [newId()] })),
  'Mutation.openScoring': input('secretary', sessionAct),
  'Mutation.proposeDecision': input('secretary', (world) => ({ sessionId: world.session?.id ?? newId(), summary: 'Về kết quả' })),
  'Mutation.putRegulationInForce': by('head', async (world) => ({ id: await regulationOf(world), revision: 1 })),
  'Mutation.recordObjection': input('intake', (world) => ({ initiativeId: world.initiativeId, personId: aPersonOf(world), reason: 'Có tranh chấp với tác giả.' })),
  'Mutation.rejectInitiative': input('intake', (world) => ({ id: world.initiativeId, versionNumber: 2, ...FAULTS })),
  'Mutation.retryDelivery': by('admin', () => ({ id: newId() })),
  'Mutation.saveMailPreferences': input('observer', () => ({ mode: 'DAILY', hasQuietHours: false, language: 'EN' })),
  'Mutation.removeAttachment': by('colleague', () => ({ attachmentId: newId() })),
  'Mutation.rescheduleSession': input('secretary', async (world) => ({ ...(await sessionAct(world)), heldOn: addDays(world.cast.today, 9), place: 'Phòng họp', scoringDueOn: addDays(world.cast.today, 7) })),
  'Mutation.resumeUpload': by('author', () => ({ fileId: newId() })),
  'Mutation.signUploadParts': by('author', () => ({ fileId: newId(), numbers: [1] })),
  'Mutation.removeFailedJob': input('operator', () => ({ queue: 'files', id: `${newId()}.file.inspect` })),
  'Mutation.replaceCouncilMember': input('secretary', (world) => ({
    councilId: world.cast.councilId, memberId: newId(), personId: aPersonOf(world), from: addDays(world.cast.today, 1), decisionNumber: '9/QĐ-UBND', decisionDate: world.cast.today,
  })),
  'Mutation.reopenScoreSheet': input('member', (world) => ({ itemId: world.itemId ?? newId(), revision: 99 })),
  'Mutation.reply': input('member', async (world) => ({ threadId: await threadOf(world), mentionIds: [world.actors.secretary.personId], ...said() })),
  'Mutation.requestSupplement': input('intake', (world) => ({ id: world.initiativeId, versionNumber: 2, ...FAULTS })),
  'Mutation.requestUpload': input('colleague', () => ({ name: 'ke-hoach.pdf', size: 12, type: 'application/pdf' })),
  'Mutation.resetPassword': by('admin', () => ({ accountId: newId() })),
  'Mutation.resolveThread': input('secretary', async (world) => ({ threadId: await threadOf(world), isResolved: false })),
  'Mutation.resubmitInitiative': input('author', async (world) => ({ ...(await subject(world)), declarationAccepted: true, idempotencyKey: newId() })),
  'Mutation.retryFailedJob': input('operator', () => ({ queue: 'files', id: `${newId()}.file.inspect` })),
  'Mutation.retryFailedJobs': by('operator', () => ({ queue: 'files' })),
  'Mutation.saveInitiative': input('colleague', async (world) => ({
    ...(await draft(world)), title: 'Sổ tay', kind: 'MANAGEMENT', fieldId: world.cast.fieldId, submittingUnitId: world.cast.unitId, investorUnitId: null, investorName: 'Nhà đầu tư', isStateFunded: false,
    firstAppliedOn: addDays(world.cast.today, -50), firstAppliedKind: 'APPLIED', firstApplicationEndsOn: null, summary: 'a', stateBefore: 'b', content: 'c', novelty: 'd', conditions: 'e', confidentialParts: 'f',
    benefitAuthor: 'g', benefitAdopters: 'h',
  })),
  'Mutation.saveItemNote': input('secretary', (world) => ({ itemId: world.itemId ?? newId(), revision: 9, body: 'Ghi chú.' })),
  'Mutation.saveRegulation': input('secretary', async (world) => {
    const id = await anyId(world, "select id from evaluation_regulation where state = 'DRAFT' order by id desc limit 1");
    return { id, revision: await revisionOf(world, 'evaluation_regulation', id), name: 'Quy chế', decisionNumber: '1/QĐ', decisionDate: '2026-01-01', effectiveFrom: '2026-01-01', rules: RULES };
  }),
  'Mutation.saveScoreSheet': input('secretary', (world) => {
    const { idempotencyKey: _, ...sheet } = aSheet(world.itemId ?? newId(), MARKS);
    return sheet;
  }),
  'Mutation.setAgenda': input('secretary', async (world) => ({ ...(await sessionAct(world)), initiativeIds: [world.initiativeId] })),
  'Mutation.setApplicationRecords': input('colleague', async (world) => ({
    ...(await draft(world)), records: [{
      unitId: world.cast.unitId, place: 'Một cửa', appliedFrom: '2026-01-15', appliedTo: null, status: 'APPLIED', isFirst: true, benefitKind: 'COUNTED', benefitAmount: 5,
      measures: [{ name: 'Thời gian', unit: 'phút', before: '30', after: '12,5', period: 'quý I', source: 'sổ' }],
    }],
  })),
  'Mutation.setAuthors': input('colleague', async (world) => ({ ...(await draft(world)), authors: [{ personId: world.actors.colleague.personId, shareBp: 10_000 }] })),
  'Mutation.setFirstAdopters': input('colleague', async (world) => ({
    ...(await draft(world)), adopters: [{ personId: null, fullName: 'Ai Đó', birthDate: '1990-01-01', jobTitle: 'A', qualification: 'B', workplace: 'C', workDone: 'D' }],
  })),
  'Mutation.signIn': input('visitor', () => ({ username: `khong.co.${next()}`, password: 'không có mật khẩu', client: 'API' })),
  'Mutation.signOut': by('visitor'),
  'Mutation.signOutEverywhere': by('visitor'),
  'Mutation.startThread': input('member', (world) => ({ itemId: world.itemId ?? newId(), kind: 'QUESTION', mentionIds: [world.actors.chair.personId], ...said() })),
  'Mutation.submitInitiative': input('author', async (world) => ({ ...(await subject(world)), declarationAccepted: true, idempotencyKey: newId() })),
  'Mutation.submitScoreSheet': input('secretary', (world) => aSheet(world.itemId ?? newId(), MARKS)),
  'Mutation.undoAssignment': input('secretary', sessionAct),
  'Mutation.withdrawInitiative': input('author', (world) => ({ id: world.initiativeId, reason: '' })),
  'Mutation.withdrawPost': by('chair', async (world) => ({ postId: await postOf(world, 'chair') })),
};
