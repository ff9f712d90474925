import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { firstDifference as differenceBy, type Seal, SEALED_PARTS, type SealedPart, sealOf as sealBy, type SessionRecord } from './seal.js';

const hexOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const sealOf = (record: SessionRecord): Seal => sealBy(record, hexOf);
const firstDifference = (sealed: Seal, record: SessionRecord): ReturnType<typeof differenceBy> => differenceBy(sealed, record, hexOf);

/** A record whose parts all have rows of the same shape. */
const aRecord = (given: Partial<Record<SealedPart, unknown>> = {}): SessionRecord =>
  ({ ...Object.fromEntries(SEALED_PARTS.map((part) => [part, [{ id: part, value: 1, note: null }]])), ...given }) as SessionRecord;

describe('the seal of a record', () => {
  it('is the same for the same record, in whatever order its keys come', () => {
    const turned = Object.fromEntries([...SEALED_PARTS].reverse().map((part) => [part, [{ note: null, value: 1, id: part }]])) as unknown as SessionRecord;
    expect(sealOf(turned)).toEqual(sealOf(aRecord()));
  });

  it('has a SHA-256 for every part and one over all of them', () => {
    const { sha256, parts } = sealOf(aRecord());
    expect(Object.keys(parts).sort()).toEqual([...SEALED_PARTS].sort());
    expect([sha256, ...Object.values(parts)].filter((hash) => !/^[0-9a-f]{64}$/.test(hash))).toEqual([]);
    expect(new Set([sha256, ...Object.values(parts)]).size).toBe(SEALED_PARTS.length + 1);
  });

  it('is a known number for a known record, today and in ten years', () => {
    const empty = Object.fromEntries(SEALED_PARTS.map((part) => [part, []])) as unknown as SessionRecord;
    const { sha256, parts } = sealOf(empty);
    // `printf '[]' | sha256sum`
    expect(new Set(Object.values(parts))).toEqual(new Set(['4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945']));
    expect(sha256).toBe('5011c0a2730f114e3c4dfedde121b49b71841d8cbf41d995f35684fe24aecf2d');
  });

  it('tells the order of rows', () => {
    const rows = [{ id: 'a' }, { id: 'b' }];
    expect(firstDifference(sealOf(aRecord({ members: rows })), aRecord({ members: [...rows].reverse() }))).toBe('members');
  });
});

describe('a record beside its seal', () => {
  it('is the one that was sealed', () => {
    expect(firstDifference(sealOf(aRecord()), aRecord())).toBeNull();
  });

  it.each([...SEALED_PARTS])('names %s when one value of it changed', (part) => {
    expect(firstDifference(sealOf(aRecord()), aRecord({ [part]: [{ id: part, value: 2, note: null }] }))).toBe(part);
  });

  it.each([...SEALED_PARTS])('names %s when a row of it is gone, or came', (part) => {
    expect(firstDifference(sealOf(aRecord()), aRecord({ [part]: [] }))).toBe(part);
    expect(firstDifference(sealOf(aRecord({ [part]: [] })), aRecord())).toBe(part);
  });

  it('names the first of several parts', () => {
    expect(firstDifference(sealOf(aRecord()), aRecord({ minutes: [], rules: [] }))).toBe('rules');
  });

  it('names the seal when it does not belong to its own parts', () => {
    expect(firstDifference({ ...sealOf(aRecord()), sha256: '0'.repeat(64) }, aRecord())).toBe('seal');
  });
});
