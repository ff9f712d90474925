import { describe, expect, it } from '@jest/globals';
import { defineQueue, queueDefinition, queueDefinitions, type QueuePolicy } from './queue-policy.js';

const policy: QueuePolicy = { concurrency: 3, reason: 'three fit into memory' };

describe('a queue', () => {
  it('has 15 seconds and a day where it does not say otherwise', () => {
    expect(defineQueue('plain', policy)).toEqual({
      name: 'plain', concurrency: 3, lockSeconds: 15, keepDone: { hours: 24, count: 100_000 }, reason: 'three fit into memory',
    });
    expect(queueDefinition('plain')?.concurrency).toBe(3);
    expect(queueDefinition('unknown')).toBeUndefined();
  });

  it('is defined once', () => {
    defineQueue('single', policy);
    expect(() => defineQueue('single', policy)).toThrow('queue single is defined twice');
    expect(queueDefinitions().map(({ name }) => name)).toEqual(['plain', 'single', 'upkeep']);
  });

  it.each([
    ['Mail', policy, 'is not named like my-queue'],
    ['mail:out', policy, 'is not named like my-queue'],
    ['mail', { ...policy, concurrency: 0 }, 'concurrency must be 1 to 50'],
    ['mail', { ...policy, concurrency: 1.5 }, 'concurrency must be 1 to 50'],
    ['mail', { ...policy, lockSeconds: 1 }, 'lockSeconds must be 5 to 300'],
    ['mail', { ...policy, keepDone: { hours: 0, count: 5_000 } }, 'keepDone must be at least an hour and 1,000 jobs'],
    ['mail', { ...policy, reason: ' ' }, 'gives no reason for its figures'],
  ])('named %p with %j is refused', (name, faulty, message) => {
    expect(() => defineQueue(name, faulty)).toThrow(message);
    expect(queueDefinition(name)).toBeUndefined();
  });
});
