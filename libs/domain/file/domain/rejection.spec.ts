import { describe, expect, it } from '@jest/globals';
import { type Found, rejectionOf } from './rejection.js';

const PDF = 'application/pdf';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const SUM = 'a'.repeat(64);

const rejection = (declaredType: string, found: Found | null, declaredSha256: string | null = null): string | null =>
  rejectionOf({ declaredType, declaredSha256 }, SUM, found);
const honest = (type: string | null): Found => ({ type, fault: null });

describe('the rejection of a file', () => {
  it.each<[string, string, string | null, string | null]>([
    ['a PDF', PDF, PDF, null],
    ['a table of text', 'text/csv', 'text/plain', null],
    ['a film of a telephone', 'video/mp4', 'video/quicktime', null],
    ['an archive instead of a PDF', PDF, 'application/zip', 'TYPE_DIFFERS'],
    ['an archive instead of a document', DOCX, 'application/zip', 'TYPE_DIFFERS'],
    ['an older container instead of a document', DOCX, 'application/x-cfb', 'TYPE_DIFFERS'],
    ['a program instead of text', 'text/csv', 'application/x-elf', 'TYPE_DIFFERS'],
    ['text instead of a PDF', PDF, 'text/plain', 'TYPE_DIFFERS'],
    ['nothing known', PDF, null, 'TYPE_DIFFERS'],
    ['a type that was taken once', 'image/gif', 'image/gif', 'TYPE_NOT_ALLOWED'],
  ])('believes the bytes, not the declaration: %s', (_name, declared, found, expected) => {
    expect(rejection(declared, honest(found))).toBe(expected);
  });

  it('names the fault where the type fits or cannot be seen', () => {
    expect(rejection(PDF, { type: PDF, fault: 'ACTIVE_CONTENT' })).toBe('ACTIVE_CONTENT');
    expect(rejection(DOCX, { type: 'application/x-cfb', fault: 'ENCRYPTED' })).toBe('ENCRYPTED');
    expect(rejection(DOCX, { type: 'application/zip', fault: 'BOMB' })).toBe('BOMB');
    expect(rejection(DOCX, { type: PDF, fault: 'ACTIVE_CONTENT' })).toBe('TYPE_DIFFERS');
  });

  it('refuses other bytes than announced before anything else', () => {
    expect(rejection(PDF, honest(PDF), SUM)).toBeNull();
    expect(rejection(PDF, { type: PDF, fault: 'MACROS' }, 'b'.repeat(64))).toBe('HASH_DIFFERS');
  });

  it('refuses what did not let itself be looked at', () => {
    expect(rejection(PDF, null)).toBe('CHECK_FAILED');
  });
});
