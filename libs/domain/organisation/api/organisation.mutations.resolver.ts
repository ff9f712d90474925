import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Access } from '@kit/graphql';
import { OrgUnit, Person } from '../model/organisation.types.js';
import { CreatePerson } from '../usecases/create-person.js';
import { CreateUnit } from '../usecases/create-unit.js';
import { CreatePersonInput, CreateUnitInput } from './organisation.inputs.js';

@Resolver()
export class OrganisationMutations {
  constructor(
    private readonly createUnitAct: CreateUnit,
    private readonly createPersonAct: CreatePerson,
  ) {}

  @Mutation(() => OrgUnit, { description: 'Adds a unit to the ward. UNIT_CODE_TAKEN, UNIT_ALIAS_TAKEN, UNIT_SCHOOL_LEVEL_UNFIT, NOT_FOUND.' })
  @Access('unit.create')
  createUnit(@Args('input') input: CreateUnitInput): Promise<OrgUnit> {
    return this.createUnitAct.execute(input);
  }

  @Mutation(() => Person, { description: 'Adds a person to the ward; without an account yet. NOT_FOUND.' })
  @Access('person.create')
  createPerson(@Args('input') input: CreatePersonInput): Promise<Person> {
    return this.createPersonAct.execute(input);
  }
}
