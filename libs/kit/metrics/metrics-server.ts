import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '@kit/config';
import { Readiness, statusCodeOf } from '@kit/health';
import { Metrics } from './metrics.js';

/**
 * The door of the operators, on a port of its own that the gateway does not lead to: figures for Prometheus, and health
 * for processes that serve nobody else. Only `main.ts` opens it, so that commands of the console do not ask for the port.
 */
@Injectable()
export class MetricsServer implements OnApplicationShutdown {
  #server: Server | undefined;

  constructor(
    @Inject(Config) private readonly config: Config,
    @Inject(Metrics) private readonly metrics: Metrics,
    @Inject(Readiness) private readonly readiness: Readiness,
  ) {}

  /** Opens the door when `METRICS_PORT` is set; answers its port. */
  async listen(): Promise<number | null> {
    const { metricsPort, metricsHost } = this.config;
    if (metricsPort === null) return null;
    const server = createServer((request, response) => void this.#answer(request, response));
    this.#server = server;
    server.listen(metricsPort, metricsHost);
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  }

  async onApplicationShutdown(): Promise<void> {
    const server = this.#server;
    if (server === undefined) return;
    this.#server = undefined;
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  }

  async #answer({ method, url }: IncomingMessage, response: ServerResponse): Promise<void> {
    const send = (status: number, type: string, body: string): void => void response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
    const json = (status: number, body: unknown): void => send(status, 'application/json; charset=utf-8', JSON.stringify(body));
    try {
      if (method !== 'GET') json(405, { status: 'method not allowed' });
      else if (url === '/metrics') send(200, this.metrics.registry.contentType, await this.metrics.registry.metrics());
      else if (url === '/health/live') json(200, { status: 'alive' });
      else if (url === '/health/ready') {
        const report = await this.readiness.report();
        json(statusCodeOf(report), report);
      } else json(404, { status: 'not found' });
    } catch {
      json(500, { status: 'failed' });
    }
  }
}
