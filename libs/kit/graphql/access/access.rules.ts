import type { Viewer } from '@kit/context';
import { forbidden, unauthenticated } from '@kit/errors';
import { policyOf } from '@kit/policy';
import { PARENT, PUBLIC, SIGNED_IN_ACCESS } from './access.decorator.js';

/** Refuses a root field to viewers that hold no grant of its action at all. */
export type RootCheck = (viewer: Viewer | null) => void;
/** Says whether the viewer may read a field of this parent object. */
export type FieldCheck = (viewer: Viewer | null, parent: unknown) => boolean;

const KEYWORDS: readonly string[] = [PUBLIC, SIGNED_IN_ACCESS, PARENT];

/** Whether `access` is one of the three keywords or an action that a loaded policy declares. */
export function isKnownAccess(access: unknown): access is string {
  return typeof access === 'string' && (KEYWORDS.includes(access) || policyOf(access) !== undefined);
}

/** The check of a root field; `null` when everybody may use it. */
export function rootCheck(action: string): RootCheck | null {
  if (action === PUBLIC) return null;
  const policy = policyOf(action);
  return (viewer) => {
    if (policy ? policy.anyGrant(action, viewer) : viewer !== null) return;
    throw viewer === null ? unauthenticated() : forbidden();
  };
}

/** The check of a field that is tighter than its type; `null` when it is not. */
export function fieldCheck(action: string): FieldCheck | null {
  if (action === PUBLIC || action === PARENT) return null;
  const policy = policyOf(action);
  return policy ? (viewer, parent) => policy.can(action, viewer, parent) : (viewer) => viewer !== null;
}
