import type { Actor } from './identity.js';

/** A decision as the tests know it. */
export interface Decision {
  readonly id: string;
  readonly revision: number;
  readonly fullNumber: string | null;
  readonly issuedOn: string | null;
  readonly items: readonly { readonly id: string; readonly councilOutcome: string; readonly councilAverage: number; readonly authorNames: readonly string[] }[];
}

const DECISION = 'id revision fullNumber issuedOn items { id councilOutcome councilAverage authorNames }';

/** A mutation of decisions; answers the decision. */
export async function decide(actor: Actor, mutation: 'proposeDecision' | 'decideItem' | 'issueDecision', input: object): Promise<Decision> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const data = await actor.client.ask<Record<string, Decision>>(`mutation ($input: ${type}!) { ${mutation}(input: $input) { ${DECISION} } }`, { input });
  return data[mutation]!;
}

/** What somebody was told under a kind of notice, the newest first. */
export async function told(actor: Actor, kind: string): Promise<Readonly<Record<string, string>>[]> {
  const { notifications } = await actor.client.ask<{ notifications: { edges: { node: { kind: string; params: { name: string; value: string }[] } }[] } }>(
    '{ notifications(first: 50) { edges { node { kind params { name value } } } } }');
  return notifications.edges.filter(({ node }) => node.kind === kind)
    .map(({ node }) => Object.fromEntries(node.params.map(({ name, value }) => [name, value])));
}
