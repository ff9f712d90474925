import { describe, expect, it } from '@jest/globals';
import { sql } from './sql.js';

const shown = (statement: { text: string; values: readonly unknown[] }) => [statement.text, statement.values];

describe('sql', () => {
  it('keeps values out of the text', () => {
    expect(shown(sql`select ${"'; drop table x"} as a, ${2}`)).toEqual(['select $1 as a, $2', ["'; drop table x", 2]]);
  });

  it('renumbers the placeholders of nested pieces', () => {
    const inner = sql`unit_id = ${'u'} or owner_id = ${'o'}`;
    const outer = sql`select 1 from t where tenant_id = ${'t'} and (${inner}) and (${inner}) limit ${20}`;
    expect(shown(outer)).toEqual([
      'select 1 from t where tenant_id = $1 and (unit_id = $2 or owner_id = $3) and (unit_id = $4 or owner_id = $5) limit $6',
      ['t', 'u', 'o', 'u', 'o', 20],
    ]);
  });

  it('joins pieces and values', () => {
    expect(shown(sql`(${sql.join([sql`a = ${1}`, sql`b = ${2}`], ' or ')}) and c in (${sql.join([3, 4])})`))
      .toEqual(['(a = $1 or b = $2) and c in ($3, $4)', [1, 2, 3, 4]]);
    expect(shown(sql.join([]))).toEqual(['', []]);
    expect(shown(sql.join([7]))).toEqual(['$1', [7]]);
  });

  it('leaves no trace of an empty piece', () => {
    expect(shown(sql`select 1${sql.empty} where ${true}`)).toEqual(['select 1 where $1', [true]]);
    expect(sql.empty.isEmpty).toBe(true);
    expect(sql`${1}`.isEmpty).toBe(false);
  });

  it('treats a dollar sign in trusted text as text', () => {
    expect(shown(sql`${sql.raw("'$1'")} || ${'x'}`)).toEqual(["'$1' || $1", ['x']]);
  });

  it('quotes names so that they cannot end early', () => {
    expect(sql.identifier('a"b', 'c').text).toBe('"a""b"."c"');
    expect(() => sql.identifier('a\0b')).toThrow(TypeError);
  });

  it('refuses undefined, which pg would send as NULL', () => {
    expect(() => sql`a = ${undefined}`).toThrow('value 1 of the statement is undefined');
  });
});
