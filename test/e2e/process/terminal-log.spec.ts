import { describe, expect, it } from '@jest/globals';
import { TerminalLog } from '../../../apps/console/src/terminal-log.js';

describe('what a command of the console tells beside its result', () => {
  const lines: string[] = [];
  const log = new TerminalLog((line) => void lines.push(line));

  it('is one line with the place, the static message and a code', () => {
    log.warn({ msg: 'The store is full.', code: 'ENOSPC' }, 'FileStore');
    log.error({ msg: 'An effect after a commit failed.', err: Object.assign(new Error('x'), { code: '23505' }) }, 'Database');
    log.warn('A connection was lost.', 'Queues');
    log.log();
    expect(lines.splice(0)).toEqual(['⚠ FileStore: The store is full. (ENOSPC)\n', '✖ Database: An effect after a commit failed. (23505)\n', '⚠ Queues: A connection was lost.\n']);
  });

  it('quotes no value: neither the message of an error nor a field', () => {
    const error = Object.assign(new Error('Key (email)=(lan@hongbang.vn) already exists'), { code: '23505', detail: 'lan@hongbang.vn', severity: 'ERROR' });
    log.error({ msg: 'A job failed.', err: error, name: 'Nguyễn Thị Lan' }, 'JobRunner');
    expect(lines.splice(0)).toEqual(['✖ JobRunner: A job failed. (23505)\n']);
  });
});
