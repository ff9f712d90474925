import { Injectable } from '@nestjs/common';
import { currentViewer } from '@kit/context';
import { Database } from '@kit/database';
import { notFound, revisionConflict } from '@kit/errors';
import type { SaveRegulationInput } from '../model/regulation.inputs.js';
import { RegulationsRepository } from '../data/regulations.repository.js';
import type { EvaluationRegulation } from '../model/regulation.types.js';
import { regulationPolicy } from '../policy/regulation.policy.js';
import { regulationFrozen } from '../regulation.errors.js';
import { readRules, rulesSha256 } from './read-rules.js';

/** Changes a draft. Only given fields change. */
@Injectable()
export class SaveRegulation {
  constructor(
    private readonly database: Database,
    private readonly regulations: RegulationsRepository,
  ) {}

  /** @throws NOT_FOUND, REVISION_CONFLICT, REGULATION_FROZEN, VALIDATION_FAILED with every fault of the rule book */
  execute(input: SaveRegulationInput): Promise<EvaluationRegulation> {
    const viewer = currentViewer();
    return this.database.transaction(async () => {
      const regulation = await this.regulations.lock(viewer.tenantId, input.id);
      if (regulation === null) throw notFound({}, ['input', 'id']);
      regulationPolicy.require('regulation.draft', viewer, regulation);
      if (regulation.revision !== input.revision) throw revisionConflict({ current: regulation.revision }, ['input', 'revision']);
      if (regulation.state !== 'DRAFT') throw regulationFrozen({}, ['input', 'id']);
      regulation.name = input.name ?? regulation.name;
      if (input.decisionNumber !== undefined) regulation.decisionNumber = input.decisionNumber;
      if (input.decisionDate !== undefined) regulation.decisionDate = input.decisionDate;
      if (input.effectiveFrom !== undefined) regulation.effectiveFrom = input.effectiveFrom;
      if (input.rules != null) {
        regulation.rules = readRules(input.rules);
        regulation.rulesSha256 = rulesSha256(regulation.rules);
      }
      regulation.revision += 1;
      await this.regulations.save(regulation);
      const view = await this.regulations.find(viewer, regulation.id);
      if (view === null) throw notFound();
      return view;
    });
  }
}
