import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '@kit/config';
import { TidyUploads } from '../usecases/tidy-uploads.js';

const HOUR_MS = 60 * 60 * 1_000;

/** Tidies uploads every hour, in the processes that run jobs. */
@Injectable()
export class UploadHousekeeper implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #log = new Logger(UploadHousekeeper.name);
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly config: Config,
    private readonly tidy: TidyUploads,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.jobs === 'inline') this.#timer = setInterval(() => void this.#round(), HOUR_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.#timer);
  }

  async #round(): Promise<void> {
    try {
      await this.tidy.execute();
    } catch (error) {
      this.#log.warn({ msg: 'Uploads could not be tidied; the next round will.', err: error });
    }
  }
}
