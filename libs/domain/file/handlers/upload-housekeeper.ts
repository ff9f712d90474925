import { Injectable } from '@nestjs/common';
import { Schedule } from '@kit/jobs';
import { TidyUploads } from '../usecases/tidy-uploads.js';

@Injectable()
export class UploadHousekeeper {
  constructor(private readonly tidy: TidyUploads) {}

  @Schedule('file.tidy', {
    every: { hours: 1 },
    reason: 'An upload is given up after a day and a forgotten check found after an hour; a tick more or less changes neither much.',
  })
  async handle(): Promise<void> {
    await this.tidy.execute();
  }
}
