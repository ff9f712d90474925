import { beforeAll, describe, expect, it } from '@jest/globals';
import { Access, accessFaults, providerClasses, schemaOf, TypeAccess } from '@kit/graphql';
import { policyTable } from '@kit/policy';
import { Module } from '@nestjs/common';
import { Field, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLSchema } from 'graphql';
import { features } from '../../apps/api/src/features.js';
import { driftOf } from '../../apps/console/src/documents/document.js';
import { permissionsDocument } from '../../apps/console/src/documents/permissions.document.js';

describe('docs/permissions.md', () => {
  it('is what the policies say (npm run console -- policy:print)', async () => {
    expect(await driftOf(permissionsDocument)).toBeNull();
  }, 60_000);
});

describe('every query, mutation and type of the product', () => {
  let schema: GraphQLSchema;
  beforeAll(async () => {
    schema = await schemaOf(features);
  }, 60_000);

  it('states who may use or see it', () => {
    expect(accessFaults(schema)).toEqual([]);
  });

  it('is among those that were checked', async () => {
    expect(Object.keys(schema.getQueryType()?.getFields() ?? {}).length).toBeGreaterThan(0);
    expect((await providerClasses(features)).length).toBeGreaterThan(0);
  });
});

describe('every action', () => {
  it('is named after its object and says in words when it is allowed', () => {
    const odd = policyTable().filter(
      ({ action, grants }) => !/^[a-zA-Z]+\.[a-zA-Z]+$/.test(action) || grants.some(({ when }) => when !== null && when.trim() === ''),
    );
    expect(odd).toEqual([]);
  });
});

@ObjectType()
class Silent {
  @Field()
  name: string;
}

@ObjectType()
@TypeAccess('ghost.read')
class Haunted {
  @Field()
  @Access('public')
  name: string;
}

@Resolver()
class CarelessResolver {
  @Query(() => Silent)
  silent(): Silent {
    return { name: '' };
  }

  @Query(() => Haunted)
  @Access('parent')
  haunted(): Haunted {
    return { name: '' };
  }
}

@Module({ providers: [CarelessResolver] })
class CarelessModule {}

describe('a field or type that says nothing, or something unknown,', () => {
  it('is named before anything starts', async () => {
    expect(accessFaults(await schemaOf([CarelessModule]))).toEqual([
      'Haunted names the unknown action "ghost.read"',
      'Haunted.name has its own @Access, so it must be nullable or a list',
      'Query.haunted needs @Access',
      'Query.silent needs @Access',
      'Silent needs @TypeAccess',
    ]);
  });
});
