import type { Policy, Subject } from './policy.js';

// A policy of any facts: the registry only hands it out, callers bring the facts that belong to it.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type AnyPolicy = Policy<any>;

const policies = new Map<string, AnyPolicy>();

/** Records a policy by its actions. An action belongs to exactly one policy. */
export function registerPolicy(policy: AnyPolicy): void {
  for (const action of policy.actions) {
    const other = policies.get(action);
    if (other) throw new Error(`"${action}" is declared by the policies of ${other.subject} and ${policy.subject}`);
    policies.set(action, policy);
  }
}

/** The policy that declares the action, or `undefined` for an unknown action. */
export function policyOf(action: string): AnyPolicy | undefined {
  return policies.get(action);
}

/** One action with every reason for permission, as printed to `docs/permissions.md`. */
export interface PolicyTableRow {
  readonly subject: string;
  readonly action: string;
  readonly grants: readonly { readonly who: string; readonly when: string | null }[];
}

/** Every action of every loaded policy, sorted by subject and action. */
export function policyTable(): PolicyTableRow[] {
  const rows = [...policies].map(([action, policy]) => ({
    subject: policy.subject,
    action,
    grants: policy.grantsOf(action).flatMap((grant) =>
      grant.subjects.map((subject) => ({ who: nameOf(subject), when: grant.condition?.sentence ?? null })),
    ),
  }));
  return rows.sort((a, b) => compare(a.subject, b.subject) || compare(a.action, b.action));
}

function nameOf(subject: Subject): string {
  return typeof subject === 'string' ? subject : (subject.description ?? '');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
