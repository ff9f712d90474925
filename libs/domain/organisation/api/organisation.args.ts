import { ArgsType, Field, ID } from '@nestjs/graphql';
import { PageArgs } from '@kit/graphql';
import { MaxLength } from 'class-validator';

const LONGEST_SEARCH = 200;

@ArgsType()
export class UnitsArgs {
  @Field(() => String, { nullable: true, description: 'Words of a name, an alias or a code, without regard to case and marks.' })
  @MaxLength(LONGEST_SEARCH)
  search?: string | null;
}

@ArgsType()
export class PeopleArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Words of the name in any order, without regard to case and marks.' })
  @MaxLength(LONGEST_SEARCH)
  search?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only people of this unit. An unknown unit has none.' })
  unitId?: string | null;
}
