/** What a card of the register shows, as the web app asks for it. */
const CARD = `id slug title summary unitName tenantName year effectiveness decisionNumber status
  field { code name nameEn } applications { measures { name unit before after } }`;
const WHOLE = `id slug code title summary problem solution novelty conditions benefit kind year level unitName tenantName effectiveness gradeLabel
  decisionNumber decisionDate status publishedAt field { code name nameEn } authors { fullName shareBp }
  applications { place from to status benefitAmount measures { name unit before after } }`;

const page = (args) => `{ register(${args}) { edges { cursor node { ${CARD} } } pageInfo { hasNextPage endCursor } } }`;

const FIELD = `'field', json_build_object('code', e.field_code, 'name', e.field_name, 'nameEn', (select f.name_en from field f where f.id = e.field_id))`;
const CARD_SQL = `'id', e.id, 'slug', e.slug, 'title', e.title, 'summary', e.summary, 'unitName', e.unit_name, 'tenantName', t.name, 'year', e.year,
  'effectiveness', e.effectiveness, 'decisionNumber', e.decision_number, 'status', e.status, ${FIELD}, 'applications', e.applications`;
const WHOLE_SQL = `${CARD_SQL}, 'code', e.code, 'problem', e.problem, 'solution', e.solution, 'novelty', e.novelty, 'conditions', e.conditions,
  'benefit', e.benefit, 'kind', e.kind, 'level', e.level, 'gradeLabel', e.grade, 'decisionDate', e.decision_date, 'publishedAt', e.published_at, 'authors', e.authors`;
const pageSql = (condition, values) => ({
  text: `select json_agg(json_build_object(${CARD_SQL}) order by e.published_at desc, e.id desc)::text as answer
    from (select * from register_entry e where ${condition} order by e.published_at desc, e.id desc limit 20) e
    join tenant t on t.id = e.tenant_id and t.status = 'ACTIVE'`,
  values,
});

const slugsOfPage = ({ register }) => register.edges.map(({ node }) => node.slug);
const slugsOfList = (rows) => rows.map(({ slug }) => slug);

/**
 * The questions that are measured: each as GraphQL for the product, and as the one statement that somebody would write by hand
 * who had nothing else to care for. Both must answer the same entries.
 * @param {{ at: string, id: string }} deep the entry at row 50,000, after which the deep page begins
 */
export const casesFor = (deep) => [
  {
    name: 'page of 20, newest first', query: page('sort: NEWEST, first: 20'),
    statement: pageSql('true', []), ofApi: slugsOfPage, ofLimit: slugsOfList,
  },
  {
    name: 'page of 20 at row 50,000, by cursor',
    query: page(`sort: NEWEST, first: 20, after: "${Buffer.from(JSON.stringify(['NEWEST', 'EXACT', 0, deep.at, deep.id])).toString('base64url')}"`),
    statement: pageSql('(e.published_at, e.id) < ($1::timestamptz, $2::uuid)', [deep.at, deep.id]), ofApi: slugsOfPage, ofLimit: slugsOfList,
  },
  {
    name: 'one entry, whole', query: `{ registerEntry(slug: "sang-kien-50000") { ${WHOLE} } }`,
    statement: {
      text: `select json_build_object(${WHOLE_SQL})::text as answer from register_entry e join tenant t on t.id = e.tenant_id and t.status = 'ACTIVE' where e.slug = $1`,
      values: ['sang-kien-50000'],
    },
    ofApi: ({ registerEntry }) => [registerEntry.slug], ofLimit: ({ slug }) => [slug],
  },
  {
    name: 'search, no marks typed', query: page('sort: NEWEST, first: 20, filter: { search: "dong ngac chuyen doi so" }'),
    statement: pageSql(['dong', 'ngac', 'chuyen', 'doi', 'so'].map((_, n) => `e.search_norm like $${n + 1}`).join(' and '), ['%dong%', '%ngac%', '%chuyen%', '%doi%', '%so%']),
    ofApi: slugsOfPage, ofLimit: slugsOfList,
  },
];
