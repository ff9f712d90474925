import { ArgsType, Field } from '@nestjs/graphql';
import { PageArgs } from '@kit/graphql';
import { InitiativeListFilter } from '../model/closed-lists.js';
import { IntakeFilter } from '../model/procedure.inputs.js';

@ArgsType()
export class MyInitiativesArgs extends PageArgs {
  @Field(() => InitiativeListFilter, { defaultValue: 'ALL' })
  filter: InitiativeListFilter = 'ALL';
}

@ArgsType()
export class IntakeArgs extends PageArgs {
  @Field(() => IntakeFilter, { nullable: true })
  filter?: IntakeFilter | null;
}
