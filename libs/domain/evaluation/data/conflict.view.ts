import { hasRole, type Viewer } from '@kit/context';
import { type EvaluationRules, storedRules } from '@domain/regulation';
import { type AgendaItemFacts, type AgendaSeat, agendaWarnings } from '../domain/agenda-warnings.js';
import { mayDecideConflict } from '../domain/conflicts.js';
import type { AgendaWarning, ConflictCase } from '../model/conflict.types.js';
import type { SessionFacts } from '../policy/session.conditions.js';

/** What `casesJson` answered: conflicts of items in which the viewer may decide about somebody. */
export interface StoredCase extends ConflictCase {
  /** Recused from the item, or with an interest in it that waits. */
  readonly barredIds: readonly string[];
}

/** What `warningFactsJson` answered. */
export interface StoredWarningFacts {
  readonly rules: EvaluationRules;
  readonly seats: readonly AgendaSeat[];
  readonly items: readonly AgendaItemFacts[];
}

/** Only those about which the viewer decides; the others do not leave the server. */
export function casesView(stored: readonly StoredCase[], { seats }: SessionFacts, viewer: Viewer): ConflictCase[] {
  const decider = { personId: viewer.personId, isHead: hasRole(viewer, 'AUTHORITY_HEAD') };
  return stored.flatMap(({ barredIds, ...one }) => (mayDecideConflict(decider, { personId: one.conflict.person.id, seats, barredIds }) ? [one] : []));
}

export function warningsView({ rules, seats, items }: StoredWarningFacts): AgendaWarning[] {
  return agendaWarnings(storedRules(rules), seats, items);
}
