import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, Length, Matches, MaxLength, Min } from 'class-validator';
import { ConflictKind, SheetProposal } from '../model/closed-lists.js';

/** More than any rule book has criteria. */
const MOST_LINES = 60;
const LONGEST_TEXT = 20_000;
const LONGEST_COMMENT = 5_000;

@InputType({ description: 'What a member gives for one criterion. Faults arrive as SHEET_… with the path of the field.' })
export class ScoreLineInput {
  @Field({ description: 'SHEET_UNKNOWN_CRITERION, SHEET_CRITERION_TWICE.' })
  @MaxLength(40)
  criterionCode: string;

  @Field(() => String, { nullable: true, description: 'Asked first where the criterion has levels: SHEET_LEVEL_REQUIRED, SHEET_UNKNOWN_LEVEL.' })
  @MaxLength(40)
  levelCode?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Hundredths of a point. SHEET_POINTS_REQUIRED, SHEET_POINTS_OUTSIDE_CRITERION, SHEET_POINTS_OUTSIDE_LEVEL, SHEET_POINTS_OFF_STEP.',
  })
  points?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Answer to a yes/no condition: SHEET_ANSWER_REQUIRED.' })
  met?: boolean | null;

  @Field(() => String, { nullable: true, description: 'At most 5,000 characters; needed at both ends of the scale and for a no: SHEET_COMMENT_REQUIRED.' })
  @MaxLength(LONGEST_COMMENT)
  comment?: string | null;
}

@InputType({ description: 'The own sheet as far as it is. Only what could never become valid is refused.' })
export class SaveScoreSheetInput {
  @Field(() => ID)
  itemId: string;

  @Field(() => Int, { description: '0 for a sheet not yet begun. REVISION_CONFLICT when it was saved elsewhere meanwhile.' })
  @Min(0)
  revision: number;

  @Field(() => [ScoreLineInput], { description: 'All lines given so far, in any order.' })
  @ArrayMaxSize(MOST_LINES)
  lines: ScoreLineInput[];

  @Field(() => String, { nullable: true, description: 'Stays as it is when left out. At most 20,000 characters, like the private note.' })
  @MaxLength(LONGEST_TEXT)
  generalComment?: string | null;

  @Field(() => String, { nullable: true, description: 'Only its owner ever reads it. Stays as it is when left out.' })
  @MaxLength(LONGEST_TEXT)
  privateNote?: string | null;

  @Field(() => SheetProposal, { nullable: true, description: 'Stays as it is when left out; null takes it away.' })
  proposal?: SheetProposal | null;
}

@InputType({ description: 'The own sheet, complete.' })
export class SubmitScoreSheetInput extends SaveScoreSheetInput {
  @Field({ description: '8 to 100 letters, digits, hyphens or underscores, made by the client: the same key is one submission, however often it is sent.' })
  @Length(8, 100)
  @Matches(/^[\w-]+$/)
  idempotencyKey: string;
}

@InputType({ description: 'Which submitted sheet to take back.' })
export class ReopenScoreSheetInput {
  @Field(() => ID)
  itemId: string;

  @Field(() => Int, { description: 'As last read. REVISION_CONFLICT.' })
  revision: number;
}

@InputType({ description: 'A conflict of interest of the viewer.' })
export class DeclareConflictInput {
  @Field(() => ID)
  itemId: string;

  @Field(() => ConflictKind)
  kind: ConflictKind;

  @Field({ description: 'In the words of the member, at most 2,000 characters.' })
  @Length(1, 2000)
  @Matches(/\S/)
  reason: string;
}
