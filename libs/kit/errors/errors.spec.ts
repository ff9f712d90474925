import { describe, expect, it } from '@jest/globals';
import {
  defineError, DomainError, errorCatalogue, errorFactoryOf, InternalError, internalError, notFound, unauthenticated,
  ValidationFailed,
} from './index.js';

const sharesNot100 = defineError<{ sumBp: number }>({
  code: 'TEST_SHARES_NOT_100', kind: 'VALIDATION', message: 'The shares do not sum to 100 %.', vi: 'Tổng tỷ lệ đóng góp chưa đủ 100 %.',
});

describe('defineError', () => {
  it('makes errors that carry code, status, details and the path of the field', () => {
    const error = sharesNot100({ sumBp: 9999 }, ['input', 'authors']);
    expect(error).toBeInstanceOf(DomainError);
    expect(error).toMatchObject({
      name: 'TestSharesNot100', code: 'TEST_SHARES_NOT_100', kind: 'VALIDATION', httpStatus: 400,
      message: 'The shares do not sum to 100 %.', details: { sumBp: 9999 }, path: ['input', 'authors'],
    });
  });

  it('recognises its own errors only', () => {
    expect(sharesNot100.is(sharesNot100())).toBe(true);
    expect(sharesNot100.is(notFound())).toBe(false);
    expect(sharesNot100.is(new Error('TEST_SHARES_NOT_100'))).toBe(false);
  });

  it('refuses a code twice and a malformed code', () => {
    const definition = { kind: 'VALIDATION', message: 'x', vi: 'x' } as const;
    expect(() => defineError({ ...definition, code: 'TEST_SHARES_NOT_100' })).toThrow('defined twice');
    expect(() => defineError({ ...definition, code: 'sharesNot100' })).toThrow('upper snake case');
  });

  it('lists everything in the catalogue, sorted, each with a Vietnamese sentence', () => {
    const codes = errorCatalogue().map((entry) => entry.code);
    expect(codes).toEqual([...codes].sort());
    expect(codes).toEqual(expect.arrayContaining(['INTERNAL_ERROR', 'NOT_FOUND', 'TEST_SHARES_NOT_100', 'VALIDATION_FAILED']));
    expect(errorCatalogue().filter((entry) => entry.vi === '' || entry.vi !== entry.vi.normalize('NFC'))).toEqual([]);
    expect(errorFactoryOf('NOT_FOUND')).toBe(notFound);
  });
});

describe('ValidationFailed', () => {
  it('carries every fault, and refuses to carry none', () => {
    const faults = [{ code: 'A', path: ['input', 'title'], details: {} }, { code: 'B', path: ['input', 'authors', 1], details: { n: 2 } }];
    expect(new ValidationFailed(faults)).toMatchObject({ code: 'VALIDATION_FAILED', httpStatus: 400, faults });
    expect(() => new ValidationFailed([])).toThrow(TypeError);
    expect(() => ValidationFailed.throwIfAny([])).not.toThrow();
  });
});

describe('internalError', () => {
  it('keeps the cause for the log and shows the client an id only', () => {
    const cause = new Error('secret detail');
    const error = internalError(cause) as InternalError;
    expect(error.cause).toBe(cause);
    expect(error.details).toEqual({ errorId: error.errorId });
    expect(error.message).not.toContain('secret');
  });

  it('leaves an error made on purpose as it is', () => {
    const error = unauthenticated();
    expect(internalError(error)).toBe(error);
  });
});
