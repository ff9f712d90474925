import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { currentViewer } from '@kit/context';
import { Access, PUBLIC } from '@kit/graphql';
import { RegulationsRepository } from '../data/regulations.repository.js';
import { canonicalJson } from '../domain/canonical-json.js';
import { EvaluationRegulation, RegulationPreset } from '../model/regulation.types.js';
import { REGULATION_PRESETS, rulesOf } from '../presets/presets.js';
import { CreateRegulation } from '../usecases/create-regulation.js';
import { PutRegulationInForce } from '../usecases/put-regulation-in-force.js';
import { SaveRegulation } from '../usecases/save-regulation.js';
import { CreateRegulationInput, SaveRegulationInput } from '../model/regulation.inputs.js';

@Resolver()
export class RegulationResolver {
  constructor(
    private readonly rows: RegulationsRepository,
    private readonly create: CreateRegulation,
    private readonly save: SaveRegulation,
    private readonly putInForce: PutRegulationInForce,
  ) {}

  @Query(() => [EvaluationRegulation], { description: "The regulations of the viewer's ward with all versions, at most 100." })
  @Access('regulation.read')
  regulations(): Promise<EvaluationRegulation[]> {
    return this.rows.list(currentViewer());
  }

  @Query(() => EvaluationRegulation, { nullable: true, description: 'Null alike for an unknown id and one of another ward.' })
  @Access('regulation.read')
  regulation(@Args('id', { type: () => ID }) id: string): Promise<EvaluationRegulation | null> {
    return this.rows.find(currentViewer(), id);
  }

  @Query(() => [RegulationPreset], { description: 'Rule books that ship with the product.' })
  @Access(PUBLIC)
  regulationPresets(): RegulationPreset[] {
    return REGULATION_PRESETS.map((preset) => ({
      code: preset.code,
      name: preset.name,
      nameEn: preset.nameEn,
      description: preset.description,
      document: canonicalJson(rulesOf(preset)),
    }));
  }

  @Mutation(() => EvaluationRegulation, { description: 'Drafts a version. REGULATION_PRESET_UNKNOWN, VALIDATION_FAILED.' })
  @Access('regulation.draft')
  createRegulation(@Args('input') input: CreateRegulationInput): Promise<EvaluationRegulation> {
    return this.create.execute(input);
  }

  @Mutation(() => EvaluationRegulation, { description: 'Changes a draft. REVISION_CONFLICT, REGULATION_FROZEN, VALIDATION_FAILED.' })
  @Access('regulation.draft')
  saveRegulation(@Args('input') input: SaveRegulationInput): Promise<EvaluationRegulation> {
    return this.save.execute(input);
  }

  @Mutation(() => EvaluationRegulation, {
    description: 'Puts a draft in force and retires the version it replaces. REGULATION_DECISION_MISSING, REGULATION_DATES_REVERSED, REVISION_CONFLICT, REGULATION_FROZEN.',
  })
  @Access('regulation.putInForce')
  putRegulationInForce(
    @Args('id', { type: () => ID }) id: string,
    @Args('revision', { type: () => Int }) revision: number,
  ): Promise<EvaluationRegulation> {
    return this.putInForce.execute(id, revision);
  }
}
