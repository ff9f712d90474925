import type { Config } from '@kit/config';
import { queueFindings, type QueueFinding } from '@kit/jobs';
import pg from 'pg';
import { error, type Finding, ok, warning, type Check, type Sentence } from './finding.js';

/** Minutes after which an event that nobody carried means that nobody works. */
const WAITING_MINUTES = 10;

/** The queues, and whether somebody works them off. */
export function queueChecks(config: Config): readonly Check[] {
  return [
    { part: 'queue', run: () => kept(config) },
    { part: 'outbox', run: () => waiting(config.databaseUrl) },
  ];
}

const VIETNAMESE: Readonly<Record<QueueFinding['code'], Sentence['vi']>> = {
  QUEUE_UNREACHABLE: 'Không nối được nơi giữ hàng đợi công việc.',
  QUEUE_NOT_DURABLE: 'Redis không ghi tệp bền (appendonly): khi Redis hỏng, công việc đang chờ phải gửi lại.',
  QUEUE_MAY_EVICT: 'Redis có thể tự xóa khóa khi đầy bộ nhớ: công việc sẽ mất dần.',
  QUEUE_NOT_CHECKED: 'Redis không cho xem thiết lập nên chưa biết công việc có bền không.',
};

const VIETNAMESE_FIX: Readonly<Record<QueueFinding['code'], string>> = {
  QUEUE_UNREACHABLE: 'Vui lòng khởi động Redis hoặc kiểm tra REDIS_URL; nếu không dùng Redis, vui lòng chạy “console migrate”. Trong lúc đó sự kiện chờ trong cơ sở dữ liệu, không mất.',
  QUEUE_NOT_DURABLE: 'Vui lòng đặt “appendonly yes” trong redis.conf.',
  QUEUE_MAY_EVICT: 'Vui lòng đặt “maxmemory-policy noeviction” trong redis.conf.',
  QUEUE_NOT_CHECKED: 'Vui lòng tự kiểm tra appendonly là yes và maxmemory-policy là noeviction.',
};

async function kept(config: Config): Promise<readonly Finding[]> {
  const found = await queueFindings(config);
  const place = config.redisUrl === null ? 'PostgreSQL' : 'Redis';
  if (found.length === 0) return [ok('queue', `Hàng đợi công việc nằm trong ${place}, thiết lập đúng.`, `The job queues are kept in ${place} and rightly set.`)];
  return found.map(({ code, level, message, fix }) =>
    (level === 'error' ? error : warning)('queue', [VIETNAMESE[code], message], [VIETNAMESE_FIX[code], fix]));
}

async function waiting(connectionString: string): Promise<readonly Finding[]> {
  const client = new pg.Client({ connectionString, application_name: 'khoi-doctor', connectionTimeoutMillis: 5_000, query_timeout: 8_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows: [table] } = await client.query<{ there: boolean }>("SELECT to_regclass('public.outbox') IS NOT NULL AS there");
    // Without the table the finding about migrations says what to do.
    if (table?.there !== true) return [];
    const { rows: [late] } = await client.query<{ count: number }>(`
      SELECT count(*)::int AS count FROM outbox WHERE dispatched_at IS NULL AND occurred_at < clock_timestamp() - make_interval(mins => $1)`, [WAITING_MINUTES]);
    const count = late?.count ?? 0;
    if (count === 0) return [ok('outbox', 'Không có sự kiện nào bị kẹt.', 'No event is stuck.')];
    return [error('outbox', [`${count} sự kiện chờ quá ${WAITING_MINUTES} phút: không có tiến trình nào làm việc nền.`, `${count} events have waited for more than ${WAITING_MINUTES} minutes: nobody works in the background.`], [
      'Vui lòng chạy tiến trình worker, hoặc đặt JOBS=inline cho API, rồi xem nhật ký của nó.', 'Start a worker process, or set JOBS=inline for the API, and read its log.',
    ])];
  } finally {
    await client.end().catch(() => undefined);
  }
}
