/** The first row of a table, under a condition: what a plant spoils. */
const one = (table: string, where = 'true', order = 'id'): string => `(select id from ${table} x where ${where} order by ${order} limit 1)`;
const ANOTHER_WARD = `(select id from tenant order by id desc limit 1)`;
const RECOGNISED = one('initiative', `x.state = 'RECOGNISED'`);
const SUBMITTED = one('initiative', `x.state = 'SUBMITTED'`);
const LOCKED = one('evaluation_session', `x.state = 'LOCKED'`);
const SHEET = one('score_sheet', `x.state = 'SUBMITTED'`);
/** The demo ward has everybody score everything: an assignment of one member to an item that others have scored too. */
const ASSIGNED = `insert into assignment (tenant_id, item_id, person_id, plan_id) select tenant_id, item_id, person_id, uuidv7() from score_sheet where id = ${SHEET}`;
const ISSUED = one('recognition_decision', `x.state = 'ISSUED' and x.number = 1`);
const ENTRY = one('register_entry');

/** For every sentence about the whole database, SQL that breaks it in the demo ward once triggers and foreign keys are off. */
export const PLANTS: Readonly<Record<string, string>> = {
  'references-exist': `update initiative set field_id = uuidv7() where id = ${RECOGNISED}`,
  'ward-of-parents': `update initiative_author set tenant_id = ${ANOTHER_WARD} where initiative_id = ${RECOGNISED}`,
  'guards-on': 'alter table score_sheet disable trigger score_sheet_session',
  'events-carried': `update outbox set dispatched_at = null, occurred_at = clock_timestamp() - interval '11 minutes' where id = ${one('outbox')}`,
  'events-audited': `delete from audit_event where action = 'initiative.created'`,
  'acts-audited': `insert into audit_event (tenant_id, action, object_type, object_id)
    select tenant_id, action, object_type, object_id from audit_event where action = 'recognition.decision-issued' limit 1`,
  'notices-of-events': `update notification set event_id = uuidv7() where id = ${one('notification')}`,
  'closed-accounts': `insert into session (tenant_id, account_id, kind, token_hash, expires_at)
      select tenant_id, id, 'WEB', sha256('any'), clock_timestamp() + interval '1 day' from account order by id limit 1;
    update account set status = 'DISABLED'`,
  'receipts-remembered': `update idempotency_record set result = '{"receiptNumber": "BN-2026-9999"}' where operation = 'initiative.submit'`,

  'posts-have-texts': `delete from discussion_post_version where id = ${one('discussion_post_version')}`,
  'threads-opened': `delete from audit_event where action = 'deliberation.thread-started'`,

  'shares-whole': `update initiative_author set share_bp = share_bp - 1 where id = ${one('initiative_author', `x.initiative_id = ${RECOGNISED}`)}`,
  'version-shares': `update initiative_version set snapshot = jsonb_set(snapshot, '{authors,0,shareBp}', '1') where initiative_id = ${RECOGNISED}`,
  'one-lead': `update initiative_author set role = 'CO_AUTHOR' where initiative_id = ${RECOGNISED}`,
  'versions-chain': `update initiative set current_version = 2 where id = ${SUBMITTED}`,
  'version-is-dossier': `update initiative set summary = summary || ' Thêm.' where id = ${RECOGNISED}`,
  'version-files': `update file set sha256 = repeat('0', 64)`,
  'files-checked': `update file set size = size + 1 where id = ${one('file', `x.state = 'READY'`)}`,
  'steps-chain': `delete from initiative_step where initiative_id = ${RECOGNISED} and transition = 'accept'`,
  'submitted-once': `update initiative set submitted_at = submitted_at + interval '1 second' where id = ${SUBMITTED}`,
  'receipts-gapless': `update initiative set receipt_number = left(receipt_number, 8) || '0999' where id = ${SUBMITTED}`,
  'receipts-in-order': `update initiative set submitted_at = submitted_at - interval '300 days' where id = ${one('initiative', 'x.receipt_number is not null', 'receipt_number desc')}`,
  'codes-gapless': `update initiative set code = left(code, 8) || '0999' where id = ${RECOGNISED}`,
  'in-time': `update initiative set submitted_at = (select c.submission_closes_at from campaign c where c.id = campaign_id) where id = ${SUBMITTED}`,
  'accepted-was-checked': `delete from formal_check where initiative_id = ${RECOGNISED}`,
  'returned-has-day': `update initiative set supplement_due_on = null where state = 'SUPPLEMENT_REQUIRED'`,

  'session-members': `delete from session_member where session_id = ${LOCKED} and role = 'SECRETARY'`,
  'session-rules': `update evaluation_session set rules = rules - 'criteria' where id = ${LOCKED}`,
  'judged-is-accepted': `update agenda_item set version_number = version_number + 1 where session_id = ${LOCKED}`,
  'one-agenda': `insert into agenda_item (tenant_id, session_id, initiative_id, version_number, position)
    select a.tenant_id, s.id, a.initiative_id, a.version_number, 99 from agenda_item a join evaluation_session s on s.id <> a.session_id
     where a.session_id = ${LOCKED} and s.state <> 'CANCELLED' order by a.id, s.id limit 1`,
  'under-evaluation': `update initiative set state = 'UNDER_EVALUATION' where id = ${one('initiative', `x.state = 'ACCEPTED'`)}`,
  'results-exist': `delete from item_result where id = ${one('item_result')}`,
  'results-recounted': `update item_result set breakdown = jsonb_set(breakdown, '{criteria,0,sum}', '1') where id = ${one('item_result')}`,
  'sheets-added-up': `update score_sheet set total = total + 1 where id = ${SHEET}`,
  'sheets-of-scorers': `update session_member set is_voting = false where session_id = ${LOCKED} and role = 'MEMBER'`,
  'sheets-of-recused': `insert into conflict (tenant_id, item_id, person_id, kind, source, decision)
    select tenant_id, item_id, person_id, 'KIN', 'SELF', 'RECUSED' from score_sheet where id = ${SHEET}`,
  'assignment-replayed': ASSIGNED,
  'assignment-by-rule': ASSIGNED,
  'sheets-of-assigned': ASSIGNED,
  'submissions-chain': `update score_sheet_submission set previous_sha256 = repeat('0', 64) where id = ${one('score_sheet_submission')}`,
  'submission-is-sheet': `update score_sheet set general_comment = general_comment || ' Thêm.' where id = ${SHEET}`,

  'decisions-gapless': `update recognition_decision set number = 9 where id = ${ISSUED}`,
  'decisions-in-order': `update recognition_decision set issued_on = issued_on - 400 where number = (select max(number) from recognition_decision)`,
  'decisions-decide': `update recognition_item set outcome = null, effectiveness = null, decided_at = null, decided_by_person_id = null
    where id = ${one('recognition_item', `x.decision_id = ${ISSUED}`)}`,
  'register-exact': `delete from register_entry where id = ${ENTRY}`,
  'register-is-judged': `update register_entry set authors = jsonb_set(authors, '{0,shareBp}', '1') where id = ${ENTRY}`,
  'register-keeps-secrets': `update register_entry e set summary = e.summary || ' ' || 'Công thức riêng của tác giả.' where e.id = ${ENTRY};
    update initiative_version set snapshot = jsonb_set(snapshot, '{confidentialParts}', '"Công thức riêng của tác giả."')
     where initiative_id = (select initiative_id from register_entry where id = ${ENTRY})`,
  'states-follow-decisions': `update initiative set state = 'ACCEPTED' where id = ${one('initiative', `x.state = 'REFUSED'`)}`,
  'nobody-judges-own': `update recognition_decision d set signed_by_person_id = (select a.person_id from initiative_author a
      join recognition_item i on i.initiative_id = a.initiative_id where i.decision_id = d.id limit 1) where d.id = ${ISSUED}`,
};
