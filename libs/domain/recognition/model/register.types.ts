import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connection, DateTime, LocalDate, PageArgs, PUBLIC, TypeAccess, Vnd } from '@kit/graphql';
import { ApplicationStatus, InitiativeKind } from '@domain/initiative';
import { Field as FieldOfApplication } from '@domain/organisation';
import { Level } from '@domain/regulation';
import { ArrayMaxSize, Max, MaxLength, Min } from 'class-validator';
import { EffectivenessOutcome, RegisterSort, RegisterStatus } from './closed-lists.js';

registerEnumType(RegisterStatus, {
  name: 'RegisterStatus',
  description: 'Whether a recognition still holds.',
  valuesMap: { VALID: { description: 'It holds.' }, REVOKED: { description: 'It was cancelled by a later decision.' } },
});
registerEnumType(RegisterSort, {
  name: 'RegisterSort',
  description: 'The order of the register.',
  valuesMap: {
    NEWEST: { description: 'Last published first.' },
    TITLE: { description: 'By title as Vietnamese dictionaries sort.' },
    RELEVANCE: { description: 'Words as typed, with their marks, first; then newest.' },
  },
});

@ObjectType({ description: 'An author as the issued decision names them.' })
@TypeAccess(PUBLIC)
export class RegisterAuthor {
  @Field()
  fullName: string;

  @Field(() => Int, { description: 'Contribution in hundredths of a percent; all authors together 10000.' })
  shareBp: number;
}

@ObjectType({ description: 'A number before and after. Values are decimals as text, such as "12.5".' })
@TypeAccess(PUBLIC)
export class RegisterMeasure {
  @Field()
  name: string;

  @Field()
  unit: string;

  @Field()
  before: string;

  @Field()
  after: string;
}

@ObjectType({ description: 'Where it was applied, as judged.' })
@TypeAccess(PUBLIC)
export class RegisterApplication {
  @Field()
  place: string;

  @Field(() => LocalDate)
  from: string;

  @Field(() => LocalDate, { nullable: true })
  to: string | null;

  @Field(() => ApplicationStatus)
  status: ApplicationStatus;

  @Field(() => [RegisterMeasure])
  measures: RegisterMeasure[];

  @Field(() => Vnd, { nullable: true, description: 'VND; null when it cannot be counted.' })
  benefitAmount: number | null;
}

@ObjectType({ description: 'A recognised initiative as the public reads it. Author-secret parts are not stored here.' })
@TypeAccess(PUBLIC)
export class RegisterEntry {
  @Field(() => ID)
  id: string;

  @Field({ description: 'Part of its public address.' })
  slug: string;

  @Field({ description: 'Such as "SK-2026-0012"; unique in its ward.' })
  code: string;

  @Field()
  title: string;

  @Field()
  summary: string;

  @Field({ description: 'The situation before.' })
  problem: string;

  @Field()
  solution: string;

  @Field()
  novelty: string;

  @Field({ description: 'What it takes to apply it elsewhere.' })
  conditions: string;

  @Field()
  benefit: string;

  @Field(() => InitiativeKind)
  kind: InitiativeKind;

  @Field(() => FieldOfApplication)
  field: FieldOfApplication;

  @Field()
  unitName: string;

  @Field({ description: 'The ward.' })
  tenantName: string;

  @Field(() => [RegisterAuthor])
  authors: RegisterAuthor[];

  @Field(() => [RegisterApplication])
  applications: RegisterApplication[];

  @Field(() => Int, { description: 'The year of the decision.' })
  year: number;

  @Field(() => Level)
  level: Level;

  @Field(() => EffectivenessOutcome, { description: 'Whether application effectiveness and replicability were recognised, too.' })
  effectiveness: EffectivenessOutcome;

  @Field(() => String, { nullable: true })
  gradeLabel: string | null;

  @Field({ description: 'Such as "05/QĐ-UBND".' })
  decisionNumber: string;

  @Field(() => LocalDate)
  decisionDate: string;

  @Field(() => RegisterStatus)
  status: RegisterStatus;

  @Field(() => DateTime)
  publishedAt: Date;
}

@ObjectType({ description: 'One value of a facet with the number of entries that have it under the other filters.' })
@TypeAccess(PUBLIC)
export class Facet {
  @Field({ description: 'What the filter takes.' })
  value: string;

  @Field({ description: 'What people read.' })
  label: string;

  @Field(() => Int)
  count: number;
}

@ObjectType({ description: 'Facets of the register under the filter, each without its own part of it.' })
@TypeAccess(PUBLIC)
export class RegisterFacets {
  @Field(() => [Facet])
  fields: Facet[];

  @Field(() => [Facet])
  years: Facet[];

  @Field(() => [Facet], { description: 'The 30 units with most entries.' })
  units: Facet[];

  @Field(() => [Facet])
  tenants: Facet[];
}

@ObjectType({ description: 'A page of the register.' })
@TypeAccess(PUBLIC)
export class RegisterConnection extends connection(RegisterEntry) {
  @Field(() => Int, { description: 'Entries under the filter, on all pages.' })
  totalCount: number;

  @Field(() => RegisterFacets)
  facets: RegisterFacets;

  @Field({ description: 'Whether nothing fits the words exactly and these are the nearest.' })
  isApproximate: boolean;
}

@ObjectType({ description: 'The register in numbers.' })
@TypeAccess(PUBLIC)
export class RegisterStatistics {
  @Field(() => Int)
  recognised: number;

  @Field(() => Int, { description: 'Units with at least one entry.' })
  units: number;

  @Field(() => Int, { description: 'Authorships; a person with two initiatives counts twice.' })
  authors: number;

  @Field(() => Vnd, { description: 'Counted and estimated benefit of all applications, VND.' })
  benefit: number;

  @Field(() => [Facet])
  byYear: Facet[];

  @Field(() => [Facet])
  byField: Facet[];
}

@InputType({ description: 'What to look for in the register; everything given must hold.' })
export class RegisterFilter {
  @Field(() => String, { nullable: true, description: 'Words; case, marks and đ do not matter, and typing mistakes are forgiven when nothing fits exactly.' })
  @MaxLength(200)
  search?: string | null;

  @Field(() => [String], { nullable: true, description: 'Codes of fields.' })
  @ArrayMaxSize(50)
  @MaxLength(20, { each: true })
  fields?: string[] | null;

  @Field(() => [Int], { nullable: true })
  @ArrayMaxSize(50)
  @Min(2000, { each: true })
  @Max(2200, { each: true })
  years?: number[] | null;

  @Field(() => [ID], { nullable: true })
  @ArrayMaxSize(50)
  unitIds?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Code of a ward.' })
  @MaxLength(60)
  tenantCode?: string | null;

  @Field(() => EffectivenessOutcome, { nullable: true })
  effectiveness?: EffectivenessOutcome | null;
}

@ArgsType()
export class RegisterArgs extends PageArgs {
  @Field(() => RegisterFilter, { nullable: true })
  filter?: RegisterFilter | null;

  @Field(() => RegisterSort, { defaultValue: 'NEWEST' })
  sort: RegisterSort = 'NEWEST';
}
