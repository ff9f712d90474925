import { Injectable } from '@nestjs/common';
import { currentViewer } from '@kit/context';
import { Database } from '@kit/database';
import { invalidInput, notFound } from '@kit/errors';
import { newId } from '@kit/ids';
import type { CreateRegulationInput } from '../model/regulation.inputs.js';
import { RegulationsRepository } from '../data/regulations.repository.js';
import type { EvaluationRegulation } from '../model/regulation.types.js';
import { regulationPolicy } from '../policy/regulation.policy.js';
import { presetOf, rulesOf } from '../presets/presets.js';
import { presetUnknown } from '../regulation.errors.js';
import { readRules, rulesSha256 } from './read-rules.js';

/** Drafts a new version of a regulation, from a preset or from a rule book of one's own. */
@Injectable()
export class CreateRegulation {
  constructor(
    private readonly database: Database,
    private readonly regulations: RegulationsRepository,
  ) {}

  /**
   * A preset gives rules and legal bases; rules of one's own take the place of the preset's.
   * @throws REGULATION_PRESET_UNKNOWN, INVALID_INPUT with neither, VALIDATION_FAILED with every fault of the rule book
   */
  execute(input: CreateRegulationInput): Promise<EvaluationRegulation> {
    const viewer = currentViewer();
    regulationPolicy.require('regulation.draft', viewer, viewer);
    const preset = input.presetCode == null ? null : presetOf(input.presetCode);
    if (input.presetCode != null && preset === null) throw presetUnknown({}, ['input', 'presetCode']);
    if (preset === null && input.rules == null) throw invalidInput({}, ['input', 'rules']);
    const rules = input.rules == null ? rulesOf(preset!) : readRules(input.rules);

    return this.database.transaction(async () => {
      const id = newId();
      await this.regulations.add(
        {
          id,
          tenantId: viewer.tenantId,
          code: input.code,
          version: await this.regulations.nextVersion(viewer.tenantId, input.code),
          name: input.name,
          level: input.level,
          state: 'DRAFT',
          decisionNumber: null,
          decisionDate: null,
          effectiveFrom: null,
          effectiveTo: null,
          rules,
          rulesSha256: rulesSha256(rules),
          frozenAt: null,
          revision: 1,
        },
        preset?.legalBases ?? [],
      );
      const view = await this.regulations.find(viewer, id);
      if (view === null) throw notFound();
      return view;
    });
  }
}
