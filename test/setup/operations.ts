import {
  getNamedType, getNullableType, type GraphQLField, type GraphQLObjectType, type GraphQLSchema, isLeafType, isObjectType, isRequiredArgument,
} from 'graphql';

type Field = GraphQLField<unknown, unknown>;

/** Levels of objects below the root field that an operation asks for. */
const DEPTH = 2;

/**
 * The operation that asks a root field for everything down to a depth, with every argument as a variable of the same name.
 * @param name `Query.units`
 */
export function operationOf(schema: GraphQLSchema, name: string): string {
  const [typeName = '', fieldName = ''] = name.split('.');
  const field = rootType(schema, typeName).getFields()[fieldName];
  if (field === undefined) throw new Error(`the schema has no ${name}`);
  // Where the schema has a default, a variable may be left out.
  const declared = field.args.map(({ name: arg, type, defaultValue }) => `$${arg}: ${String(defaultValue === undefined ? type : getNullableType(type))}`).join(', ');
  const given = field.args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  return `${typeName.toLowerCase()}${declared && ` (${declared})`} { ${fieldName}${given && `(${given})`}${selectionOf(field, DEPTH)} }`;
}

/** `Query.…` and `Mutation.…` of all root fields, sorted. */
export function rootFields(schema: GraphQLSchema): string[] {
  return ['Query', 'Mutation'].flatMap((type) => Object.keys(rootType(schema, type).getFields()).map((field) => `${type}.${field}`)).sort();
}

function rootType(schema: GraphQLSchema, name: string): GraphQLObjectType {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`the schema has no ${name}`);
  return type;
}

function selectionOf(field: Field, depth: number): string {
  const type = getNamedType(field.type);
  if (!isObjectType(type)) return '';
  // The edges of a connection are no level of their own.
  const below = /(Connection|Edge)$/.test(type.name) ? depth : depth - 1;
  const parts = Object.values(type.getFields())
    .filter((one) => !one.args.some(isRequiredArgument))
    .filter((one) => isLeafType(getNamedType(one.type)) || below > 0)
    .map((one) => `${one.name}${selectionOf(one, below)}`);
  return ` { ${parts.length > 0 ? parts.join(' ') : '__typename'} }`;
}
