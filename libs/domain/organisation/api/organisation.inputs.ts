import { Field, ID, InputType } from '@nestjs/graphql';
import { IsLine, LocalDate } from '@kit/graphql';
import { ArrayMaxSize, ArrayUnique, IsEmail, Length, Matches, MaxLength } from 'class-validator';
import { OrgUnitKind, SchoolLevel } from '../model/closed-lists.js';

@InputType({ description: 'A new unit of the ward.' })
export class CreateUnitInput {
  @Field({ description: 'Capitals, digits and hyphens, at most 40, unique in the ward. UNIT_CODE_TAKEN.' })
  @Matches(/^[A-Z0-9-]{1,40}$/)
  code: string;

  @Field({ description: 'As in decisions, at most 500 characters.' })
  @IsLine()
  officialName: string;

  @Field({ description: 'As in tables, at most 500 characters.' })
  @IsLine()
  shortName: string;

  @Field(() => OrgUnitKind)
  kind: OrgUnitKind;

  @Field(() => ID, { nullable: true, description: 'The unit above. NOT_FOUND when the ward has no such unit.' })
  parentId?: string | null;

  @Field(() => SchoolLevel, { nullable: true, description: 'Only for schools. UNIT_SCHOOL_LEVEL_UNFIT.' })
  schoolLevel?: SchoolLevel | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it acts in its own name; no when left out.' })
  hasLegalPersonality?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it may itself recognise initiatives; no when left out.' })
  isRecognisingBody?: boolean | null;

  @Field(() => [String], { nullable: true, description: 'Other spellings, at most 50, each unique in the ward. UNIT_ALIAS_TAKEN.' })
  @ArrayMaxSize(50)
  @ArrayUnique()
  @Length(1, 500, { each: true })
  @Matches(/^(?=.*\S)[^\n\r\t]*$/u, { each: true })
  aliases?: string[] | null;
}

@InputType({ description: 'A new person of the ward. An account is a separate step.' })
export class CreatePersonInput {
  @Field({ description: 'Family name first, given name last; at most 200 characters.' })
  @IsLine(200)
  fullName: string;

  @Field(() => ID, { nullable: true, description: 'Where the person works. NOT_FOUND when the ward has no such unit.' })
  unitId?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Personal data; the legal form asks it of authors.' })
  birthDate?: string | null;

  @Field(() => String, { nullable: true, description: 'Chức vụ.' })
  @IsLine()
  position?: string | null;

  @Field(() => String, { nullable: true, description: 'Trình độ chuyên môn; the legal form asks it of authors.' })
  @IsLine()
  qualification?: string | null;

  @Field(() => String, { nullable: true, description: 'INVALID_EMAIL when it is none.' })
  @IsEmail()
  @MaxLength(254)
  email?: string | null;

  @Field(() => String, { nullable: true, description: '6 to 30 digits, spaces, hyphens, brackets or a plus.' })
  @Matches(/^[0-9+ ()-]{6,30}$/)
  phone?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Member of the trade union; no when left out.' })
  isUnionMember?: boolean | null;
}
