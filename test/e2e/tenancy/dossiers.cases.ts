import { CreateRegulation } from '@domain/regulation';
import { runAs } from '@kit/context';
import { newId } from '@kit/ids';
import { aRegulationInForce } from '../../factories/campaign.js';
import { act, aDraft, aFile, aScene, aSubmitted } from '../../factories/initiative.js';
import { next } from '../../factories/organisation.js';
import type { TenancyCases } from './tenancy-cases.js';

const SHIPPED = 'It is part of the product and the same in every ward.';
const NO_ID = 'It takes no id.';
const PLACE = { kind: 'EVIDENCE', caption: 'Ảnh', supports: 'CONTENT', confidentiality: 'INTERNAL' };
const FAULTS = { faults: [{ code: 'CONTENT_UNCLEAR', section: 'CONTENT' }], message: 'Vui lòng bổ sung.' };
const RECORD = { place: 'Bộ phận Một cửa', appliedFrom: '2026-01-15', status: 'APPLIED', isFirst: true, benefitKind: 'NOT_COUNTABLE', measures: [] };

/** Files, regulations and campaigns, on which dossiers stand. */
export const groundCases: TenancyCases = {
  async arrange(app, actor) {
    const { ward } = actor;
    const draft = await runAs(ward.system, () => app.get(CreateRegulation).execute({ presetCode: 'ward-start', name: 'Dự thảo', code: `du-thao-${next()}`, level: 'BASE' }));
    return { file: await aFile(app, actor), regulation: await aRegulationInForce(app, ward), regulationDraft: draft.id };
  },
  fields: {
    'Query.file': [(foreign) => ({ id: foreign('file') })],
    'Mutation.requestUpload': NO_ID,
    'Mutation.resumeUpload': [(foreign) => ({ fileId: foreign('file') })],
    'Mutation.signUploadParts': [(foreign) => ({ fileId: foreign('file'), numbers: [1] })],
    'Mutation.cancelUpload': [(foreign) => ({ fileId: foreign('file') })],
    'Mutation.completeUpload': [(foreign) => ({ fileId: foreign('file') })],
    'Mutation.downloadLink': [(foreign) => ({ fileId: foreign('file') })],
    'Query.regulations': [],
    'Query.regulation': [(foreign) => ({ id: foreign('regulation') })],
    'Query.regulationPresets': SHIPPED,
    'Mutation.createRegulation': NO_ID,
    'Mutation.saveRegulation': [(foreign) => ({ input: { id: foreign('regulationDraft'), revision: 1, name: 'Quy chế' } })],
    'Mutation.putRegulationInForce': [(foreign) => ({ id: foreign('regulationDraft'), revision: 1 })],
    'Query.campaigns': [],
    'Query.campaign': [(foreign) => ({ id: foreign('campaign') })],
    'Mutation.createCampaign': [(foreign) => ({
      input: { code: `dot-${next()}`, name: 'Đợt', year: 2026, level: 'BASE', regulationId: foreign('regulation'), opensOn: '2026-12-01', lastSubmissionDay: '2026-12-31' },
    })],
    'Mutation.changeCampaignState': [(foreign) => ({ input: { id: foreign('campaign'), revision: 1, state: 'CLOSED' } })],
  },
};

/** Drafts of the actor, and a dossier that a colleague of the actor's unit handed in. */
export const initiativeCases: TenancyCases = {
  async arrange(app, actor, idOf) {
    const scene = { ...(await aScene(app, { ward: actor.ward })), unitId: idOf('headUnit') };
    const draft = async () => (await aDraft(scene, actor)).id;
    const [initiative, draftA, draftB, draftC, draftD] = [await draft(), await draft(), await draft(), await draft(), await draft()];
    const { attachments } = await act<{ attachments: { id: string }[] }>(
      actor, 'attachFile', { id: initiative, fileId: await aFile(app, actor), ...PLACE }, 'attachments { id }');
    const submitted = (await aSubmitted(scene, await scene.person())).id;
    const [record] = await app.sql<{ id: string }>('select id from application_record where initiative_id = $1', [submitted]);
    return {
      campaign: scene.campaignId, lead: actor.personId, initiative, draftA, draftB, draftC, draftD, submitted,
      attachment: attachments[0]?.id ?? '', applicationRecord: record?.id ?? '',
    };
  },
  fields: {
    'Query.initiative': [(foreign) => ({ id: foreign('initiative') }), (foreign) => ({ id: foreign('submitted') })],
    'Query.myInitiatives': [],
    'Query.intakeQueue': [
      (foreign) => ({ filter: { campaignId: foreign('campaign') } }),
      (foreign) => ({ filter: { unitId: foreign('headUnit') } }),
    ],
    'Query.intakeCounts': 'Numbers of the lists of the intake queue, which are tried here.',
    'Query.applicationsToConfirm': [],
    'Query.reasonTemplates': SHIPPED,
    'Mutation.createInitiative': [(foreign) => ({ input: { campaignId: foreign('campaign'), title: 'Một sáng kiến' } })],
    'Mutation.saveInitiative': [
      (foreign) => ({ input: { id: foreign('initiative'), revision: 1, title: 'Tên khác' } }),
      (foreign, own) => ({ input: { id: own('draftA'), revision: 1, fieldId: foreign('field') } }),
      (foreign, own) => ({ input: { id: own('draftB'), revision: 1, submittingUnitId: foreign('unit') } }),
      (foreign, own) => ({ input: { id: own('draftC'), revision: 1, investorUnitId: foreign('unit') } }),
    ],
    'Mutation.setAuthors': [
      (foreign, own) => ({ input: { id: foreign('initiative'), revision: 1, authors: [{ personId: own('lead'), shareBp: 10_000 }] } }),
      (foreign, own) => ({
        input: { id: own('draftD'), revision: 1, authors: [{ personId: own('lead'), shareBp: 5_000 }, { personId: foreign('person'), shareBp: 5_000 }] },
      }),
    ],
    'Mutation.setFirstAdopters': [
      (foreign) => ({ input: { id: foreign('initiative'), revision: 1, adopters: [] } }),
      (foreign, own) => ({ input: { id: own('draftD'), revision: 2, adopters: [{ personId: foreign('person'), fullName: 'Ai Đó', workDone: 'Áp dụng' }] } }),
    ],
    'Mutation.setApplicationRecords': [
      (foreign) => ({ input: { id: foreign('initiative'), revision: 1, records: [] } }),
      (foreign, own) => ({ input: { id: own('draftD'), revision: 3, records: [{ ...RECORD, unitId: foreign('unit') }] } }),
    ],
    'Mutation.attachFile': [
      (foreign, own) => ({ input: { id: foreign('initiative'), fileId: own('file'), ...PLACE } }),
      (foreign, own) => ({ input: { id: own('draftA'), fileId: foreign('file'), ...PLACE } }),
    ],
    'Mutation.changeAttachment': [(foreign) => ({ input: { attachmentId: foreign('attachment'), caption: 'Ảnh khác' } })],
    'Mutation.removeAttachment': [(foreign) => ({ attachmentId: foreign('attachment') })],
    'Mutation.confirmAuthorship': [(foreign) => ({ input: { id: foreign('initiative'), shareBp: 10_000 } })],
    'Mutation.declineAuthorship': [(foreign) => ({ input: { id: foreign('initiative'), reason: 'Tôi không tham gia.' } })],
    'Mutation.submitInitiative': [(foreign) => ({ input: { id: foreign('initiative'), revision: 1, declarationAccepted: true, idempotencyKey: newId() } })],
    'Mutation.resubmitInitiative': [(foreign) => ({ input: { id: foreign('initiative'), revision: 1, declarationAccepted: true, idempotencyKey: newId() } })],
    'Mutation.requestSupplement': [(foreign) => ({ input: { id: foreign('submitted'), versionNumber: 1, ...FAULTS } })],
    'Mutation.confirmApplication': [(foreign) => ({ input: { recordId: foreign('applicationRecord') } })],
    'Mutation.acceptInitiative': [
      (foreign, own) => ({ input: { id: own('submitted'), versionNumber: 1, duplicateOfId: foreign('submitted') } }),
      (foreign) => ({ input: { id: foreign('submitted'), versionNumber: 1 } }),
    ],
    'Mutation.rejectInitiative': [(foreign) => ({ input: { id: foreign('submitted'), versionNumber: 1, ...FAULTS } })],
    'Mutation.withdrawInitiative': [(foreign) => ({ input: { id: foreign('initiative'), reason: 'Xin rút hồ sơ.' } })],
  },
};
