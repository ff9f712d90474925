import { RESOLVER_NAME_METADATA, RESOLVER_TYPE_METADATA } from '@nestjs/graphql';
import { type GraphQLSchema, isObjectType } from 'graphql';
import { ACCESS_METADATA } from './access.decorator.js';

/** A class whose methods may resolve fields. */
export type ResolverClass = abstract new (...args: never[]) => object;

/**
 * Compares what `@Access` says on resolver methods with what arrived in the schema.
 *
 * Nest drops the extensions of a `@ResolveField` method when its field also exists as a property of the type:
 * without this check such a field would look guarded in the code and be open.
 *
 * @returns one sentence for each declaration that got lost.
 */
export function lostAccesses(schema: GraphQLSchema, resolvers: Iterable<ResolverClass>): string[] {
  const lost: string[] = [];
  for (const resolver of resolvers) {
    for (const [name, method] of methodsOf(resolver)) {
      const declared: unknown = Reflect.getMetadata(ACCESS_METADATA, method);
      if (declared === undefined) continue;
      const typeName: unknown =
        Reflect.getMetadata(RESOLVER_TYPE_METADATA, method) ?? Reflect.getMetadata(RESOLVER_TYPE_METADATA, resolver);
      const fieldName: unknown = Reflect.getMetadata(RESOLVER_NAME_METADATA, method) ?? name;
      const type = schema.getType(String(typeName));
      const field = isObjectType(type) ? type.getFields()[String(fieldName)] : undefined;
      if (field?.extensions['access'] !== declared) {
        lost.push(`${resolver.name}.${name}: @Access('${String(declared)}') is lost; put it on the property of the type`);
      }
    }
  }
  return lost;
}

function* methodsOf(resolver: ResolverClass): Generator<[string, object]> {
  for (let prototype = resolver.prototype as object | null; prototype && prototype !== Object.prototype;) {
    for (const [name, property] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      if (name !== 'constructor' && typeof property.value === 'function') yield [name, property.value as object];
    }
    prototype = Object.getPrototypeOf(prototype) as object | null;
  }
}
