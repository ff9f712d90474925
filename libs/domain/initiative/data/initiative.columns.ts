import { campaignJson } from '@domain/campaign';
import { fieldJsonOf, unitJsonOf } from '@domain/organisation';
import type { Viewer } from '@kit/context';
import { sql, type SqlStatement } from '@kit/database';
import type { Selection } from '@kit/graphql';
import { applicationRecordsJson, attachmentsJson, authorsJson, firstAdoptersJson, myAuthorshipJson } from './parts.shapes.js';
import { actionFactsJson } from './action-facts.js';
import { dossierJson } from './dossier.shape.js';
import { formalChecksJson, receiptJson, similarJson, stepsJson, versionsJson } from './procedure.shapes.js';

type Column = (viewer: Viewer, selected: Selection) => SqlStatement;

const plain = (name: string): Column => () => sql.identifier('i', name);

/** What each field of `Initiative` reads from a row of `initiative` called `i`. */
const COLUMNS: Readonly<Record<string, Column>> = {
  code: plain('code'),
  title: plain('title'),
  revision: plain('revision'),
  campaign: (_viewer, selected) =>
    sql`(select ${campaignJson('ic', selected)} from campaign ic where ic.id = i.campaign_id)`,
  kind: plain('kind'),
  field: () => fieldJsonOf(sql`i.field_id`, 'jf'),
  submittingUnit: () => unitJsonOf(sql`i.submitting_unit_id`, 'iu'),
  investorUnit: () => unitJsonOf(sql`i.investor_unit_id`, 'iv'),
  investorName: plain('investor_name'),
  isStateFunded: plain('is_state_funded'),
  firstAppliedOn: plain('first_applied_on'),
  firstAppliedKind: plain('first_applied_kind'),
  firstApplicationEndsOn: plain('first_application_ends_on'),
  summary: plain('summary'),
  stateBefore: plain('state_before'),
  content: plain('content'),
  novelty: plain('novelty'),
  conditions: plain('conditions'),
  confidentialParts: plain('confidential_parts'),
  hasConfidentialParts: () => sql`i.confidential_parts <> ''`,
  benefitAuthor: plain('benefit_author'),
  benefitAdopters: plain('benefit_adopters'),
  declarationAcceptedAt: plain('declaration_accepted_at'),
  authors: authorsJson,
  firstAdopters: firstAdoptersJson,
  applicationRecords: (_viewer, selected) => applicationRecordsJson(selected),
  attachments: attachmentsJson,
  faults: () => dossierJson,
  actions: actionFactsJson,
  myAuthorship: myAuthorshipJson,
  receipt: () => receiptJson,
  acceptedAt: plain('accepted_at'),
  formalCheckDueOn: () => sql`case when i.state <> 'SUPPLEMENT_REQUIRED' then i.formal_check_due_on end`,
  supplementDueOn: plain('supplement_due_on'),
  resultDueOn: plain('result_due_on'),
  formalChecks: () => formalChecksJson,
  steps: () => stepsJson,
  versions: (_viewer, selected) => versionsJson(selected),
  similar: () => similarJson,
  currentVersion: plain('current_version'),
  acceptedVersion: plain('accepted_version'),
  createdAt: plain('created_at'),
  updatedAt: plain('updated_at'),
};

/** Always read: what the policy decides by, and what pages are sorted by. */
const FACTS = sql`i.id, i.tenant_id as "tenantId", i.state, i.submitted_at as "submittedAt", i.submitting_unit_id as "submittingUnitId",
  array(select own.person_id::text from initiative_author own where own.initiative_id = i.id order by own.position) as "authorIds",
  (select own.person_id from initiative_author own where own.initiative_id = i.id and own.role = 'LEAD') as "leadId",
  array(select distinct applied.unit_id::text from application_record applied
    where applied.initiative_id = i.id and applied.unit_id is not null) as "recordUnitIds"`;

/**
 * The columns of a statement that answers with complete initiatives: exactly the fields asked for, however deep, and
 * the facts of the policy. Fields of other features are left to their resolvers.
 */
export function initiativeColumns(viewer: Viewer, selected: Selection): SqlStatement {
  const wanted = Object.entries(COLUMNS).filter(([name]) => selected.has(name));
  const columns = wanted.map(([name, column]) => sql`${column(viewer, selected.of(name))} as ${sql.identifier(name)}`);
  return sql.join([FACTS, ...columns]);
}
