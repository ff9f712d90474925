import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller, Get, HttpException, Logger, Module, Param } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Config, ConfigModule } from '@kit/config';
import { createContext, runInContext } from '@kit/context';
import { LoggingModule, logRequests, useProductLogger } from '@kit/logging';

const lines: Record<string, unknown>[] = [];
const destination = { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) };
const log = new Logger('Canary');

@Controller()
class Doors {
  @Get('things/:key')
  thing(@Param('key') key: string): string {
    return runInContext(createContext({ requestId: 'of-the-context' }), () => {
      log.warn({ msg: 'Something is odd.', count: 3, err: new Error('odd') });
      if (key === 'broken') throw new HttpException('no', 500);
      return 'fine';
    });
  }

  @Get('health/live')
  live(): string {
    return 'ok';
  }
}

class LoggingApp {}
Module({
  imports: [
    { module: ConfigModule, providers: [{ provide: Config, useFactory: () => Config.fromEnv({ NODE_ENV: 'test', LOG_LEVEL: 'info', DATABASE_URL: 'postgresql://localhost/x' }) }] },
    LoggingModule.forRoot(destination),
  ],
  controllers: [Doors],
})(LoggingApp);

let app: NestFastifyApplication;

beforeAll(async () => {
  app = await NestFactory.create<NestFastifyApplication>(LoggingApp, new FastifyAdapter({ genReqId: () => 'of-the-server' }), { bufferLogs: true });
  useProductLogger(app);
  logRequests(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
});
afterAll(async () => {
  await app.close();
  Logger.overrideLogger(false);
});
beforeEach(() => {
  lines.length = 0;
});

const get = (url: string) => app.inject({ method: 'GET', url, headers: { cookie: 'khoi=SECRETCOOKIE', authorization: 'Bearer SECRETTOKEN', 'user-agent': 'SECRETAGENT' } });

describe('the log', () => {
  it('has one line for a request, with its id, route and status and nothing of the person', async () => {
    await get('/things/SECRETKEY?name=SECRETNAME');
    expect(lines.filter((entry) => 'status' in entry)).toEqual([{
      level: 'info', time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/), msg: 'A request was answered.', requestId: 'of-the-server',
      context: 'Http', method: 'GET', route: '/things/:key', status: 200, ms: expect.any(Number),
    }]);
    expect(JSON.stringify(lines)).not.toMatch(/SECRET|127\.0\.0\.1/);
  });

  it('shows what the product says, with the id of the request and the class', async () => {
    await get('/things/x');
    expect(lines.find((entry) => entry['msg'] === 'Something is odd.')).toMatchObject({
      level: 'warn', requestId: 'of-the-context', context: 'Canary', count: 3, err: { type: 'Error', message: 'odd' },
    });
  });

  it('calls a failed request an error, and does not repeat an unknown address', async () => {
    await get('/things/broken');
    await get('/SECRET/address');
    expect(lines.filter((entry) => 'status' in entry)).toMatchObject([{ level: 'error', status: 500 }, { level: 'info', status: 404, route: null }]);
    expect(JSON.stringify(lines)).not.toContain('SECRET');
  });

  it('does not fill itself with questions about health', async () => {
    await get('/health/live');
    expect(lines).toEqual([]);
  });
});
