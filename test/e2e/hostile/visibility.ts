import type { RoleName, Stage } from './world.js';

/** Who sees something in a field, from each named stage on. */
export type Visibility = Readonly<Partial<Record<Stage, readonly RoleName[]>>>;

const NOBODY: readonly RoleName[] = [];
const AUTHORS = ['author', 'coAuthor', 'officeAuthor'] as const;
const OFFICERS = ['intake', 'secretary', 'head'] as const;
/** Whoever reads the submitted dossier; its secrets and personal data only {@link SECRETS}. */
const DOSSIER = [...AUTHORS, 'unitHead', ...OFFICERS] as const;
const SECRETS = [...AUTHORS, ...OFFICERS] as const;
/** Members of the council who are neither authors nor recused. */
const SCORERS = ['member', 'chair', 'secretary'] as const;
const LEADERS = ['chair', 'secretary'] as const;
const JUDGES = [...SCORERS, 'head'] as const;
/** Whoever knows the result before the decision: no author, whatever their office. */
const RESULT = ['intake', ...JUDGES] as const;
/** Whoever knows that the session takes place: the council, recused or not, and those who prepare and decide. */
const SESSION = ['coAuthor', 'officeAuthor', 'recused', ...JUDGES] as const;
/** Whoever reads issued decisions as a whole. */
const DECISION = ['clerk', 'auditor', 'intake', ...SESSION] as const;
const OWN_WARD = ['observer', 'admin', 'colleague', 'unitHead', 'author', ...DECISION] as const;
const SIGNED_IN = ['neighbour', ...OWN_WARD] as const;
const EVERYBODY = ['visitor', ...SIGNED_IN] as const;

function of(type: string, fields: string, visibility: Visibility): Record<string, Visibility> {
  return Object.fromEntries(fields.split(' ').map((field) => [`${type}.${field}`, visibility]));
}

/**
 * Who sees which field of the initiative of `World`, by any path of the schema: read it as domain 3.5 put into practice.
 * The neighbour sees objects of the other ward only, which are of the same types.
 */
export const VISIBLE: Readonly<Record<string, Visibility>> = {
  // The dossier
  ...of('Initiative', 'acceptedAt acceptedVersion declarationAcceptedAt formalCheckDueOn formalChecks receipt resultDueOn steps submittedAt supplementDueOn versions', { accepted: DOSSIER }),
  ...of('Initiative', 'actions', { draft: AUTHORS, accepted: ['author'], scoring: NOBODY }),
  ...of('Initiative', 'applicationRecords attachments authors benefitAdopters benefitAuthor campaign code conditions content createdAt currentVersion field firstAdopters firstAppliedKind firstAppliedOn id isStateFunded kind novelty revision state stateBefore submittingUnit summary title updatedAt', { draft: AUTHORS, accepted: DOSSIER }),
  ...of('Initiative', 'confidentialParts hasConfidentialParts', { draft: AUTHORS, accepted: SECRETS }),
  ...of('Initiative', 'faults', { draft: AUTHORS, accepted: NOBODY }),
  ...of('Initiative', 'myAuthorship', { draft: AUTHORS }),
  ...of('Initiative', 'recognition', { decided: ['officeAuthor', 'secretary', 'head'], issued: DOSSIER }),
  ...of('Initiative', 'result', { decided: OFFICERS, issued: DOSSIER }),
  ...of('Initiative', 'similar', { accepted: ['intake', 'secretary'] }),
  ...of('InitiativeAuthor', 'birthDate qualification', { draft: AUTHORS, accepted: SECRETS }),
  ...of('InitiativeAuthor', 'confirmedAt id person position role shareBp', { draft: AUTHORS, accepted: DOSSIER }),
  ...of('InitiativeAuthor', 'declineReason declinedAt', { draft: AUTHORS, accepted: NOBODY }),
  ...of('FirstAdopter', 'birthDate qualification', { draft: AUTHORS, accepted: SECRETS }),
  ...of('FirstAdopter', 'fullName id jobTitle position workDone workplace', { draft: AUTHORS, accepted: DOSSIER }),
  ...of('ApplicationRecord', 'appliedFrom benefitAmount benefitKind id isFirst measures place position status unit', { draft: AUTHORS, accepted: DOSSIER }),
  ...of('ApplicationRecord', 'confirmationNote confirmedAt confirmedBy', { accepted: DOSSIER }),
  ...of('ApplicationMeasure', 'after before name unit', { draft: AUTHORS, accepted: DOSSIER, scoring: [...DOSSIER, ...SCORERS] }),
  ...of('Attachment', 'caption confidentiality file id kind position supports', { draft: AUTHORS, accepted: DOSSIER, scoring: [...DOSSIER, ...SCORERS] }),
  ...of('File', 'createdAt declaredSize id name sha256 size state type', { draft: AUTHORS, accepted: DOSSIER, scoring: [...DOSSIER, ...SCORERS] }),
  ...of('DossierFault', 'code isBlocking path section', { draft: AUTHORS, accepted: NOBODY }),
  ...of('FormalCheck', 'checkedAt checkedBy dueOn faults id message outcome versionNumber', { accepted: DOSSIER }),
  ...of('FormalFault', 'code note section text', { accepted: DOSSIER }),
  ...of('InitiativeStep', 'actor at fromState id toState transition', { accepted: DOSSIER }),
  ...of('InitiativeVersion', 'changes createdAt createdBy number reason sha256', { accepted: DOSSIER }),
  ...of('VersionChange', 'path section segments', { accepted: DOSSIER }),
  ...of('DiffSegment', 'kind text', { accepted: DOSSIER }),
  ...of('Receipt', 'at formalCheckDueOn number resultDueOn submittedBy versionSha256', { accepted: DOSSIER }),
  ...of('SimilarInitiative', 'code id similarity state title', { accepted: ['intake', 'secretary'] }),
  ...of('InitiativeConnection', 'edges', { draft: [...AUTHORS, 'colleague', 'neighbour'], accepted: [...DOSSIER, 'colleague', 'neighbour'] }),
  ...of('InitiativeConnection', 'pageInfo', { draft: SIGNED_IN }),
  ...of('InitiativeEdge', 'cursor node', { draft: [...AUTHORS, 'colleague', 'neighbour'], accepted: [...DOSSIER, 'colleague', 'neighbour'] }),
  ...of('IntakeCounts', 'accepted overdue supplement waiting', { draft: [...OFFICERS, 'officeAuthor', 'neighbour'] }),
  // The council
  ...of('AgendaItem', 'code dossier fieldName id initiativeId position session sessionId title unitName', { scoring: JUDGES }),
  ...of('AgendaItem', 'conflicts', { scoring: LEADERS }),
  ...of('AgendaItem', 'mySheet', { scoring: SCORERS }),
  ...of('AgendaItem', 'result sheets', { decided: JUDGES }),
  ...of('JudgedDossier', 'applicationRecords attachments authors benefitAdopters benefitAuthor conditions confidentialParts content fieldName firstAppliedKind firstAppliedOn kind novelty sha256 stateBefore summary title unitName versionNumber', { scoring: JUDGES }),
  ...of('JudgedAuthor', 'fullName position role shareBp unitName', { scoring: JUDGES }),
  ...of('JudgedApplication', 'appliedFrom benefitAmount benefitKind confirmedAt isFirst measures place status', { scoring: JUDGES }),
  ...of('ScoreSheet', 'generalComment id itemId lines member proposal revision state submissionNumber submittedAt total', { scoring: SCORERS, decided: JUDGES }),
  ...of('ScoreSheet', 'privateNote', { scoring: SCORERS }),
  ...of('ScoreLine', 'comment criterionCode levelCode met points', { scoring: SCORERS, decided: JUDGES }),
  ...of('ItemResult', 'average criteria groups isCityCandidate isTied measures outcome rank reasons sheetCount totalSum', { decided: RESULT, issued: [...DOSSIER, ...SCORERS] }),
  ...of('AverageLine', 'average code count maxPoints name sum', { decided: RESULT, issued: [...DOSSIER, ...SCORERS] }),
  ...of('ResultReason', 'code text', { decided: RESULT, issued: [...DOSSIER, ...DECISION] }),
  ...of('Conflict', 'decision id kind person reason source', { scoring: LEADERS }),
  ...of('EvaluationSession', 'actions', { scoring: ['officeAuthor', 'chair', 'secretary'], decided: NOBODY }),
  ...of('EvaluationSession', 'campaign council heldOn id members requiredSheets revision rules scoringDueOn scoringOpenedAt state title', { scoring: SESSION }),
  ...of('EvaluationSession', 'items', { scoring: JUDGES }),
  ...of('EvaluationSession', 'lockedAt scoringClosedAt', { decided: SESSION }),
  ...of('EvaluationSession', 'progress', { scoring: LEADERS }),
  ...of('EvaluationSessionConnection', 'edges', { scoring: SESSION }),
  ...of('EvaluationSessionConnection', 'pageInfo', { draft: SIGNED_IN }),
  ...of('EvaluationSessionEdge', 'cursor node', { scoring: SESSION }),
  ...of('SessionMember', 'isVoting person position role', { scoring: SESSION }),
  ...of('SheetProgress', 'itemId mark personId', { scoring: LEADERS }),
  ...of('ScoringQueue', 'items', { scoring: SCORERS, decided: NOBODY }),
  ...of('ScoringQueue', 'submitted total', { draft: SIGNED_IN }),
  ...of('ScoringQueueItem', 'code dueOn fieldName itemId position sessionId sessionTitle sheetState title total unitName', { scoring: SCORERS, decided: NOBODY }),
  ...of('Council', 'decisionDate decisionNumber id members name termFrom termTo', { draft: SESSION }),
  ...of('CouncilMember', 'id isVoting person position role validFrom validTo', { draft: SESSION }),
  // The decision and the register
  ...of('RecognitionItem', 'authorNames code deviates id initiativeId position title unitName', { decided: ['officeAuthor', 'secretary', 'head'], issued: [...DOSSIER, ...DECISION] }),
  ...of('RecognitionItem', 'councilAverage councilOutcome councilReasons decidedAt effectiveness outcome reason', { decided: ['secretary', 'head'], issued: [...DOSSIER, ...DECISION] }),
  ...of('RecognitionItem', 'decisionDate decisionNumber', { issued: [...DOSSIER, ...DECISION] }),
  ...of('RecognitionDecision', 'actions', { decided: ['officeAuthor', 'head'], issued: NOBODY }),
  ...of('RecognitionDecision', 'decidedCount id items kind proposedAt proposedBy revision sessionId sessionTitle state summary', { decided: ['officeAuthor', 'secretary', 'head'], issued: DECISION }),
  ...of('RecognitionDecision', 'fullNumber issuedOn number signedBy signerTitle year', { issued: DECISION }),
  ...of('RecognitionDecisionConnection', 'edges', { decided: ['officeAuthor', 'secretary', 'head'], issued: DECISION }),
  ...of('RecognitionDecisionConnection', 'pageInfo', { draft: [...DECISION, 'neighbour'] }),
  ...of('RecognitionDecisionEdge', 'cursor node', { decided: ['officeAuthor', 'secretary', 'head'], issued: DECISION }),
  ...of('RegisterEntry', 'applications authors benefit code conditions decisionDate decisionNumber effectiveness field id kind level novelty problem publishedAt slug solution status summary tenantName title unitName year', { issued: EVERYBODY }),
  ...of('RegisterAuthor', 'fullName shareBp', { issued: EVERYBODY }),
  ...of('RegisterApplication', 'benefitAmount from measures place status', { issued: EVERYBODY }),
  ...of('RegisterMeasure', 'after before name unit', { issued: EVERYBODY }),
  ...of('RegisterConnection', 'edges', { issued: EVERYBODY }),
  ...of('RegisterConnection', 'facets isApproximate pageInfo totalCount', { draft: EVERYBODY }),
  ...of('RegisterEntryEdge', 'cursor node', { issued: EVERYBODY }),
  ...of('RegisterFacets', 'fields tenants units years', { issued: EVERYBODY }),
  ...of('RegisterStatistics', 'authors benefit recognised units', { draft: EVERYBODY }),
  ...of('RegisterStatistics', 'byField byYear', { issued: EVERYBODY }),
  ...of('Facet', 'count label value', { issued: EVERYBODY }),
  // The ward
  ...of('Site', 'allowedFileTypes ideUrl isDemo maxUploadBytes name now today', { draft: EVERYBODY }),
  ...of('Site', 'tenant', { draft: SIGNED_IN }),
  ...of('Tenant', 'code headTitle id kind name placeName', { draft: SIGNED_IN }),
  ...of('OrgUnit', 'code hasLegalPersonality id isRecognisingBody kind officialName shortName', { draft: SIGNED_IN }),
  ...of('Person', 'fullName id position unit', { draft: SIGNED_IN }),
  ...of('PersonConnection', 'edges', { draft: OWN_WARD }),
  ...of('PersonConnection', 'pageInfo', { draft: SIGNED_IN }),
  ...of('PersonEdge', 'cursor node', { draft: OWN_WARD }),
  ...of('Field', 'code id name', { draft: SIGNED_IN, issued: EVERYBODY }),
  ...of('Campaign', 'acceptsSubmissions code id lastSubmissionDay level name opensOn regulation revision state submissionClosesAt year', { draft: SIGNED_IN }),
  ...of('EvaluationRegulation', 'code decisionDate decisionNumber effectiveFrom frozenAt id legalBases level name revision rules rulesSha256 state version', { draft: SIGNED_IN }),
  ...of('EvaluationRules', 'criteria document groups minSheets scale thresholds', { draft: SIGNED_IN }),
  ...of('CriterionGroup', 'code maxPoints name nameEn', { draft: SIGNED_IN }),
  ...of('Criterion', 'code commentRequiredBelow commentRequiredFrom groupCode guidance kind levels maxPoints measures minPoints name nameEn passMinimum step', { draft: SIGNED_IN }),
  ...of('CriterionLevel', 'code label labelEn max min', { draft: SIGNED_IN }),
  ...of('OutcomeThreshold', 'minimums outcome total', { draft: SIGNED_IN }),
  ...of('CodePoints', 'code points', { draft: SIGNED_IN }),
  ...of('LegalBasis', 'issuedOn issuer number status title', { draft: SIGNED_IN }),
  ...of('RegulationPreset', 'code description document name nameEn', { draft: EVERYBODY }),
  ...of('ReasonTemplate', 'code fix kind legalBasis section text', { draft: SIGNED_IN }),
  // What belongs to whoever asks, and the work of the administrator
  ...of('Viewer', 'accountId mustChangePassword person sessions tenant unreadNotifications username', { draft: SIGNED_IN }),
  ...of('Viewer', 'roles', { draft: [...DECISION, 'unitHead', 'admin', 'observer', 'neighbour'] }),
  ...of('RoleHolding', 'role', { draft: [...DECISION, 'unitHead', 'admin', 'observer', 'neighbour'] }),
  ...of('RoleHolding', 'unit', { draft: ['unitHead', 'neighbour'] }),
  ...of('RoleHolding', 'validTo', { draft: [...SCORERS, 'coAuthor', 'recused'], scoring: NOBODY, decided: [...SCORERS, 'coAuthor', 'recused'] }),
  ...of('Session', 'createdAt device expiresAt id isCurrent kind lastSeenAt', { draft: SIGNED_IN }),
  ...of('WorkItem', 'code', { draft: ['author', 'coAuthor', 'colleague', 'neighbour'], accepted: [...AUTHORS, 'colleague', 'neighbour'], issued: ['colleague', 'neighbour'] }),
  ...of('WorkItem', 'count', { accepted: ['officeAuthor', 'unitHead', 'intake', 'secretary'], decided: [...OFFICERS, 'officeAuthor', 'unitHead'], issued: ['officeAuthor', 'unitHead', 'intake', 'secretary'] }),
  ...of('WorkItem', 'dueOn', { draft: ['author', 'coAuthor', 'colleague', 'neighbour'], accepted: [...AUTHORS, 'colleague', 'unitHead', 'intake', 'secretary', 'neighbour'], scoring: [...AUTHORS, 'colleague', 'unitHead', 'intake', 'chair', 'secretary', 'neighbour'], decided: [...AUTHORS, 'colleague', 'unitHead', 'intake', 'secretary', 'neighbour'], issued: ['officeAuthor', 'colleague', 'unitHead', 'intake', 'secretary', 'neighbour'] }),
  ...of('WorkItem', 'id kind link title urgency', { draft: ['author', 'coAuthor', 'colleague', 'neighbour'], accepted: [...AUTHORS, 'colleague', 'unitHead', 'intake', 'secretary', 'neighbour'], scoring: [...AUTHORS, 'colleague', 'unitHead', 'intake', 'chair', 'secretary', 'neighbour'], decided: [...DOSSIER, 'colleague', 'neighbour'], issued: ['officeAuthor', 'colleague', 'unitHead', 'intake', 'secretary', 'neighbour'] }),
  ...of('Notification', 'createdAt id kind link params', { draft: [...DOSSIER, 'clerk', 'admin', 'observer', 'auditor', 'neighbour'], scoring: [...DECISION, 'author', 'unitHead', 'admin', 'observer', 'neighbour'] }),
  ...of('NotificationParam', 'name value', { draft: [...DOSSIER, 'clerk', 'admin', 'observer', 'auditor', 'neighbour'], scoring: [...DECISION, 'author', 'unitHead', 'admin', 'observer', 'neighbour'] }),
  ...of('NotificationConnection', 'edges', { draft: [...DOSSIER, 'clerk', 'admin', 'observer', 'auditor', 'neighbour'], scoring: [...DECISION, 'author', 'unitHead', 'admin', 'observer', 'neighbour'] }),
  ...of('NotificationConnection', 'pageInfo', { draft: SIGNED_IN }),
  ...of('NotificationEdge', 'cursor node', { draft: [...DOSSIER, 'clerk', 'admin', 'observer', 'auditor', 'neighbour'], scoring: [...DECISION, 'author', 'unitHead', 'admin', 'observer', 'neighbour'] }),
  ...of('Account', 'id lastSignInAt person status username', { draft: ['admin', 'neighbour'] }),
  ...of('Account', 'roles', { draft: ['neighbour'] }),
  ...of('AccountConnection', 'edges pageInfo', { draft: ['admin', 'neighbour'] }),
  ...of('AccountEdge', 'cursor node', { draft: ['admin', 'neighbour'] }),
  ...of('RoleAssignment', 'id role unit validFrom', { draft: ['neighbour'] }),
  ...of('AuditEvent', 'action actor at details id objectId objectType', { draft: ['officeAuthor', 'head', 'auditor'] }),
  ...of('AuditEventConnection', 'edges', { draft: ['officeAuthor', 'head', 'auditor'] }),
  ...of('AuditEventConnection', 'pageInfo', { draft: ['officeAuthor', 'head', 'auditor', 'neighbour'] }),
  ...of('AuditEventEdge', 'cursor node', { draft: ['officeAuthor', 'head', 'auditor'] }),
  ...of('PageInfo', 'endCursor', { draft: SIGNED_IN, issued: EVERYBODY }),
  ...of('PageInfo', 'hasNextPage', { draft: EVERYBODY }),
};

/** Fields with nothing in them in this world, and why that hides nothing. */
export const UNFILLED: Readonly<Record<string, string>> = {
  'ApplicationMeasure.period': 'Nothing is entered here; it is as visible as the fields beside it.',
  'ApplicationMeasure.source': 'Nothing is entered here; it is as visible as the fields beside it.',
  'ApplicationRecord.appliedTo': 'Nothing is entered here; it is as visible as the fields beside it.',
  'Campaign.targetCount': 'Nothing is entered here; it is as visible as the fields beside it.',
  'CreateAccountResult.account': 'It is answered by a mutation alone.',
  'CreateAccountResult.temporaryPassword': 'It is answered by a mutation alone.',
  'Criterion.knockOutBelow': 'Nothing is entered here; it is as visible as the fields beside it.',
  'CriterionGroup.passMinimum': 'Nothing is entered here; it is as visible as the fields beside it.',
  'DossierFault.details': 'Nothing is entered here; it is as visible as the fields beside it.',
  'DownloadLink.expiresAt': 'It is answered by a mutation alone.',
  'DownloadLink.url': 'It is answered by a mutation alone.',
  'EvaluationRegulation.effectiveTo': 'Nothing is entered here; it is as visible as the fields beside it.',
  'EvaluationRules.gradeBands': 'Nothing is entered here; it is as visible as the fields beside it.',
  'EvaluationSession.place': 'Nothing is entered here; it is as visible as the fields beside it.',
  'Field.nameEn': 'Nothing is entered here; it is as visible as the fields beside it.',
  'File.rejection': 'Nothing is entered here; it is as visible as the fields beside it.',
  'FirstAdopter.personId': 'Nothing is entered here; it is as visible as the fields beside it.',
  'GradeBand.code': 'The starting regulation has no grades; rules have one visibility.',
  'GradeBand.label': 'The starting regulation has no grades; rules have one visibility.',
  'GradeBand.minTotal': 'The starting regulation has no grades; rules have one visibility.',
  'GradeBand.minimums': 'The starting regulation has no grades; rules have one visibility.',
  'HttpHeader.name': 'It is answered by a mutation alone.',
  'HttpHeader.value': 'It is answered by a mutation alone.',
  'Initiative.firstApplicationEndsOn': 'Nothing is entered here; it is as visible as the fields beside it.',
  'Initiative.investorName': 'Nothing is entered here; it is as visible as the fields beside it.',
  'Initiative.investorUnit': 'Nothing is entered here; it is as visible as the fields beside it.',
  'InitiativeStep.note': 'Only a withdrawal has one.',
  'ItemResult.gradeCode': 'Nothing is entered here; it is as visible as the fields beside it.',
  'ItemResult.gradeLabel': 'Nothing is entered here; it is as visible as the fields beside it.',
  'ItemResult.warnings': 'Nothing is entered here; it is as visible as the fields beside it.',
  'JudgedApplication.appliedTo': 'Nothing is entered here; it is as visible as the fields beside it.',
  'Notification.readAt': 'Nobody reads notices here.',
  'OrgUnit.aliases': 'Nothing is entered here; it is as visible as the fields beside it.',
  'OrgUnit.parentId': 'Nothing is entered here; it is as visible as the fields beside it.',
  'OrgUnit.schoolLevel': 'Nothing is entered here; it is as visible as the fields beside it.',
  'RecognitionItem.refusalReasons': 'The head recognises here; refusals are as visible as reasons (RecognitionItem.reason).',
  'RegisterApplication.to': 'Nothing is entered here; it is as visible as the fields beside it.',
  'RegisterEntry.gradeLabel': 'Nothing is entered here; it is as visible as the fields beside it.',
  'RoleAssignment.basis': 'Nothing is entered here; it is as visible as the fields beside it.',
  'RoleAssignment.validTo': 'Nothing is entered here; it is as visible as the fields beside it.',
  'SignInResult.expiresAt': 'It is answered by a mutation alone.',
  'SignInResult.token': 'It is answered by a mutation alone.',
  'SignInResult.viewer': 'It is answered by a mutation alone.',
  'Tenant.cityName': 'Nothing is entered here; it is as visible as the fields beside it.',
  'UploadTicket.expiresAt': 'It is answered by a mutation alone.',
  'UploadTicket.file': 'It is answered by a mutation alone.',
  'UploadTicket.headers': 'It is answered by a mutation alone.',
  'UploadTicket.method': 'It is answered by a mutation alone.',
  'UploadTicket.url': 'It is answered by a mutation alone.',
};
