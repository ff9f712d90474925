import { describe, expect, it } from '@jest/globals';
import { InternalError, notFound } from '@kit/errors';
import { DatabaseError } from 'pg';
import { QueryFailedError } from 'typeorm';
import { serializeError } from './error-serializer.js';

const SECRET = 'Nguyễn Thị Bí Mật';

function refusal(): DatabaseError {
  return Object.assign(new DatabaseError(`invalid input syntax for type uuid: "${SECRET}"`, 100, 'error'), {
    code: '22P02', detail: `Key (name)=(${SECRET})`, severity: 'ERROR', table: 'person', constraint: 'person_name_key',
  });
}

describe('serializeError', () => {
  it('shows where and what, and nothing that a person wrote', () => {
    const failed = new QueryFailedError('select $1', [SECRET], refusal());
    const wrapped = new InternalError(failed);
    const logged = serializeError(wrapped);
    expect(JSON.stringify(logged)).not.toContain('Bí Mật');
    expect(logged).toMatchObject({ type: 'InternalError', code: 'INTERNAL_ERROR', errorId: wrapped.errorId, message: wrapped.message });
    expect(logged.cause).toMatchObject({ type: 'QueryFailedError', code: '22P02', constraint: 'person_name_key', table: 'person' });
    expect(logged.frames?.[0]).toContain('error-serializer.spec');
  });

  it.each([
    ['a parser', () => JSON.parse(`"${SECRET}`)],
    ['the database', () => { throw refusal(); }],
    ['a domain error with details', () => { throw notFound({ name: SECRET } as never, [SECRET]); }],
    ['something thrown that is no error', () => { throw SECRET; }],
  ])('does not repeat what %s quotes', (_, work) => {
    let caught: unknown;
    try {
      work();
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeDefined();
    expect(JSON.stringify(serializeError(caught))).not.toContain('Bí Mật');
  });

  it('keeps messages of plain errors and follows causes only so far', () => {
    let error = new Error('bottom');
    for (let depth = 0; depth < 10; depth += 1) error = new TypeError(`level ${depth}`, { cause: error });
    expect(serializeError(error)).toMatchObject({ message: 'level 9', cause: { message: 'level 8', type: 'TypeError' } });
    expect(JSON.stringify(serializeError(error)).match(/"message"/g)).toHaveLength(5);
  });
});
