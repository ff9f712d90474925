import { ArgsType, Field } from '@nestjs/graphql';
import { PageArgs } from '@kit/graphql';
import { MaxLength } from 'class-validator';

@ArgsType()
export class AccountsArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Words of the name or the username, without regard to case and marks.' })
  @MaxLength(200)
  search?: string | null;
}
