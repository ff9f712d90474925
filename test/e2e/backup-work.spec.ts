import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { createBackup } from '../../apps/console/src/backup/create.action.js';
import { emptyRedis } from '../../apps/console/src/backup/queues.js';
import { restoreBackup } from '../../apps/console/src/backup/restore.action.js';
import { fillSmallWard } from '../factories/backup.js';
import { heard, type Machine, newMachine, serve } from '../setup/backup.js';
import { describeWith } from '../setup/services.js';

describe('work that was not done when the backup was made', () => {
  let machine: Machine;

  beforeAll(async () => {
    machine = await newMachine({ isMigrated: true });
    await fillSmallWard(machine, { people: 3, files: 1 });
  }, 60_000);
  afterAll(() => machine?.remove());

  it('is done after the restore, although the queue of today believes that it is done', async () => {
    const state = (): Promise<object[]> => machine.sql('select dispatched_at is not null as sent, done_at is not null as done from outbox');
    const done = async (): Promise<void> => {
      for (let turn = 0; turn < 100 && !JSON.stringify(await state()).includes('"done":true'); turn += 1) await new Promise((resolve) => setTimeout(resolve, 100));
      expect(await state()).toEqual([{ sent: true, done: true }]);
    };
    const work = async (): Promise<void> => {
      const { app } = await serve(machine, { JOBS: 'inline' });
      await done().finally(() => app.close());
    };
    // Given to the queue, and not done: as at the moment of a crash.
    await machine.sql(`insert into outbox (tenant_id, type, payload, dispatched_at, queued_at)
      select id, 'file.upload-received', jsonb_build_object('fileId', gen_random_uuid()), now(), now() from tenant`);
    await heard(() => createBackup({ to: 'folder', rewrite: false }, machine.config));
    await machine.sql('update outbox set dispatched_at = null, queued_at = null');
    await work();
    expect(await machine.sql("select state from bullmq.job where name = 'file.inspect'")).toEqual([{ state: 'completed' }]);

    await heard(() => restoreBackup(undefined, { from: 'folder', replace: true, safetyBackup: false }, machine.config));
    expect(await state()).toEqual([{ sent: false, done: false }]);
    expect(await machine.sql('select * from bullmq.job')).toEqual([]);
    await work();
  }, 120_000);
});

describeWith('redis', 'queues in Redis', (url) => {
  it('are forgotten, and nothing else on that server', async () => {
    const redis = new Redis(url);
    try {
      await redis.mset('khoi-a:files:1', 'x', 'khoi-a:upkeep:meta', 'x', 'khoi-ab:files:1', 'x', 'khoi*a:1', 'x');
      await emptyRedis(`${url}?prefix=khoi-a`);
      expect((await redis.mget('khoi-a:files:1', 'khoi-a:upkeep:meta', 'khoi-ab:files:1', 'khoi*a:1'))).toEqual([null, null, 'x', 'x']);
      await emptyRedis(`${url}?prefix=${encodeURIComponent('khoi*a')}`);
      expect((await redis.mget('khoi-ab:files:1', 'khoi*a:1'))).toEqual(['x', null]);
      await redis.del('khoi-ab:files:1');
    } finally {
      redis.disconnect();
    }
  });
});
