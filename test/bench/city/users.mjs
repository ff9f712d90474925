// The three hundred people of `npm run load`, in a process of their own: reads what to do from its first message, tells its parent what it saw.
import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { webOperations } from './documents.mjs';

const operations = webOperations();
const agent = new http.Agent({ keepAlive: true, maxSockets: 500 });
const WRITES = new Set(['CreateInitiative', 'SaveInitiative', 'SaveScoreSheet', 'AcceptInitiative', 'MarkNotificationsRead']);
const SEARCHES = ['rac thai', 'chuyển đổi số', 'day hoc toan', 'mã QR', 'tiep cong dan', 'phong chay', 'người cao tuổi', 'tiem chung'];
const pick = (list) => list[Math.floor(Math.random() * list.length)];
const samples = [];
const failures = {};

/** One question of a page. `null` when it was refused; what no user may see is noted. */
async function ask({ url, user }, name, variables = {}) {
  const query = operations.get(name);
  if (query === undefined) throw new Error(`the web app has no operation ${name}`);
  const start = performance.now();
  const { status, text } = await post(url, { query, variables, operationName: name }, user.token);
  const milliseconds = performance.now() - start;
  const { data, errors } = status === 0 ? {} : JSON.parse(text);
  samples.push([name, WRITES.has(name) ? 1 : 0, Math.round(milliseconds * 10) / 10, Date.now()]);
  if (status === 0 || status >= 500 || errors !== undefined) {
    const key = `${name}: ${status === 0 ? text : `${status} ${errors?.[0]?.extensions?.code ?? ''}`}`;
    failures[key] = (failures[key] ?? 0) + 1;
    return null;
  }
  return data;
}

function post(url, body, token) {
  return new Promise((resolve) => {
    const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
    const request = http.request(`${url}/api/graphql`, { method: 'POST', agent, headers }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => resolve({ status: response.statusCode, text: Buffer.concat(parts).toString() }));
      response.on('error', (error) => resolve({ status: 0, text: error.code ?? error.message }));
    });
    request.setTimeout(30_000, () => request.destroy(new Error('no answer')));
    request.on('error', (error) => resolve({ status: 0, text: error.code ?? error.message }));
    request.end(JSON.stringify(body));
  });
}

/** Reading, typing, talking on the phone: 4 to 16 seconds between two acts. */
const think = () => sleep(4_000 + Math.random() * 12_000);

const DAYS = {
  async visitor(me) {
    await Promise.all([ask(me, 'NewestEntries', { first: 6 }), ask(me, 'RegisterStatistics')]);
    await think();
    const page = await ask(me, 'Register', { filter: { search: pick(SEARCHES) }, sort: 'NEWEST', first: 20 });
    await think();
    const slug = page?.register.edges[0]?.node.slug;
    if (slug) await Promise.all([ask(me, 'RegisterEntry', { slug }), ask(me, 'RelatedEntries', { slug })]);
    await think();
    if (page?.register.pageInfo.hasNextPage) await ask(me, 'Register', { filter: { search: pick(SEARCHES) }, sort: 'NEWEST', first: 20, after: page.register.pageInfo.endCursor });
  },
  async author(me) {
    await Promise.all([ask(me, 'MyWork'), ask(me, 'Notifications', { first: 20 })]);
    await think();
    const mine = await ask(me, 'MyInitiatives', { filter: pick(['ALL', 'ALL', 'DRAFTS', 'IN_PROGRESS']) });
    const draft = mine?.myInitiatives.edges.find(({ node }) => node.state === 'DRAFT')?.node;
    await think();
    if (draft === undefined && Math.random() < 0.7) {
      const campaigns = await ask(me, 'CampaignsToJoin');
      const open = campaigns?.campaigns.find(({ acceptsSubmissions }) => acceptsSubmissions);
      if (open) await ask(me, 'CreateInitiative', { input: { campaignId: open.id, title: `Mô hình thử tải ${Math.random()}` } });
      return think();
    }
    const code = (draft ?? pick(mine?.myInitiatives.edges ?? [])?.node)?.code;
    if (code === undefined) return;
    await ask(me, 'Dossier', { code });
    await think();
    if (draft === undefined) return;
    let dossier = (await ask(me, 'EditDossier', { code }))?.initiative;
    for (let edits = 3; edits > 0 && dossier; edits -= 1) {
      await think();
      const saved = await ask(me, 'SaveInitiative', { input: { id: dossier.id, revision: dossier.revision, summary: `Người dân bớt thời gian chờ. Lần ${edits} ${Math.random()}` } });
      dossier = saved && { ...dossier, revision: saved.saved.revision };
    }
  },
  async officer(me) {
    await Promise.all([ask(me, 'IntakeCounts'), ask(me, 'IntakeQueue', { filter: { states: ['SUBMITTED'] } }), ask(me, 'IntakeChoices')]);
    await think();
    const found = await ask(me, 'IntakeQueue', { filter: { search: pick(SEARCHES) } });
    await think();
    const queue = await ask(me, 'IntakeQueue', { filter: { states: ['SUBMITTED'] } });
    const row = pick(queue?.intakeQueue.edges ?? found?.intakeQueue.edges ?? [])?.node;
    if (row === undefined) return;
    const dossier = (await ask(me, 'IntakeDossier', { code: row.code }))?.initiative;
    await think();
    if (dossier?.state === 'SUBMITTED' && Math.random() < 0.5) await ask(me, 'AcceptInitiative', { input: { id: dossier.id, versionNumber: dossier.currentVersion } });
  },
  async member(me) {
    const queue = await ask(me, 'ScoringQueue');
    await think();
    const item = pick(queue?.scoringQueue.items.filter(({ sheetState }) => sheetState !== 'SUBMITTED') ?? []);
    if (item === undefined) return;
    const judged = (await ask(me, 'JudgedItem', { id: item.itemId }))?.agendaItem;
    let sheet = judged?.mySheet;
    for (let saves = 4; saves > 0 && sheet; saves -= 1) {
      await think();
      const lines = sheet.lines.map(({ criterionCode, levelCode, points, met, comment }) => ({ criterionCode, levelCode, points, met, comment }));
      sheet = (await ask(me, 'SaveScoreSheet', { input: { itemId: item.itemId, revision: sheet.revision, lines, generalComment: `Nhận xét lần ${saves}`, proposal: sheet.proposal } }))?.saveScoreSheet;
    }
  },
  async secretary(me) {
    const list = await ask(me, 'Sessions');
    await think();
    const session = pick(list?.evaluationSessions.edges ?? [])?.node;
    if (session === undefined) return;
    await ask(me, 'Session', { id: session.id });
    await think();
    if (session.state === 'LOCKED') await ask(me, 'SessionResults', { id: session.id });
  },
};

async function live(url, user, until) {
  await sleep(Math.random() * 10_000);
  while (Date.now() < until) {
    await DAYS[user.role]({ url, user });
    await think();
  }
}

// Without whoever asked there is nobody to tell.
process.once('disconnect', () => process.exit(1));
process.once('message', async ({ url, users, until }) => {
  await Promise.all(users.map((user) => live(url, user, until)));
  process.send({ samples, failures }, () => process.exit(0));
});
