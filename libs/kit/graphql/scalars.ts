import { GraphQLError, GraphQLScalarType, Kind, type ValueNode, valueFromASTUntyped } from 'graphql';

const LOCAL_DATE = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

/** A calendar day in Asia/Ho_Chi_Minh; in code a string `YYYY-MM-DD`. */
export const LocalDate = scalar<string, string>({
  name: 'LocalDate',
  description: 'A calendar day in Vietnam, "YYYY-MM-DD".',
  serialize: (value) => parseLocalDate(value),
  parse: (value) => parseLocalDate(value),
});

/** An instant; in code a `Date`, in answers ISO 8601 in UTC with milliseconds. */
export const DateTime = scalar<Date, string>({
  name: 'DateTime',
  description: 'An instant in ISO 8601 with offset, such as "2026-05-08T09:30:00+07:00"; answered in UTC.',
  serialize: (value) => instantOf(value).toISOString(),
  parse: (value) => {
    if (typeof value !== 'string' || !INSTANT.test(value)) throw refused('DateTime', 'INVALID_DATE_TIME');
    parseLocalDate(value.slice(0, 10));
    return instantOf(value);
  },
});

/** An amount of money; in code and on the wire an integer number of đồng within ±2^53. */
export const Vnd = scalar<number, number>({
  name: 'Vnd',
  description: 'An amount in Vietnamese đồng: an integer.',
  serialize: (value) => integerOf(typeof value === 'number' ? value : Number(value)),
  parse: integerOf,
});

/** Arbitrary JSON. Only where the shape is data itself, such as audit details: everything else has a type. */
export const Json = scalar<unknown, unknown>({
  name: 'Json',
  description: 'Any JSON value, where the shape itself is data.',
  serialize: (value) => value,
  parse: (value) => value,
  literal: (node, variables) => valueFromASTUntyped(node, variables),
});

interface ScalarOptions<I, O> {
  name: string;
  description: string;
  serialize(value: unknown): O;
  parse(value: unknown): I;
  literal?(node: ValueNode, variables: Record<string, unknown> | null | undefined): I;
}

function scalar<I, O>(options: ScalarOptions<I, O>): GraphQLScalarType<I, O> {
  return new GraphQLScalarType<I, O>({
    name: options.name,
    description: options.description,
    serialize: options.serialize,
    parseValue: options.parse,
    parseLiteral: (node, variables) =>
      options.literal ? options.literal(node, variables) : options.parse(literalValue(options.name, node)),
  });
}

function literalValue(name: string, node: ValueNode): unknown {
  if (node.kind === Kind.STRING) return node.value;
  if (node.kind === Kind.INT) return Number(node.value);
  throw refused(name, 'INVALID_VALUE');
}

function parseLocalDate(value: unknown): string {
  if (typeof value !== 'string' || !LOCAL_DATE.test(value)) throw refused('LocalDate', 'INVALID_DATE');
  const instant = new Date(`${value}T00:00:00Z`);
  // JavaScript turns 30 February into 2 March instead of refusing it.
  if (Number.isNaN(instant.getTime()) || !instant.toISOString().startsWith(value)) {
    throw refused('LocalDate', 'INVALID_DATE');
  }
  return value;
}

function instantOf(value: unknown): Date {
  const instant = value instanceof Date ? value : new Date(String(value));
  if (Number.isNaN(instant.getTime())) throw refused('DateTime', 'INVALID_DATE_TIME');
  return instant;
}

function integerOf(value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw refused('Vnd', 'INVALID_AMOUNT');
  return value;
}

/** The code becomes the code of the input fault; the message is static and never repeats the value. */
function refused(name: string, code: string): GraphQLError {
  return new GraphQLError(`The value is not a valid ${name}.`, { extensions: { code } });
}
