import type { EvaluationRulesInput, ScoreLevel } from '../domain/rules.js';

/** A legal document a regulation rests on; `clauses` names the parts that matter. */
export interface LegalBasisReference {
  readonly number: string;
  readonly title: string;
  readonly issuer: string;
  readonly issuedOn: string | null;
  readonly effectiveFrom: string | null;
  /** `UNVERIFIED` where no official copy was seen. */
  readonly status: 'IN_FORCE' | 'UNVERIFIED';
  readonly clauses?: string;
}

/** Something the source of a preset does not say: a value stands there only so that the scale can be tried. */
export interface ToBeCompleted {
  /** Field of the rules, e.g. `criteria.1.levels`. */
  readonly path: string;
  readonly note: string;
  readonly noteEn: string;
}

/** A regulation that a ward may copy and change; it binds nobody until the ward adopts its own. */
export interface RegulationPreset {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly description: string;
  readonly descriptionEn: string;
  readonly legalBases: readonly LegalBasisReference[];
  readonly toBeCompleted: readonly ToBeCompleted[];
  readonly rules: EvaluationRulesInput;
}

/** Levels from the best down, as rows: least and most points (hundredths), Vietnamese and English rubric. */
export function levelsOf(rows: ReadonlyArray<readonly [min: number, max: number, label: string, labelEn: string]>): ScoreLevel[] {
  return rows.map(([min, max, label, labelEn], index) => ({ code: `L${index + 1}`, label, labelEn, min, max }));
}
