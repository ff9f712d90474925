import { type Viewer } from '@kit/context';
import { sql } from '@kit/database';
import {
  Access, AUTHENTICATOR, type Authenticator, connection, type Connection, type Credentials, DateTime, decodeCursor,
  encodeCursor, type GraphqlContext, Json, loader, LocalDate, PageArgs, pageOf, TypeAccess, Vnd,
} from '@kit/graphql';
import { defineError, revisionConflict } from '@kit/errors';
import { newId } from '@kit/ids';
import { allow, ANYONE, type Condition, definePolicy, SIGNED_IN } from '@kit/policy';
import { Module } from '@nestjs/common';
import {
  Args, Context, Field, ID, InputType, Int, Mutation, ObjectType, Parent, Query, registerEnumType, ResolveField, Resolver,
} from '@nestjs/graphql';
import { ArrayMaxSize, MaxLength, Max, Min } from 'class-validator';

/** A feature of a few trees, small enough to show every promise of the GraphQL door and nothing else. */
export interface TreeFacts {
  readonly ownerId: string;
  readonly felled: boolean;
}

const ownsIt: Condition<TreeFacts> = {
  sentence: 'the viewer planted it',
  test: (tree, viewer) => tree.ownerId === viewer.personId,
  sql: (alias, viewer) => sql`${sql.identifier(alias, 'owner_id')} = ${viewer.personId}`,
};
const stands: Condition<TreeFacts, Viewer | null> = {
  sentence: 'it has not been felled',
  test: (tree) => !tree.felled,
  sql: (alias) => sql`NOT ${sql.identifier(alias, 'felled')}`,
};

export const treePolicy = definePolicy<TreeFacts>('Tree', {
  'tree.read': [allow(ANYONE, stands), allow('FORESTER')],
  'tree.plant': [allow(SIGNED_IN)],
  'tree.measure': [allow('FORESTER'), allow(SIGNED_IN, ownsIt)],
  'tree.fell': [allow('FORESTER')],
});

export const treeIsHollow = defineError({
  code: 'TREE_IS_HOLLOW', kind: 'CONFLICT', message: 'The tree is hollow.', vi: 'Cây bị rỗng ruột.',
});

export enum TreeKind {
  BANYAN = 'BANYAN',
  FIG = 'FIG',
}
registerEnumType(TreeKind, { name: 'TreeKind' });

@ObjectType()
@TypeAccess('parent')
export class Leaf {
  @Field(() => Int)
  number: number;
}

@ObjectType()
@TypeAccess('tree.read')
export class Tree implements TreeFacts {
  @Field(() => ID)
  id: string;

  @Field()
  name: string;

  @Field(() => Int, { nullable: true })
  @Access('tree.measure')
  height: number | null;

  @Field(() => [String])
  @Access('tree.measure')
  notes: string[];

  @Field(() => LocalDate, { nullable: true })
  plantedOn: string | null;

  @Field(() => Vnd, { nullable: true })
  worth: number | string | null;

  @Field({ nullable: true })
  seenAt: Date;

  ownerId: string;
  felled: boolean;
}

const TreeConnection = connection(Tree);

@InputType()
export class BranchInput {
  @Field()
  @MaxLength(5)
  label: string;

  @Field(() => Int, { nullable: true })
  @Min(0)
  @Max(10_000)
  shareBp: number | null;
}

@InputType()
export class PlantTreeInput {
  @Field()
  @MaxLength(20)
  name: string;

  @Field(() => TreeKind, { nullable: true })
  kind: TreeKind | null;

  @Field(() => LocalDate, { nullable: true })
  plantedOn: string | null;

  @Field(() => DateTime, { nullable: true })
  seenAt: Date | null;

  @Field(() => Vnd, { nullable: true })
  worth: number | null;

  @Field(() => [BranchInput], { nullable: true })
  @ArrayMaxSize(3)
  branches: BranchInput[] | null;

  @Field(() => Json, { nullable: true })
  extra: unknown;
}

/** The person who planted every tree. */
const PLANTER = '01900000-0000-7000-8000-000000000001';

const grove = [1, 2, 3, 4, 5].map((number): Tree => ({
  id: `${number}`, name: `Cây ${number}`, height: number * 100, notes: [`ghi chú ${number}`], plantedOn: '2020-02-29',
  worth: '9007199254740991', seenAt: new Date('2026-05-08T02:30:00Z'), ownerId: PLANTER, felled: number === 5,
}));

/** Counts how often the leaves of trees were fetched, whatever the number of trees. */
export const fetched = { leaves: 0 };

@Resolver(() => Tree)
class TreeResolver {
  @Query(() => TreeConnection)
  @Access('tree.read')
  trees(@Args() page: PageArgs, @Context() context: GraphqlContext): Connection<Tree> {
    const from = page.after ? decodeCursor(page.after, ['number', 'string'])[0] : 0;
    const seen = grove.filter((tree) => treePolicy.can('tree.read', context.request.viewer, tree));
    return pageOf(seen.slice(from, from + page.first + 1), page.first, (tree) => encodeCursor([Number(tree.id), tree.name]));
  }

  @Query(() => Tree, { nullable: true })
  @Access('tree.read')
  tree(@Args('id', { type: () => ID }) id: string, @Context() { request: { viewer } }: GraphqlContext): Tree {
    const tree = grove.find((one) => one.id === id);
    treePolicy.require('tree.read', viewer, tree ?? { ownerId: '', felled: true });
    return tree!;
  }

  @Query(() => Tree, { nullable: true })
  @Access('tree.read')
  broken(@Args('how') how: string): Tree {
    if (how === 'domain') throw treeIsHollow({ since: 2019 }, ['id']);
    if (how === 'revision') throw revisionConflict({ current: 7 });
    throw new Error('secret connection string postgres://khoi:mật-khẩu@db');
  }

  @Query(() => String)
  @Access('public')
  echo(@Args('text') text: string): string {
    return text;
  }

  @Query(() => String, { nullable: true })
  @Access('signedIn')
  whoAmI(@Context() { request }: GraphqlContext): string | undefined {
    return request.viewer?.fullName;
  }

  @Query(() => String)
  @Access('public')
  locale(@Context() { request }: GraphqlContext): string {
    return request.locale;
  }

  @Mutation(() => String)
  @Access('tree.plant')
  plantTree(@Args('input') input: PlantTreeInput): string {
    return JSON.stringify({ isInstance: input instanceof PlantTreeInput && (input.branches ?? []).every((b) => b instanceof BranchInput), input });
  }

  @Mutation(() => Boolean)
  @Access('tree.fell')
  fellTree(@Args('id', { type: () => ID }) _id: string): boolean {
    return true;
  }

  @Mutation(() => Boolean)
  @Access('public')
  enter(@Args('token') token: string, @Context() { session }: GraphqlContext): boolean {
    if (token === '') session.clear();
    else session.set(token, new Date('2030-01-01T00:00:00Z'));
    return true;
  }

  @ResolveField(() => [Leaf])
  leaves(@Parent() tree: Tree): Promise<Leaf[] | null> {
    const leaves = loader<string, Leaf[]>('leaves', async (ids) => {
      fetched.leaves += 1;
      return new Map(ids.map((id) => [id, [{ number: Number(id) }]]));
    });
    return leaves.load(tree.id);
  }

  @ResolveField(() => Tree)
  neighbour(@Parent() tree: Tree): Tree {
    return tree;
  }

  @ResolveField(() => TreeConnection)
  around(@Args() page: PageArgs): Connection<Tree> {
    return pageOf(grove.slice(0, 1), page.first, (tree) => encodeCursor([Number(tree.id), tree.name]));
  }
}

/** Knows two people: `planter` signs in by cookie or token, `forester` holds a role. */
const people: Readonly<Record<string, Viewer>> = {
  planter: person('Người trồng', PLANTER, []),
  visitor: person('Người khác', newId(), []),
  forester: person('Kiểm lâm', newId(), [{ role: 'FORESTER', unitId: null }]),
};

function person(fullName: string, personId: string, roles: Viewer['roles']): Viewer {
  return { accountId: newId(), personId, tenantId: newId(), sessionId: newId(), unitId: null, fullName, roles };
}

class TreeAuthenticator implements Authenticator {
  async authenticate({ cookie, bearer }: Credentials): Promise<Viewer | null> {
    await Promise.resolve();
    const name = bearer ?? cookie;
    return name !== undefined && Object.hasOwn(people, name) ? people[name]! : null;
  }
}

@Module({ providers: [TreeResolver, { provide: AUTHENTICATOR, useClass: TreeAuthenticator }] })
export class TreeModule {}
