import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { statusCodeOf } from './health.controller.js';
import { Readiness } from './readiness.js';

Logger.overrideLogger(false);

const works = async (): Promise<void> => undefined;
const fails = async (): Promise<void> => {
  throw new Error('password "mat-khau" refused at 10.0.0.7');
};

describe('the readiness of a process', () => {
  it('is complete when every part works', async () => {
    const readiness = new Readiness();
    readiness.add('queue', works);
    readiness.add('mail', works, { weight: 'degrading' });
    const report = await readiness.report();
    expect([report, statusCodeOf(report)]).toEqual([{ status: 'ready', checks: { mail: 'up', queue: 'up' } }, 200]);
  });

  it('goes without a critical part, and says which and not why', async () => {
    const readiness = new Readiness();
    readiness.add('queue', fails);
    readiness.add('mail', works, { weight: 'degrading' });
    const report = await readiness.report();
    expect([report, statusCodeOf(report)]).toEqual([{ status: 'unavailable', checks: { mail: 'up', queue: 'down' } }, 503]);
  });

  it('stays, in part, without one whose work can wait', async () => {
    const readiness = new Readiness();
    readiness.add('queue', works);
    readiness.add('mail', fails, { weight: 'degrading' });
    const report = await readiness.report();
    expect([report, statusCodeOf(report)]).toEqual([{ status: 'degraded', checks: { mail: 'down', queue: 'up' } }, 200]);
  });

  it('ends at once when the process begins to stop', async () => {
    const readiness = new Readiness();
    readiness.add('queue', works);
    await readiness.report();
    readiness.beginStopping();
    const report = await readiness.report();
    expect([report, statusCodeOf(report)]).toEqual([{ status: 'stopping', checks: { queue: 'up' } }, 503]);
  });

  it('costs one question a second however often it is asked for', async () => {
    const check = jest.fn(works);
    const readiness = new Readiness();
    readiness.add('database', check);
    await Promise.all(Array.from({ length: 500 }, () => readiness.report()));
    expect(check).toHaveBeenCalledTimes(1);
    await delay(1_050);
    await readiness.report();
    expect(check).toHaveBeenCalledTimes(2);
  });

  it('does not wait longer than three seconds for a part that hangs, and asks it only once meanwhile', async () => {
    const check = jest.fn(() => new Promise<void>(() => undefined));
    const readiness = new Readiness();
    readiness.add('store', check);
    const begin = performance.now();
    expect(await readiness.report()).toEqual({ status: 'unavailable', checks: { store: 'down' } });
    expect(performance.now() - begin).toBeLessThan(3_500);
    void readiness.report();
    await delay(50);
    expect(check).toHaveBeenCalledTimes(1);
  }, 15_000);
});
