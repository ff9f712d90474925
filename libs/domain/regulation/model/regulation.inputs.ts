import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsLine, LocalDate } from '@kit/graphql';
import { Matches, MaxLength } from 'class-validator';
import { Level } from './closed-lists.js';

const LONGEST_RULES = 200_000;

@InputType({ description: 'A new version of a regulation, as a draft: of a preset, of a rule book of one’s own, or of one’s own with the legal bases of a preset.' })
export class CreateRegulationInput {
  @Field(() => String, { nullable: true, description: 'One of regulationPresets. REGULATION_PRESET_UNKNOWN.' })
  presetCode?: string | null;

  @Field()
  @IsLine()
  name: string;

  @Field({ description: 'Small letters, digits and hyphens; an existing code makes the next version of it.' })
  @Matches(/^[a-z0-9-]{2,60}$/)
  code: string;

  @Field(() => Level)
  level: Level;

  @Field(() => String, { nullable: true, description: 'The rule book as JSON; VALIDATION_FAILED names every fault.' })
  @MaxLength(LONGEST_RULES)
  rules?: string | null;
}

@InputType({ description: 'Changes of a draft; what is left out stays.' })
export class SaveRegulationInput {
  @Field(() => ID)
  id: string;

  @Field(() => Int, { description: 'As last read. REVISION_CONFLICT when somebody was faster.' })
  revision: number;

  @Field(() => String, { nullable: true })
  @IsLine()
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'The rule book as JSON; VALIDATION_FAILED names every fault.' })
  @MaxLength(LONGEST_RULES)
  rules?: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the decision that issues it, such as "12/QĐ-UBND".' })
  @MaxLength(100)
  @Matches(/^[^\n\r\t]*$/)
  decisionNumber?: string | null;

  @Field(() => LocalDate, { nullable: true })
  decisionDate?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'First day in force.' })
  effectiveFrom?: string | null;
}
