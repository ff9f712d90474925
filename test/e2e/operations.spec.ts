import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Role } from '@domain/identity';
import { Queues } from '@kit/jobs';
import { newId } from '@kit/ids';
import { anActor, type Actor } from '../factories/identity.js';
import { aWard, type Ward } from '../factories/organisation.js';
import { TestApp, useApp } from '../setup/app.js';
import { describeWith } from '../setup/services.js';
import { statementsByRows } from '../setup/statements.js';

const STATE = '{ systemState { store findings queues { name waiting running delayed failed oldestWaitingSince concurrency } schedules { name everySeconds cron startedAt doneAt code } } }';
const FAILED = `query ($queue: String! = "files", $first: Int! = 20, $after: String) {
  failedJobs(queue: $queue, first: $first, after: $after) { edges { node { id queue name attempts code failedAt } } pageInfo { hasNextPage endCursor } } }`;
const RETRY = 'mutation ($id: ID!, $queue: String! = "files") { retryFailedJob(input: { queue: $queue, id: $id }) { name failed } }';
const RETRY_ALL = 'mutation ($queue: String! = "files") { retryFailedJobs(queue: $queue) { name failed } }';
const REMOVE = 'mutation ($id: ID!, $queue: String! = "files") { removeFailedJob(input: { queue: $queue, id: $id }) { name failed } }';

interface Job { id: string; queue: string; name: string; attempts: number; code: string; failedAt: string }
interface Failed { failedJobs: { edges: { node: Job }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } }
interface State { systemState: { store: string; findings: string[]; queues: { name: string; waiting: number; failed: number; oldestWaitingSince: string | null }[]; schedules: { name: string; doneAt: string | null }[] } }

function operations(app: () => TestApp): void {
  let ward: Ward;
  let operator: Actor;
  beforeAll(async () => {
    ward = await aWard(app());
    operator = await anActor(app(), ward, { person: { fullName: 'Lã Quốc Huy' }, roles: ['SYSTEM_OPERATOR'] });
  });

  const files = () => app().get(Queues).get('files');
  const failed = async (variables: Record<string, unknown> = {}): Promise<Job[]> =>
    (await operator.client.ask<Failed>(FAILED, variables)).failedJobs.edges.map(({ node }) => node);
  const outboxRow = async (id: string) =>
    (await app().sql<{ done: boolean }>('select done_at is not null as done from outbox where id = $1', [id]))[0];

  /** Events of no file, whose jobs were given up because they name their ward as no ward can be named. */
  async function givenUp(count: number): Promise<string[]> {
    const queue = await files();
    const before = (await queue.getJobCounts('failed'))['failed'] ?? 0;
    const ids = Array.from({ length: count }, newId);
    for (const id of ids) {
      const payload = { fileId: newId() };
      await app().sql(`insert into outbox (id, tenant_id, type, payload, dispatched_at, queued_at) values ($1, $2, 'file.upload-received', $3, now(), now())`, [id, ward.id, payload]);
      await queue.addBulk([{
        name: 'file.inspect', data: { type: 'file.upload-received', tenantId: 'nowhere', occurredAt: new Date().toISOString(), payload },
        opts: { jobId: `${id}.file.inspect`, attempts: 1 },
      }]);
    }
    await until(async () => (await queue.getJobCounts('failed'))['failed'] === before + count);
    return ids;
  }

  afterEach(async () => {
    const queue = await files();
    for (const job of await queue.getJobs(['failed'])) await job.remove();
    await app().sql("delete from outbox where type = 'file.upload-received'");
  });

  it('shows what waits, what failed and what runs by itself', async () => {
    const [id] = await givenUp(1);
    const { systemState } = await operator.client.ask<State>(STATE);
    expect(systemState.store).toBe(app().get(Queues).kind.toUpperCase());
    expect(systemState.findings).toEqual([]);
    expect(systemState.queues.map(({ name }) => name)).toEqual(expect.arrayContaining(['files', 'upkeep']));
    expect(systemState.queues.find(({ name }) => name === 'files')).toEqual({
      name: 'files', waiting: 0, running: 0, delayed: 0, failed: 1, oldestWaitingSince: null, concurrency: 2,
    });
    expect(systemState.schedules.filter(({ name }) => ['file.tidy', 'outbox.tidy'].includes(name))).toEqual([
      { name: 'file.tidy', everySeconds: 3_600, cron: null, startedAt: expect.any(String), doneAt: expect.any(String), code: null },
      { name: 'outbox.tidy', everySeconds: 21_600, cron: null, startedAt: expect.any(String), doneAt: expect.any(String), code: null },
    ]);
    expect(await failed()).toEqual([
      { id: `${id}.file.inspect`, queue: 'files', name: 'file.inspect', attempts: 1, code: expect.stringMatching(/^[A-Z_]+$/), failedAt: expect.any(String) },
    ]);
  });

  it('pages through failed jobs, the latest first, each once', async () => {
    const ids = await givenUp(7);
    const seen: string[] = [];
    for (let after: string | null = null; ;) {
      const page: Failed['failedJobs'] = (await operator.client.ask<Failed>(FAILED, { first: 3, after })).failedJobs;
      seen.push(...page.edges.map(({ node }) => node.id));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect([...seen].sort()).toEqual(ids.map((id) => `${id}.file.inspect`).sort());
    const times = (await failed()).map(({ failedAt }) => failedAt);
    expect(times).toEqual([...times].sort().reverse());
    expect(await failed({ queue: 'khong-co' })).toEqual([]);
  });

  it('costs the same statements for one failed job and for three', async () => {
    const { one, three } = await statementsByRows(app(), () => givenUp(1), async () => (await failed()).length);
    expect(three).toEqual(one);
  });

  it('tries a job again, which ends well once its cause is gone', async () => {
    const [id] = await givenUp(1);
    const jobId = `${id}.file.inspect`;
    const job = await (await files()).getJob(jobId);
    expect((await operator.client.ask<{ retryFailedJob: object }>(RETRY, { id: jobId })).retryFailedJob).toMatchObject({ name: 'files' });
    await until(async () => (await failed()).length === 1);
    await job?.updateData({ ...job.data, tenantId: ward.id });
    await operator.client.ask(RETRY, { id: jobId });
    await until(async () => (await outboxRow(id ?? ''))?.done === true);
    expect(await failed()).toEqual([]);
    expect(await audited()).toEqual(['operations.failed-job-retried Job', 'operations.failed-job-retried Job']);
  });

  it('tries all of a queue again', async () => {
    const ids = await givenUp(3);
    for (const id of ids) {
      const job = await (await files()).getJob(`${id}.file.inspect`);
      await job?.updateData({ ...job.data, tenantId: ward.id });
    }
    await operator.client.ask(RETRY_ALL);
    await until(async () => (await Promise.all(ids.map(outboxRow))).every((row) => row?.done === true));
    expect(await failed()).toEqual([]);
  });

  it('takes a job away for good: its event counts as handled', async () => {
    const [id] = await givenUp(1);
    expect(await operator.client.ask(REMOVE, { id: `${id}.file.inspect` })).toEqual({ removeFailedJob: { name: 'files', failed: 0 } });
    expect(await outboxRow(id ?? '')).toEqual({ done: true });
    expect(await operator.client.refusal(REMOVE, { id: `${id}.file.inspect` })).toMatchObject({ code: 'NOT_FOUND', path: ['input', 'id'] });
  });

  it('knows no other job and no other queue', async () => {
    const [id] = await givenUp(1);
    for (const mutation of [RETRY, REMOVE]) {
      expect(await operator.client.refusal(mutation, { id: newId() })).toMatchObject({ code: 'NOT_FOUND', path: ['input', 'id'] });
      expect(await operator.client.refusal(mutation, { id: `${id}.file.inspect`, queue: 'upkeep' })).toMatchObject({ code: 'NOT_FOUND' });
      expect(await operator.client.refusal(mutation, { id: `${id}.file.inspect`, queue: '../files' })).toMatchObject({ code: 'NOT_FOUND', path: ['input', 'queue'] });
    }
    expect(await operator.client.refusal(RETRY_ALL, { queue: 'khong-co' })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await failed()).toHaveLength(1);
  });

  it('is for operators alone', async () => {
    const [id] = await givenUp(1);
    const others = Object.values(Role).filter((role) => !['SYSTEM_OPERATOR', 'UNIT_HEAD', 'SCHOOL_COORDINATOR', 'COUNCIL_MEMBER', 'COUNCIL_CHAIR'].includes(role));
    const everythingElse = await anActor(app(), ward, { roles: others });
    for (const operation of [STATE, FAILED, RETRY, RETRY_ALL, REMOVE]) {
      const variables = { id: `${id}.file.inspect` };
      expect(await everythingElse.client.refusal(operation, variables)).toMatchObject({ code: 'FORBIDDEN' });
      expect(await app().client().refusal(operation, variables)).toMatchObject({ code: 'UNAUTHENTICATED' });
    }
    expect(await failed()).toHaveLength(1);
  });

  const audited = async (): Promise<string[]> => (await app().sql<{ line: string }>(`
    select action || ' ' || object_type as line from audit_event where action like 'operations.%' and tenant_id = $1 order by id`, [ward.id])).map(({ line }) => line);
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 10_000; !(await condition());) {
    if (Date.now() > end) throw new Error('it never came true');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('the page of operators, with queues in PostgreSQL', () => {
  operations(useApp());
});

describeWith('redis', 'the page of operators, with queues in Redis', (url) => {
  operations(useApp({ REDIS_URL: `${url}?prefix=operations-${process.pid}` }));
});
