import { type RoleName, SECRETS, type Stage } from './world.js';

/** Other values for some rows; SQL expressions by column, over the row `t`. */
interface Change {
  readonly table: string;
  readonly where: string;
  readonly set: Readonly<Record<string, string>>;
}

/** Something that only some may know. */
export interface Secret {
  readonly name: string;
  readonly stages: readonly Stage[];
  /** Whoever may know at these stages; the first of them must notice the change. */
  readonly known: readonly RoleName[];
  readonly changes: readonly Change[];
}

const AUTHORS = ['author', 'coAuthor', 'officeAuthor'] as const;
const OFFICERS = ['intake', 'secretary', 'head'] as const;
const SCORERS = ['member', 'chair', 'secretary'] as const;

const SUBJECT = "(select i.id from initiative i join initiative_version v on v.initiative_id = i.id and v.number = 2)";
const personOf = (name: string): string => `(select p.id from person p where p.full_name = '${name}')`;
const CHAIR = personOf('Nguyễn Thành Công');
const MEMBER = personOf('Hồ Minh Tâm');

/** Every version says the same as the dossier. */
const inVersions = (path: string, value: string): Change => ({
  table: 'initiative_version', where: `t.initiative_id = ${SUBJECT}`, set: { snapshot: `jsonb_set(t.snapshot, '${path}', '${JSON.stringify(value)}')` },
});

const sheetOf = (person: string): Change => ({
  table: 'score_sheet', where: `t.person_id = ${person}`, set: {
    lines: `(select jsonb_agg(case when l ? 'points' then l || '{"points": 700, "comment": "Khác hẳn"}' else l end) from jsonb_array_elements(t.lines) l)`,
    total: '4900', general_comment: "'Ý kiến khác hẳn'", proposal: "'NOT_RECOGNISE'",
  },
});
const noteOf = (person: string): Change => ({ table: 'score_sheet', where: `t.person_id = ${person}`, set: { private_note: "'Ghi chú khác hẳn'" } });

export const secrets: readonly Secret[] = [
  {
    name: 'the author-secret parts and files of the dossier',
    stages: ['scoring', 'decided', 'issued'], known: [...AUTHORS, ...OFFICERS, ...SCORERS],
    changes: [
      { table: 'initiative', where: `t.id = ${SUBJECT}`, set: { confidential_parts: "'Một bí mật khác'" } },
      inVersions('{confidentialParts}', 'Một bí mật khác'),
      { table: 'attachment', where: "t.confidentiality = 'AUTHOR_SECRET'", set: { caption: "'Một tệp khác'" } },
      { table: 'file', where: `t.name like '${SECRETS.secretFile}%'`, set: { name: "'ten-khac.pdf'" } },
    ],
  },
  {
    name: 'that there are author-secret parts at all',
    stages: ['accepted'], known: [...AUTHORS, ...OFFICERS],
    changes: [{ table: 'initiative', where: `t.id = ${SUBJECT}`, set: { confidential_parts: "''" } }, inVersions('{confidentialParts}', '')],
  },
  {
    name: 'birth dates and qualifications of authors and first adopters',
    stages: ['accepted', 'decided', 'issued'], known: [...AUTHORS, ...OFFICERS],
    changes: [
      { table: 'person', where: `t.birth_date is not null`, set: { birth_date: "'1970-01-01'", qualification: "'Khác'" } },
      { table: 'first_adopter', where: 'true', set: { birth_date: "'1970-01-01'", qualification: "'Khác'" } },
      inVersions('{authors,0,birthDate}', '1970-01-01'), inVersions('{firstAdopters,0,birthDate}', '1970-01-01'),
    ],
  },
  {
    name: 'e-mail, telephone, union membership and password of anybody',
    stages: ['accepted', 'issued'], known: [],
    changes: [
      { table: 'person', where: 'true', set: { email: "'x' || left(t.id::text, 8) || '@example.vn'", phone: "'0999 999 999'", is_union_member: 'not t.is_union_member' } },
      { table: 'account', where: 'true', set: { password_hash: "'$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHQ$' || md5(t.id::text)" } },
    ],
  },
  {
    name: 'a sheet before scoring closes',
    stages: ['scoring'], known: ['chair'], changes: [sheetOf(CHAIR), noteOf(CHAIR)],
  },
  {
    name: 'whether a member has handed a sheet in',
    stages: ['scoring'], known: ['chair', 'secretary', 'member'],
    changes: [{ table: 'score_sheet', where: `t.person_id = ${MEMBER}`, set: { state: "'DRAFT'", submitted_at: 'null' } }],
  },
  {
    name: 'who is assigned to score',
    stages: ['scoring', 'decided'], known: ['secretary', 'chair', 'member'],
    changes: [{ table: 'assignment', where: `t.person_id = ${MEMBER}`, set: { person_id: personOf('Phạm Gia Huy') } }],
  },
  {
    name: 'who is recused, and why',
    stages: ['scoring'], known: ['secretary', 'chair', 'recused'],
    changes: [{ table: 'conflict', where: "t.source = 'SELF'", set: { decision: "'ALLOWED'", decided_by_person_id: CHAIR, decided_at: 'now()', decision_reason: "'Vẫn được'", kind: "'KIN'", reason: "'Một lý do khác'" } }],
  },
  {
    name: 'that an interest of a member waits for a decision',
    stages: ['scoring'], known: ['chair', 'secretary', 'member'],
    changes: [{ table: 'conflict', where: "t.source = 'OBJECTION'", set: { decision: "'PENDING'", decided_by_person_id: 'null', decided_at: 'null', decision_reason: 'null' } }],
  },
  {
    name: 'what an objection says, and why it was not followed',
    stages: ['scoring', 'decided', 'issued'], known: ['chair', 'secretary'],
    changes: [
      { table: 'conflict', where: "t.source = 'OBJECTION'", set: { reason: "'Một kiến nghị khác'", decision_reason: "'Một lý do khác'" } },
      { table: 'objection', where: 'true', set: { reason: "'Một kiến nghị khác'" } },
    ],
  },
  {
    name: 'who is kin of whom',
    stages: ['accepted', 'scoring', 'decided', 'issued'], known: ['member'], changes: [{ table: 'kinship', where: 'true', set: { kind: "'SPOUSE'" } }],
  },
  {
    name: 'why somebody is recused, once it has no effect any more',
    stages: ['decided', 'issued'], known: ['secretary', 'chair'],
    changes: [{ table: 'conflict', where: "t.source = 'SELF'", set: { kind: "'KIN'", reason: "'Một lý do khác'" } }],
  },
  {
    name: 'what members say to each other, and whom they name',
    stages: ['scoring', 'decided', 'issued'], known: [...SCORERS],
    changes: [
      { table: 'discussion_post_version', where: 'true', set: { body: "'Lời khác hẳn'" } }, { table: 'discussion_thread', where: 'true', set: { kind: "'QUESTION'" } },
      { table: 'discussion_mention', where: `t.person_id = ${MEMBER}`, set: { person_id: CHAIR } },
    ],
  },
  {
    name: 'that members said anything at all',
    stages: ['scoring', 'decided', 'issued'], known: [...SCORERS],
    changes: [{ table: 'discussion_thread', where: 'true', set: { item_id: 'uuidv7()' } }, { table: 'discussion_post', where: 'true', set: { thread_id: 'uuidv7()' } }],
  },
  {
    name: 'what somebody notes for themselves, and that they do',
    stages: ['scoring', 'decided', 'issued'], known: ['secretary'],
    changes: [{ table: 'item_note', where: 'true', set: { body: "'Khác hẳn'", revision: '7', item_id: 'uuidv7()' } }],
  },
  {
    name: 'the sheets after scoring',
    stages: ['decided', 'issued'], known: ['head', ...SCORERS], changes: [sheetOf(CHAIR)],
  },
  {
    name: 'the private note of a member, for ever',
    stages: ['decided', 'issued'], known: ['chair'], changes: [noteOf(CHAIR)],
  },
  {
    name: "the council's result before the decision",
    stages: ['decided'], known: ['head', 'secretary', 'chair', 'member', 'intake'],
    changes: [{ table: 'item_result', where: 'true', set: { total_sum: '15000', outcome: "'NOT_RECOGNISED'", sheet_count: '2', is_city_candidate: 'not t.is_city_candidate' } }],
  },
  {
    name: 'what is in the box, for ever: only the counts are told',
    stages: ['decided', 'issued'], known: [], changes: [{ table: 'ballot', where: 'true', set: { choice: "'DISAGREE'" } }],
  },
  {
    name: 'how the council voted',
    stages: ['decided', 'issued'], known: ['head', 'secretary', 'chair', 'member'],
    changes: [{ table: 'ballot_item', where: 'true', set: { agree: 't.agree - 1', disagree: 't.disagree + 1' } }],
  },
  {
    name: 'the conclusion of the meeting, and who was there',
    stages: ['decided', 'issued'], known: ['chair', 'secretary', 'member', 'head', 'recused', 'coAuthor', 'officeAuthor'],
    changes: [
      { table: 'minutes', where: 'true', set: { content: `jsonb_set(t.content, '{conclusion}', '"Một kết luận khác"')`, sha256: "repeat('0', 64)" } },
      { table: 'attendance', where: 'true', set: { mode: "'ONLINE'" } },
    ],
  },
  {
    name: 'what the head decides before it is issued',
    stages: ['decided'], known: ['head', 'secretary'],
    changes: [{ table: 'recognition_item', where: 'true', set: { outcome: "'REFUSED'", effectiveness: "'NOT_RECOGNISED'", reason: "'Không đồng ý'", deviates: 'true', refusal_reasons: "array['NOT_NEW']" } }],
  },
];
