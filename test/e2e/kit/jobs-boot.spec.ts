import { afterEach, describe, expect, it } from '@jest/globals';
import { type INestApplicationContext, Injectable } from '@nestjs/common';
import { DomainEvent, OnEventAsync } from '@kit/events';
import { Job, JobCatalogue, migrateQueues } from '@kit/jobs';
import { bootJobs, type Provider, RETRY, THINGS, ThingHappened } from './jobs-kit.js';
import { useKitDatabase } from './kit-database.js';

const server = useKitDatabase();

class OtherHappened extends DomainEvent {
  static override readonly type: string = 'kit.other-happened';
  constructor(readonly tenantId: string) {
    super();
  }
}

let app: INestApplicationContext | undefined;
afterEach(async () => {
  await app?.close();
  app = undefined;
});

describe('the boot of jobs', () => {
  const bootWith = async (...providers: Provider[]): Promise<string> => {
    try {
      app = await bootJobs(server, '', providers, 'off');
    } catch (error) {
      return error instanceof Error ? error.message : 'no error';
    }
    return app.get(JobCatalogue).all().map((job) => job.name).join();
  };

  @Injectable()
  class Follower {
    @Job('kit.follow', RETRY)
    @OnEventAsync(ThingHappened, THINGS)
    follow(): void {}
  }
  @Injectable()
  class SecondFollower {
    @Job('kit.follow', RETRY)
    @OnEventAsync(OtherHappened, THINGS)
    follow(): void {}
  }
  @Injectable()
  class Unnamed {
    @OnEventAsync(ThingHappened, THINGS)
    follow(): void {}
  }
  @Injectable()
  class Unfed {
    @Job('kit.unfed', RETRY)
    follow(): void {}
  }
  @Injectable()
  class Vague {
    @Job('kit.vague', RETRY)
    @OnEventAsync(DomainEvent, THINGS)
    follow(): void {}
  }

  it('accepts one handler per job', async () => {
    expect(await bootWith(Follower)).toBe('kit.follow');
  });

  @Injectable()
  class Queueless {
    @Job('kit.queueless', RETRY)
    @OnEventAsync(ThingHappened, 'nowhere')
    follow(): void {}
  }
  it.each([
    ['a job in a queue that nobody defined', [Queueless], "job kit.queueless waits in queue nowhere, which nobody defined: defineQueue('nowhere', …)"],
    ['a job with two handlers', [Follower, SecondFollower], 'job kit.follow is handled twice: by Follower.follow and SecondFollower.follow'],
    ['a handler without a job', [Unnamed], 'Unnamed.follow has @OnEventAsync and no @Job'],
    ['a job that nothing feeds', [Unfed], 'job kit.unfed has no event that feeds it'],
    ['a handler of every event at once', [Vague], 'Vague.follow runs from a queue and must name one event class that has a type'],
  ] as const)('refuses %s', async (_, providers, message) => {
    expect(await bootWith(...providers)).toContain(message);
  });

  it('finds the queues that the migration made, however often it runs', async () => {
    await Promise.all([migrateQueues(server.ownerUrl, server.appRole), migrateQueues(server.ownerUrl, server.appRole)]);
    expect(await bootWith(Follower)).toBe('kit.follow');
  });

  it('says what to do when the queues are missing', async () => {
    await server.query('alter schema bullmq rename to elsewhere');
    try {
      await expect(bootJobs(server, '', [Follower])).rejects.toThrow('run "console migrate" first');
    } finally {
      await server.query('alter schema elsewhere rename to bullmq');
    }
  });
});
