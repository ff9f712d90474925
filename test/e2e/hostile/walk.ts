import {
  getNamedType, getNullableType, type GraphQLField, type GraphQLObjectType, type GraphQLOutputType, type GraphQLSchema, isLeafType, isListType, isObjectType, isRequiredArgument,
  type OperationDefinitionNode, parse,
} from 'graphql';
import { LIMITS } from '@kit/graphql';
import { CostEstimator } from '../../../libs/kit/graphql/limits/cost.js';
import { measure } from '../../../libs/kit/graphql/limits/measure.js';
import type { GraphqlClient, Variables } from '../../setup/graphql.js';
import { REQUESTS } from './requests.js';
import type { World } from './world.js';

/** One question to the server and its variables. */
export interface Question {
  /** `Query.initiative` */
  readonly rootField: string;
  readonly query: string;
  readonly variables: Variables;
}

/** Types that are the same for everybody who is signed in; asked for below their own root fields only. */
const STATIC: ReadonlySet<string> = new Set(['Campaign', 'EvaluationRules', 'Council']);

/**
 * Every query of the schema, asking for everything below it: no type within itself, the rules of a ward only where they are the point. What is
 * more than one request may ask for is asked in parts.
 */
export async function questions(schema: GraphQLSchema, world: World): Promise<Question[]> {
  const costs = new CostEstimator(schema);
  const fields = Object.values(schema.getQueryType()!.getFields());
  const asked = await Promise.all(fields.map(async (field): Promise<Question[]> => {
    const variables = await REQUESTS[`Query.${field.name}`]!.variables(world);
    const fits = (selection: string): boolean => isPermitted(costs, queryOf(field, selection), variables);
    return selectionsOf(field.type, [], fits, true).map((selection) => ({ rootField: `Query.${field.name}`, query: queryOf(field, selection), variables }));
  }));
  return asked.flat();
}

function queryOf(field: GraphQLField<unknown, unknown>, selection: string): string {
  const declared = field.args.map(({ name, type, defaultValue }) => `$${name}: ${String(defaultValue === undefined ? type : getNullableType(type))}`).join(', ');
  const given = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
  return `query${declared && ` (${declared})`} { ${field.name}${given && `(${given})`}${selection} }`;
}

/** Whether the server takes so much in one request. */
function isPermitted(costs: CostEstimator, query: string, variables: Variables): boolean {
  const document = parse(query);
  const operation = document.definitions[0] as OperationDefinitionNode;
  const tokens = query.match(/\w+|[^\w\s]/g)?.length ?? 0;
  return tokens < LIMITS.tokens && measure(document, operation).fields <= LIMITS.fields && costs.cost(document, operation, variables) <= LIMITS.cost;
}

/** What tells which initiative an object is about; every part has it. */
const NAMING = ['id', 'initiativeId'];

/** Selections that together ask for everything, as few as fit. */
function selectionsOf(output: GraphQLOutputType, within: readonly string[], fits: (selection: string) => boolean, isRoot = false): string[] {
  const whole = below(output, within, isRoot);
  const type = getNamedType(output);
  if (!isObjectType(type) || fits(whole)) return [whole];
  const inside = [...within, type.name];
  const naming = NAMING.filter((name) => name in type.getFields()).join(' ');
  const packs: string[] = [];
  for (const field of Object.values(type.getFields()).filter((one) => isAsked(one, inside, isRoot))) {
    for (const part of selectionsOf(field.type, inside, (selection) => fits(` { ${naming} ${field.name}${selection} }`))) {
      const fuller = `${packs.at(-1) ?? naming} ${field.name}${part}`;
      if (packs.length > 0 && fits(` { ${fuller} }`)) packs[packs.length - 1] = fuller;
      else packs.push(`${naming} ${field.name}${part}`);
    }
  }
  return packs.map((pack) => ` { ${pack} }`);
}

function below(output: GraphQLOutputType, within: readonly string[], isRoot = false): string {
  const type = getNamedType(output);
  if (!isObjectType(type)) return '';
  const inside = [...within, type.name];
  const parts = Object.values(type.getFields()).filter((field) => isAsked(field, inside, isRoot)).map((field) => `${field.name}${below(field.type, inside)}`);
  return ` { ${parts.length > 0 ? parts.join(' ') : '__typename'} }`;
}

function isAsked(field: GraphQLField<unknown, unknown>, inside: readonly string[], isRoot: boolean): boolean {
  if (field.args.some(isRequiredArgument)) return false;
  const type = getNamedType(field.type);
  if (isLeafType(type)) return true;
  return !inside.includes(type.name) && (isRoot || !STATIC.has(type.name) || inside.every((name) => STATIC.has(name) || /Connection$|Edge$/.test(name)));
}

/** Everything a client can tell from the answer to a question. */
export interface Heard {
  readonly rootField: string;
  readonly status: number;
  readonly body: { readonly data?: Record<string, unknown> | null; readonly errors?: readonly { readonly extensions: { readonly code: string } }[] };
}

export async function ask(client: GraphqlClient, { rootField, query, variables }: Question): Promise<Heard> {
  const { status, headers: _, ...body } = await client.send(query, variables);
  return { rootField, status, body };
}

/**
 * Which fields of which types came back with something in them: `Initiative.confidentialParts`. Objects about other
 * initiatives than `initiativeId` are passed over.
 */
export function seenFields(schema: GraphQLSchema, { rootField, body }: Heard, initiativeId: string): Set<string> {
  const seen = new Set<string>();
  const visit = (value: unknown, type: GraphQLObjectType): void => {
    const object = value as Record<string, unknown>;
    const about = type.name === 'Initiative' ? object['id'] : 'initiativeId' in object ? object['initiativeId'] : initiativeId;
    if (about !== initiativeId) return;
    for (const field of Object.values(type.getFields())) {
      const inner = object[field.name];
      if (inner === undefined || inner === null || inner === '' || (Array.isArray(inner) && inner.length === 0)) continue;
      seen.add(`${type.name}.${field.name}`);
      const innerType = getNamedType(field.type);
      if (!isObjectType(innerType)) continue;
      for (const item of isListType(getNullableType(field.type)) ? (inner as unknown[]) : [inner]) visit(item, innerType);
    }
  };
  const field = schema.getQueryType()!.getFields()[rootField.slice('Query.'.length)]!;
  const type = getNamedType(field.type);
  const answer = body.data?.[field.name];
  if (isObjectType(type) && answer != null) for (const item of Array.isArray(answer) ? answer : [answer]) visit(item, type);
  return seen;
}

/** Every field of every object type but the roots: `Type.field`, sorted. */
export function objectFields(schema: GraphQLSchema): string[] {
  const roots: unknown[] = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  return Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !type.name.startsWith('__') && !roots.includes(type))
    .flatMap((type) => Object.keys((type as GraphQLObjectType).getFields()).map((field) => `${type.name}.${field}`)).sort();
}
