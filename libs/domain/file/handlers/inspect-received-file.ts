import { Injectable } from '@nestjs/common';
import { OnEventAsync } from '@kit/events';
import { Job } from '@kit/jobs';
import { UploadReceived } from '../events/file.events.js';
import { FILES_QUEUE } from '../file.queue.js';
import { InspectFile } from '../usecases/inspect-file.js';

@Injectable()
export class InspectReceivedFile {
  constructor(private readonly inspect: InspectFile) {}

  @Job('file.inspect', {
    attempts: 12,
    backoff: { type: 'exponential', delayMs: 1_000 },
    reason: 'The store or the virus scanner may be away for minutes, and nothing leaves quarantine unseen: half an hour in all, then the hourly round.',
  })
  @OnEventAsync(UploadReceived, FILES_QUEUE.name)
  async handle(event: UploadReceived): Promise<void> {
    await this.inspect.execute(event.tenantId, event.fileId);
  }
}
