import { Controller, Get, Header, Inject, Res } from '@nestjs/common';
import { Readiness, type ReadinessReport } from './readiness.js';

/** What the controller needs of an HTTP answer. */
interface StatusReply {
  status(code: number): unknown;
}

/** For orchestrators and the launcher: is the process alive, and may it get requests? */
@Controller('health')
export class HealthController {
  constructor(@Inject(Readiness) private readonly readiness: Readiness) {}

  /** 200 as long as the process answers at all; asks no dependency, so that a database outage restarts nothing. */
  @Get('live')
  @Header('cache-control', 'no-store')
  live(): { status: 'alive' } {
    return { status: 'alive' };
  }

  /** 200 while requests can be served, be it without mail; 503 otherwise, and from the moment the process begins to stop. */
  @Get('ready')
  @Header('cache-control', 'no-store')
  async ready(@Res({ passthrough: true }) reply: StatusReply): Promise<ReadinessReport> {
    const report = await this.readiness.report();
    reply.status(statusCodeOf(report));
    return report;
  }
}

/** HTTP status of a report. */
export function statusCodeOf({ status }: ReadinessReport): 200 | 503 {
  return status === 'ready' || status === 'degraded' ? 200 : 503;
}
