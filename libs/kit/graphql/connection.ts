import type { Type } from '@nestjs/common';
import { ArgsType, Field, Int, ObjectType, TypeMetadataStorage } from '@nestjs/graphql';
import { IsInt, IsOptional, IsString, Max, Min } from 'class-validator';
import { PARENT, TypeAccess } from './access/access.decorator.js';

/** Page sizes of every connection: 1 to 100, 20 when nothing is said. */
export const PAGE = { least: 1, most: 100, usual: 20 } as const;

/** Arguments of a connection: `@Args() page: PageArgs`. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, defaultValue: PAGE.usual, description: 'Page size, 1 to 100.' })
  @IsInt()
  @Min(PAGE.least)
  @Max(PAGE.most)
  first: number = PAGE.usual;

  @Field(() => String, { nullable: true, description: 'The endCursor of the page before.' })
  @IsOptional()
  @IsString()
  after?: string | null;
}

@ObjectType({ description: 'Where a page ends.' })
@TypeAccess(PARENT)
export class PageInfo {
  @Field(() => Boolean)
  hasNextPage: boolean;

  @Field(() => String, { nullable: true })
  endCursor: string | null;
}

export interface Edge<T> {
  readonly cursor: string;
  readonly node: T;
}

/** One page of an open list, in Relay's shape. */
export interface Connection<T> {
  readonly edges: readonly Edge<T>[];
  readonly pageInfo: PageInfo;
}

export interface ConnectionOptions {
  /** Prefix of `…Connection` and `…Edge`; default: the GraphQL name of the node. */
  readonly name?: string;
  /** Makes a base class for a connection with more fields, which then carries `@ObjectType` itself. */
  readonly isAbstract?: boolean;
}

const made = new Map<Type<unknown>, Map<string, Type<Connection<unknown>>>>();

/**
 * The GraphQL type `{Name}Connection` of a node type; the same class for repeated calls.
 * Call it while the module loads, next to the node type: inside `@Query(() => …)` it would be too late for Nest.
 *
 * ```ts
 * export const InitiativeConnection = connection(Initiative);
 *
 * @Query(() => InitiativeConnection)
 * @Access('initiative.read')
 * initiatives(@Args() page: PageArgs): Promise<Connection<Initiative>>
 *
 * @ObjectType() @TypeAccess('public')
 * class RegisterConnection extends connection(RegisterEntry, { name: 'Register', isAbstract: true }) { … }
 * ```
 */
export function connection<T>(node: Type<T>, options: ConnectionOptions = {}): Type<Connection<T>> {
  const name = options.name ?? TypeMetadataStorage.getObjectTypeMetadataByTarget(node)?.name ?? node.name;
  const ofNode = made.get(node) ?? new Map<string, Type<Connection<unknown>>>();
  made.set(node, ofNode);
  let type = ofNode.get(name) as Type<Connection<T>> | undefined;
  if (!type) ofNode.set(name, (type = makeConnection(node, name, options.isAbstract ?? false)));
  return type;
}

function makeConnection<T>(node: Type<T>, name: string, isAbstract: boolean): Type<Connection<T>> {
  @ObjectType(`${name}Edge`)
  @TypeAccess(PARENT)
  class EdgeType implements Edge<T> {
    @Field(() => String)
    cursor: string;

    @Field(() => node)
    node: T;
  }

  @ObjectType(`${name}Connection`, { isAbstract })
  @TypeAccess(PARENT)
  class ConnectionType implements Connection<T> {
    // The page size was already counted by the field that has the argument `first`.
    @Field(() => [EdgeType], { complexity: ({ childComplexity }) => childComplexity })
    edges: Edge<T>[];

    @Field(() => PageInfo)
    pageInfo: PageInfo;
  }
  return ConnectionType;
}

/**
 * Makes a page out of rows that were asked for with `LIMIT first + 1`.
 *
 * @param rows up to `first + 1` rows in order; the surplus row only proves that there is a next page.
 * @param cursorOf the cursor of a row, made with `encodeCursor`.
 */
export function pageOf<T>(rows: readonly T[], first: number, cursorOf: (row: T) => string): Connection<T> {
  const edges = rows.slice(0, first).map((node) => ({ node, cursor: cursorOf(node) }));
  return { edges, pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null } };
}
