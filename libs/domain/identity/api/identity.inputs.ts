import { Field, ID, InputType } from '@nestjs/graphql';
import { LocalDate } from '@kit/graphql';
import { Length, Matches, MaxLength } from 'class-validator';
import { Role } from '../model/roles.js';
import { SessionKind } from '../model/session.entity.js';

/** What the door accepts as a password typed; which new ones are good enough is a rule of the domain. */
const LONGEST_TYPED = 500;

@InputType({ description: 'A name and a password.' })
export class SignInInput {
  @Field({ description: 'Case does not matter.' })
  @Length(1, 100)
  username: string;

  @Field()
  @Length(1, LONGEST_TYPED)
  password: string;

  @Field(() => SessionKind, { defaultValue: SessionKind.WEB, description: 'WEB gets a cookie, API a token.' })
  client: SessionKind = SessionKind.WEB;
}

@InputType({ description: 'The own password, before and after.' })
export class ChangePasswordInput {
  @Field()
  @Length(1, LONGEST_TYPED)
  currentPassword: string;

  @Field({ description: '10 to 200 characters, not the username, not the current one. PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG, PASSWORD_IS_USERNAME, PASSWORD_UNCHANGED.' })
  @Length(1, LONGEST_TYPED)
  newPassword: string;
}

@InputType({ description: 'A way to sign in for a person who has none.' })
export class CreateAccountInput {
  @Field(() => ID, { description: 'A person of the ward. NOT_FOUND, ACCOUNT_EXISTS.' })
  personId: string;

  @Field({ description: '3 to 100 letters a–z, digits, dots, hyphens, underscores or @; unique on the platform. USERNAME_TAKEN.' })
  @Matches(/^\s*[a-z0-9][a-z0-9._@-]{2,99}\s*$/i)
  username: string;
}

@InputType({ description: 'A role for a person.' })
export class AssignRoleInput {
  @Field(() => ID, { description: 'A person of the ward, not oneself. NOT_FOUND, NOT_FOR_ONESELF.' })
  personId: string;

  @Field(() => Role, { description: 'Not a role of councils. ROLE_NOT_ASSIGNABLE, ROLE_ALREADY_HELD.' })
  role: Role;

  @Field(() => ID, { nullable: true, description: 'Needed for UNIT_HEAD and SCHOOL_COORDINATOR, for no other. ROLE_SCOPE_UNFIT, NOT_FOUND.' })
  unitId?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The first day; today when left out.' })
  validFrom?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The last day; until further notice when left out. ROLE_PERIOD_UNFIT.' })
  validTo?: string | null;

  @Field(() => String, { nullable: true, description: 'The paper it rests on, at most 500 characters.' })
  @MaxLength(500)
  basis?: string | null;
}
