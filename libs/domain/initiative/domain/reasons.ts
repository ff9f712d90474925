import { FORMAL_FAULTS, FORMAL_REFUSALS, RECOGNITION_REFUSALS } from './reason-library.js';
import type { DossierSection, ReasonKind } from './terms.js';

/** A sentence an officer or the authority head picks instead of typing it; the code is what is stored. */
export interface Reason {
  readonly code: string;
  readonly kind: ReasonKind;
  /** Where in the form the fault lies. */
  readonly section: DossierSection;
  readonly vi: string;
  readonly en: string;
  /** How the authors can mend a formal fault. */
  readonly fixVi?: string;
  readonly fixEn?: string;
  /** The rule behind the reason, as Vietnamese documents cite it. */
  readonly legalBasis: string | null;
}

export const REASONS: readonly Reason[] = [...FORMAL_FAULTS, ...FORMAL_REFUSALS, ...RECOGNITION_REFUSALS];

const byCode = new Map(REASONS.map((reason) => [reason.code, reason]));

export function reasonsOf(kind: ReasonKind): readonly Reason[] {
  return REASONS.filter((reason) => reason.kind === kind);
}

/** The reason of a code, or `null` when the library has no such code of that kind. */
export function findReason(kind: ReasonKind, code: string): Reason | null {
  const reason = byCode.get(code);
  return reason?.kind === kind ? reason : null;
}

/** The sentence of a stored code in the reader's language; a code the library no longer has stands for itself. */
export function reasonText(code: string, locale: 'vi' | 'en'): string {
  return byCode.get(code)?.[locale] ?? code;
}
