import { describe, expect, it } from '@jest/globals';
import { STREAM_PATH } from '@kit/graphql';
import pg from 'pg';
import { usePeople } from './people.js';
import { useDemoSite } from './site.js';

const site = useDemoSite();
const arrive = usePeople(site);

interface Sitting {
  readonly id: string;
  readonly title: string;
}

/** Works on the database as its owner. */
async function asOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: site().ownerUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A session that is not over, which nobody has called by this name before. */
async function renamed(title: string): Promise<Sitting> {
  return asOwner(async (client) => {
    const { rows: [row] } = await client.query<{ id: string }>(`select id from evaluation_session where state not in ('LOCKED', 'CANCELLED') order by id limit 1`);
    await client.query('update evaluation_session set title = $2 where id = $1', [row!.id, title]);
    return { id: row!.id, title };
  });
}

/** What an act of somebody else does at its commit. */
const signal = (id: string): Promise<unknown> => asOwner((client) => client.query(`select pg_notify('khoi_live', $1)`, [`session/${id}`]));

describe('the page of a session', () => {
  it('shows what others do while it is open, without being asked', async () => {
    const { page, open } = await secretary();
    const { id } = await renamed('Phiên họp lúc đầu');
    const answers: number[] = [];
    page.on('response', (response) => {
      if (response.url().endsWith(STREAM_PATH)) answers.push(response.status());
    });
    await open(`/thu-ky/phien-hop/${id}`);
    await page.getByRole('heading', { level: 1, name: 'Phiên họp lúc đầu' }).waitFor();
    await renamed('Phiên họp về sau');
    await signal(id);
    await page.getByRole('heading', { level: 1, name: 'Phiên họp về sau' }).waitFor({ timeout: 3_000 });
    expect(answers).toEqual([200]);
  }, 60_000);

  it('finds it out by itself where no stream gets through', async () => {
    const { page, open } = await secretary();
    const { id } = await renamed('Phiên họp thứ nhất');
    await page.route(`**${STREAM_PATH}`, (route) => route.abort());
    await open(`/thu-ky/phien-hop/${id}`);
    await page.getByRole('heading', { level: 1, name: 'Phiên họp thứ nhất' }).waitFor();
    await renamed('Phiên họp thứ hai');
    await page.getByRole('heading', { level: 1, name: 'Phiên họp thứ hai' }).waitFor({ timeout: 10_000 });
  }, 60_000);
});

async function secretary() {
  const visitor = await arrive('chau.doan');
  return { page: visitor.page, open: (path: string) => visitor.open(path) };
}
