import { type AssignmentFacts, proposeAssignment, standingAssignment } from '../domain/assignment.js';
import { type AssignmentDiff, undoOf } from '../domain/assignment-plan.js';
import type { SessionState } from '../domain/session.workflow.js';
import type { AssignmentPlan, AssignmentProposal, SessionAssignment } from '../model/assignment.types.js';

/** What `assignmentFactsJson` answered. `perItem`: null where every member scores every item. */
export type StoredFacts = Omit<AssignmentFacts, 'isFixed' | 'perItem'> & { readonly perItem: number | null };

/** A change with the rows it made, as far as they are for the viewer. */
export type StoredPlan = Pick<AssignmentPlan, 'id' | 'kind' | 'by' | 'isUndone'> & AssignmentDiff & { readonly at: string };

/** What `assignmentJson` answered. */
export interface StoredAssignment {
  readonly facts: StoredFacts & { readonly perItem: number };
  /** The latest first. */
  readonly plans: readonly StoredPlan[];
}

/** States in which the assignment is applied and undone at will. */
const OPEN: readonly SessionState[] = ['DRAFT', 'CONVENED'];

/** The facts as the rules read them: from the opening of scoring on, what stands stays. */
export function factsOf({ facts }: Pick<StoredAssignment, 'facts'>, state: SessionState): AssignmentFacts {
  return { ...facts, isFixed: !OPEN.includes(state) };
}

/** The change that would be undone next, and what that does; `null` when there is none. */
export function undoable(stored: StoredAssignment, state: SessionState): { readonly plan: StoredPlan; readonly diff: AssignmentDiff } | null {
  if (!OPEN.includes(state)) return null;
  const facts = factsOf(stored, state);
  for (const plan of stored.plans) {
    if (plan.kind !== 'APPLY' || plan.isUndone) continue;
    const diff = undoOf(plan, facts);
    if (diff.added.length + diff.removed.length > 0) return { plan, diff };
  }
  return null;
}

export function assignmentView(stored: StoredAssignment, state: SessionState): SessionAssignment {
  const facts = factsOf(stored, state);
  const { rows, loads, shortages } = standingAssignment(facts);
  return {
    perItem: facts.perItem,
    isFixed: facts.isFixed,
    rows: [...rows],
    loads: facts.memberIds.map((personId, member) => ({ personId, items: loads[member] ?? 0 })),
    shortages: [...shortages],
    canUndo: undoable(stored, state) !== null,
    plans: stored.plans.map(({ added, removed, at, ...plan }) => ({ ...plan, at: new Date(at), added: added.length, removed: removed.length })),
  };
}

export function proposalView(session: { readonly id: string; readonly revision: number }, facts: AssignmentFacts): AssignmentProposal {
  const { rows, loads, shortages } = proposeAssignment(facts);
  return { sessionId: session.id, revision: session.revision, perItem: facts.perItem, rows: [...rows], loads: [...loads], shortages: [...shortages] };
}
