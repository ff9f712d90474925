import { evaluationRulesSchema, type EvaluationRules } from '../domain/rules.js';
import { DA_NANG_2026 } from './da-nang-2026.js';
import type { RegulationPreset } from './preset.js';
import { SON_LA } from './son-la.js';
import { WARD_START } from './ward-start.js';

/** Regulations that ship with the product, the ward's starting one first. */
export const REGULATION_PRESETS: readonly RegulationPreset[] = [WARD_START, DA_NANG_2026, SON_LA];

/** The preset with this code, or null. */
export function presetOf(code: string): RegulationPreset | null {
  return REGULATION_PRESETS.find((preset) => preset.code === code) ?? null;
}

/** The rules of a preset with every default filled in, as they are stored and applied. */
export function rulesOf(preset: RegulationPreset): EvaluationRules {
  return evaluationRulesSchema.parse(preset.rules);
}
