import { sql, type SqlStatement } from '@kit/database';
import { DecisionIssued, DecisionProposed } from '@domain/recognition';
import { type Notice, notice } from '../notice.js';
import { isInOffice } from './holders.js';

/** The authors of the initiatives with this outcome, with number and date of the decision and, for refusals, its reasons (INV-34). */
const authorsOf = (outcome: 'RECOGNISED' | 'REFUSED') => ({ decisionId }: DecisionIssued): SqlStatement => sql`
  select a.person_id,
    jsonb_build_object('code', n.code, 'title', n.title, 'decisionDate', d.issued_on,
      'decisionNumber', lpad(d.number::text, greatest(2, length(d.number::text)), '0') || '/' || d.symbol,
      'effectiveness', i.effectiveness, 'reasonCodes', nullif(array_to_string(i.refusal_reasons, ','), ''), 'reason', nullif(i.reason, '')),
    '/ho-so/' || n.code
  from recognition_decision d
  join recognition_item i on i.decision_id = d.id and i.outcome = ${outcome}
  join initiative n on n.id = i.initiative_id
  join initiative_author a on a.initiative_id = n.id
  where d.id = ${decisionId}`;

/** The heads in office, while they have the decision before them. */
const heads = ({ decisionId }: DecisionProposed): SqlStatement => sql`
  select r.person_id, jsonb_build_object('summary', d.summary), '/quyet-dinh/' || d.id
  from recognition_decision d
  join role_assignment r on r.tenant_id = d.tenant_id and r.role = 'AUTHORITY_HEAD' and ${isInOffice('r')}
  where d.id = ${decisionId} and d.state = 'PROPOSED'`;

/** Secretary and clerks, who carry the issued decision on. */
const office = ({ decisionId, tenantId }: DecisionIssued): SqlStatement => sql`
  select distinct r.person_id, jsonb_build_object('summary', d.summary,
    'decisionNumber', lpad(d.number::text, greatest(2, length(d.number::text)), '0') || '/' || d.symbol), '/quyet-dinh/' || d.id
  from recognition_decision d
  join role_assignment r on r.tenant_id = ${tenantId} and r.role in ('COUNCIL_SECRETARY', 'CLERK') and ${isInOffice('r')}
  where d.id = ${decisionId}`;

export const recognitionNotices: readonly Notice[] = [
  notice(DecisionProposed, 'DECISION_PROPOSED', heads),
  notice(DecisionIssued, 'INITIATIVE_RECOGNISED', authorsOf('RECOGNISED')),
  notice(DecisionIssued, 'INITIATIVE_REFUSED', authorsOf('REFUSED')),
  notice(DecisionIssued, 'DECISION_ISSUED', office),
];
