import { DomainError } from '@kit/errors';
import {
  defaultFieldResolver, GraphQLError, type GraphQLField, type GraphQLFieldResolver, type GraphQLObjectType, type GraphQLSchema,
  getNullableType, isListType, isNonNullType, isObjectType,
} from 'graphql';
import type { GraphqlContext } from '../http/graphql-context.js';
import { PARENT } from './access.decorator.js';
import { fieldCheck, isKnownAccess, rootCheck } from './access.rules.js';

type Resolver = GraphQLFieldResolver<unknown, GraphqlContext>;
type Field = GraphQLField<unknown, GraphqlContext>;

/**
 * Makes the schema keep what `@Access` states, by wrapping root fields and fields with an access of their own.
 * All other fields stay untouched, because every wrapped field costs time in every row.
 *
 * @throws Error at boot, listing every root field and object type without a stated access.
 */
export function enforceAccess(schema: GraphQLSchema): GraphQLSchema {
  const faults = accessFaults(schema);
  if (faults.length > 0) throw new Error(`The schema does not state who may see what:\n  ${faults.join('\n  ')}`);
  const roots = rootTypes(schema);
  for (const type of objectTypes(schema)) {
    for (const field of fieldsOf(type)) {
      const access = field.extensions['access'];
      if (typeof access !== 'string') continue;
      if (roots.includes(type)) guardRoot(field, access);
      else guardField(field, access);
    }
  }
  return schema;
}

/** What is wrong with the stated accesses, one sentence each; empty for a sound schema. */
export function accessFaults(schema: GraphQLSchema): string[] {
  const faults: string[] = [];
  const roots = rootTypes(schema);
  for (const type of objectTypes(schema)) {
    const isRoot = roots.includes(type);
    if (!isRoot) report(faults, type.name, type.extensions['access'], 'needs @TypeAccess');
    for (const field of fieldsOf(type)) {
      const name = `${type.name}.${field.name}`;
      const access = field.extensions['access'];
      if (isRoot) {
        report(faults, name, access === PARENT ? undefined : access, 'needs @Access');
      } else if (access !== undefined) {
        report(faults, name, access, 'needs @Access');
        const canBeWithheld = !isNonNullType(field.type) || isListType(getNullableType(field.type));
        if (!canBeWithheld) faults.push(`${name} has its own @Access, so it must be nullable or a list`);
      }
    }
  }
  return faults.sort();
}

function report(faults: string[], name: string, access: unknown, missing: string): void {
  if (access === undefined) faults.push(`${name} ${missing}`);
  else if (!isKnownAccess(access)) faults.push(`${name} names the unknown action "${String(access)}"`);
}

function guardRoot(field: Field, access: string): void {
  const check = rootCheck(access);
  const guard = (resolve: Resolver): Resolver => (parent, args, context, info) => {
    try {
      check?.(context.request.viewer);
      const result: unknown = resolve(parent, args, context, info);
      return result instanceof Promise ? result.catch(rethrow) : result;
    } catch (error) {
      return rethrow(error);
    }
  };
  // A subscription opens with one function and answers with the other.
  if (field.subscribe) field.subscribe = guard(field.subscribe);
  field.resolve = guard(field.resolve ?? defaultFieldResolver);
}

/**
 * graphql-js takes every error with a `path` for one that it has located itself, and so would answer
 * without telling which field failed: our errors mean the path of the input by it.
 */
function rethrow(error: unknown): never {
  throw error instanceof DomainError ? new GraphQLError(error.message, { originalError: error }) : error;
}

function guardField(field: Field, access: string): void {
  const check = fieldCheck(access);
  if (!check) return;
  const resolve: Resolver = field.resolve ?? defaultFieldResolver;
  const withheld = isListType(getNullableType(field.type)) ? (): unknown[] => [] : (): null => null;
  field.resolve = (parent, args, context, info) =>
    check(context.request.viewer, parent) ? resolve(parent, args, context, info) : withheld();
}

function rootTypes(schema: GraphQLSchema): GraphQLObjectType[] {
  return [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].filter((type) => type != null);
}

function objectTypes(schema: GraphQLSchema): GraphQLObjectType[] {
  return Object.values(schema.getTypeMap()).filter(isObjectType).filter((type) => !type.name.startsWith('__'));
}

function fieldsOf(type: GraphQLObjectType): Field[] {
  return Object.values(type.getFields());
}
