import type { ClientBase } from 'pg';

export interface Invariant {
  readonly code: string;
  readonly sentence: string;
  readonly statement: string;
}

export interface BrokenInvariant {
  readonly code: string;
  readonly sentence: string;
  readonly rows: readonly object[];
}

export const INVARIANTS: readonly Invariant[];
export function brokenInvariants(
  client: ClientBase, options?: { readonly except?: readonly string[]; readonly patienceSeconds?: number },
): Promise<BrokenInvariant[]>;
export function told(broken: readonly BrokenInvariant[]): string;
