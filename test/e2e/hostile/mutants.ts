import {
  getNamedType, getNullableType, type GraphQLInputType, type GraphQLSchema, isEnumType, isInputObjectType, isLeafType, isListType, isObjectType,
} from 'graphql';
import type { Variables } from '../../setup/graphql.js';

/** Good variables with one value replaced. */
export interface Mutant {
  /** Where, and by what. */
  readonly name: string;
  readonly apply: (good: Variables) => Variables;
}

type Path = readonly (string | number)[];

const LONG = 'x'.repeat(20_001);
const TEXTS: readonly unknown[] = [
  '', ' ', '\t\n', 'a\0b', 'a\ud800', '\udc00b', 'gpj.\u202eexe', 'e\u0302\u0301', '👩‍👩‍👧‍👦'.repeat(60), LONG, ' '.repeat(20_000), '%'.repeat(200), "'; drop table person; --", '\\', '${7*7}',
  '__proto__', '=1+1', '\u200b', '\uFEFF', 'ﷺ'.repeat(300), null, 7, true, [], {}, ['a'],
  '[', '['.repeat(50_000), '{"__proto__":{"a":1}}', '"\\u0000"', '{"scalePoints":1e999}', 'null',
];
const IDS: readonly unknown[] = [
  '', ' ', 'x', '0', '-1', '00000000-0000-0000-0000-000000000000', '{0190a5b0-0000-7000-8000-000000000000}', '0190A5B0-0000-7000-8000-000000000000', 'urn:uuid:0190a5b0-0000-7000-8000-000000000000',
  '0190a5b0-0000-7000-8000-000000000000\n', "0190a5b0-0000-7000-8000-000000000000'--", 'a\0b', LONG, 7, 1.5, null, [], {}, '__proto__',
];
const NUMBERS: readonly unknown[] = [0, -1, 1, 2, 101, 2_147_483_647, -2_147_483_648, 2_147_483_648, 1.5, 1e100, '1', '', true, null, [], {}];
const AMOUNTS: readonly unknown[] = [0, -1, 9_007_199_254_740_991, 9_007_199_254_740_992, 1e21, 0.5, '5', null, []];
const DAYS: readonly unknown[] = [
  '2026-02-30', '2026-02-29', '0000-01-01', '0001-01-01', '1899-12-31', '9999-12-31', '10000-01-01', '2026-2-1', '2026-13-01', '', ' ', '2026-01-01T00:00:00Z', '２０２６-01-01', 20260101, null, [],
];
const FLAGS: readonly unknown[] = [null, 'true', 0, 'x', []];

const cursor = (...values: unknown[]): string => Buffer.from(JSON.stringify(values)).toString('base64url');
const ID = '0190a5b0-0000-7000-8000-000000000000';
/** As a client would forge them: every list has one of these shapes. */
const CURSORS: readonly unknown[] = [
  cursor(ID), cursor(ID, ID), cursor('2026-02-30T00:00:00Z', ID), cursor('0000-01-01T00:00:00Z', ID), cursor('+275760-09-13T00:00:00Z', ID), cursor('2026-01-01T10', ID), cursor('2026-01-01 99', ID),
  cursor('2026-01-01T24:00:00Z', ID), cursor('2026-01-01T00:00:00+99:99', ID), cursor('a\0b', ID), cursor('a\ud800', ID), cursor("' or 1=1", ID), cursor('%', ID), cursor(null, ID), cursor(1, ID), cursor({}, ID),
  cursor('NEWEST', 'EXACT', 0, '2026-02-30T00:00:00Z', ID), cursor('RELEVANCE', 'EXACT', 2, '2026-02-30T00:00:00Z', ID), cursor('RELEVANCE', 'EXACT', 1e308, '2026-01-01T00:00:00Z', ID),
  cursor('RELEVANCE', 'APPROXIMATE', 999, '0000-01-01T00:00:00Z', ID), cursor('TITLE', 'EXACT', 0, 'x'.repeat(2_000), ID), cursor(), 'e30', 'bnVsbA', '!', 'x'.repeat(5_000),
];

/** Every mutant of a root field's variables. */
export function mutants(schema: GraphQLSchema, rootField: string, good: Variables): Mutant[] {
  const [typeName = '', fieldName = ''] = rootField.split('.');
  const root = schema.getType(typeName);
  const args = (isObjectType(root) && root.getFields()[fieldName]?.args) || [];
  return args.flatMap(({ name, type }) => ofType(type, [name], good[name]));
}

function ofType(type: GraphQLInputType, path: Path, good: unknown): Mutant[] {
  const named = getNullableType(type);
  if (isListType(named)) {
    const items = Array.isArray(good) ? good : [];
    const lists = [null, {}, [null], [[]], [[[[]]]], 'x', [...items, ...items], Array.from({ length: 1_001 }, () => items[0] ?? 'x')];
    return [...replaced(path, lists), ...(items.length > 0 ? ofType(named.ofType, [...path, 0], items[0]) : [])];
  }
  if (isInputObjectType(named)) {
    const fields = Object.values(named.getFields());
    const given = (good ?? {}) as Record<string, unknown>;
    return [
      ...replaced(path, [null, {}, [], 'x', 7, JSON.parse('{"__proto__":{"isAdmin":true}}'), { constructor: 1 }, { ...given, khongCo: 1 }]),
      ...fields.flatMap((field) => ofType(field.type, [...path, field.name], given[field.name])),
    ];
  }
  if (isEnumType(named)) return replaced(path, ['NOPE', '', null, 1, ['x'], '__proto__', ...named.getValues().map(({ name }) => name)]);
  if (path.at(-1) === 'after') return replaced(path, [...CURSORS, ...IDS]);
  const values = { String: TEXTS, ID: IDS, Int: NUMBERS, Vnd: AMOUNTS, LocalDate: DAYS, Boolean: FLAGS }[named.name];
  if (values === undefined) throw new Error(`nothing hostile is known for ${named.name}`);
  return replaced(path, values);
}

function replaced(path: Path, values: readonly unknown[]): Mutant[] {
  return values.map((value) => ({
    name: `${path.join('.')} = ${JSON.stringify(value)?.slice(0, 60)}`,
    apply: (good) => at(good, path, value) as Variables,
  }));
}

function at(value: unknown, [step, ...rest]: Path, put: unknown): unknown {
  if (step === undefined) return put;
  if (typeof step === 'number') return (Array.isArray(value) ? value : [undefined]).map((item, index) => (index === step ? at(item, rest, put) : item));
  return { ...(value as object | undefined), [step]: at((value as Record<string, unknown> | undefined)?.[step], rest, put) };
}

/** The operation with every argument as a variable of the same name, asking for the plain fields of the answer. */
export function shallow(schema: GraphQLSchema, rootField: string): string {
  const [typeName = '', fieldName = ''] = rootField.split('.');
  const root = schema.getType(typeName);
  const field = isObjectType(root) ? root.getFields()[fieldName] : undefined;
  if (field === undefined) throw new Error(`the schema has no ${rootField}`);
  const declared = field.args.map(({ name, type, defaultValue }) => `$${name}: ${String(defaultValue === undefined ? type : getNullableType(type))}`).join(', ');
  const given = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
  const type = getNamedType(field.type);
  const leaves = isObjectType(type) ? Object.values(type.getFields()).filter((one) => isLeafType(getNamedType(one.type)) && one.args.length === 0).map(({ name }) => name) : [];
  const selected = isObjectType(type) ? ` { __typename ${leaves.join(' ')} }` : '';
  return `${typeName.toLowerCase()}${declared && ` (${declared})`} { ${fieldName}${given && `(${given})`}${selected} }`;
}
