import { type Grant, Policy } from './policy.js';
import { registerPolicy } from './registry.js';

export interface PolicyOptions {
  /** The action that makes the object visible at all; default: the one ending in `.read`. */
  readonly read?: string;
}

/**
 * Declares the policy of one kind of object and puts its actions into the permission table.
 *
 * @param subject the GraphQL name of the kind, for example `Initiative`.
 * @param grants the reasons by action name (`initiative.read`); an empty list means "nobody".
 */
export function definePolicy<F>(
  subject: string,
  grants: Readonly<Record<string, readonly Grant<F>[]>>,
  options: PolicyOptions = {},
): Policy<F> {
  const read = options.read ?? Object.keys(grants).find((action) => action.endsWith('.read'));
  const policy = new Policy(subject, grants, read);
  if (read !== undefined) policy.grantsOf(read);
  registerPolicy(policy);
  return policy;
}
