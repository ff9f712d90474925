import { Readiness } from '@kit/health';
import { Queues } from '@kit/jobs';
import { Injectable, type OnModuleInit } from '@nestjs/common';

/** Readiness of the job queues, wherever they are kept: without them events wait in the outbox, and nothing is lost. */
@Injectable()
export class QueueHealth implements OnModuleInit {
  constructor(
    private readonly readiness: Readiness,
    private readonly queues: Queues,
  ) {}

  onModuleInit(): void {
    this.readiness.add('queue', () => this.queues.ping(), { weight: 'degrading' });
  }
}
