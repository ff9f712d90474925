import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { currentViewer } from '@kit/context';
import { Access } from '@kit/graphql';
import { SessionReader } from '../data/session.reader.js';
import { ScoreSheet } from '../model/sheet.types.js';
import { DeclareConflict } from '../usecases/declare-conflict.js';
import { ReopenScoreSheet } from '../usecases/reopen-score-sheet.js';
import { SaveScoreSheet } from '../usecases/save-score-sheet.js';
import { SubmitScoreSheet } from '../usecases/submit-score-sheet.js';
import { DeclareConflictInput, ReopenScoreSheetInput, SaveScoreSheetInput, SubmitScoreSheetInput } from './sheet.inputs.js';

/** What members do with their own sheets. */
@Resolver()
export class ScoringMutations {
  constructor(
    private readonly reader: SessionReader,
    private readonly save: SaveScoreSheet,
    private readonly submit: SubmitScoreSheet,
    private readonly reopen: ReopenScoreSheet,
    private readonly declare: DeclareConflict,
  ) {}

  @Mutation(() => ScoreSheet, { description: 'Saves the own draft. Faults SHEET_…; SHEET_SUBMITTED, REVISION_CONFLICT, SCORING_NOT_OPEN, SCORING_CLOSED, NOT_FOUND.' })
  @Access('item.score')
  async saveScoreSheet(@Args('input') input: SaveScoreSheetInput): Promise<ScoreSheet> {
    await this.save.execute(input);
    return this.reader.ownSheet(currentViewer(), input.itemId);
  }

  @Mutation(() => ScoreSheet, {
    description: 'Hands the own sheet in; the same key answers the same. Faults SHEET_…; SHEET_SUBMITTED, REVISION_CONFLICT, SCORING_NOT_OPEN, SCORING_CLOSED, IDEMPOTENCY_KEY_REUSED, NOT_FOUND.',
  })
  @Access('item.score')
  async submitScoreSheet(@Args('input') input: SubmitScoreSheetInput): Promise<ScoreSheet> {
    await this.submit.execute(input);
    return this.reader.ownSheet(currentViewer(), input.itemId);
  }

  @Mutation(() => ScoreSheet, { description: 'Takes the own sheet back before scoring closes; what was submitted is kept. SHEET_NOT_SUBMITTED, REVISION_CONFLICT, SCORING_CLOSED, NOT_FOUND.' })
  @Access('item.score')
  async reopenScoreSheet(@Args('input') input: ReopenScoreSheetInput): Promise<ScoreSheet> {
    await this.reopen.execute(input);
    return this.reader.ownSheet(currentViewer(), input.itemId);
  }

  @Mutation(() => Boolean, { description: 'Recuses the viewer from an item at once; a sheet already begun becomes void. Before scoring closes. SCORING_CLOSED, NOT_FOUND.' })
  @Access('item.declareConflict')
  async declareConflict(@Args('input') input: DeclareConflictInput): Promise<boolean> {
    await this.declare.execute(input);
    return true;
  }
}
