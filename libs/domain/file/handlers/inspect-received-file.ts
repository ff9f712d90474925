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
    attempts: 8,
    backoff: { type: 'exponential', delayMs: 500 },
    reason: 'The store may be away for a minute; a file that stays in quarantine keeps an author from submitting.',
  })
  @OnEventAsync(UploadReceived, FILES_QUEUE.name)
  async handle(event: UploadReceived): Promise<void> {
    await this.inspect.execute(event.tenantId, event.fileId);
  }
}
