import type { Actor } from '../../factories/identity.js';
import type { TestApp } from '../../setup/app.js';
import type { Variables } from '../../setup/graphql.js';

/** The id of an object of a kind, such as `unit`; kinds are named by `arrange`. */
export type IdOf = (kind: string) => string;

/**
 * Variables of a root field that name objects. The operation is sent three times: by a neighbour with ids of the first
 * ward, by the same neighbour with ids that nobody has (the answers must be equal), and at home (the answer must differ).
 *
 * @param foreign ids of the first ward, or unknown ones
 * @param own ids of the ward of whoever sends, for the arguments that are not the point of the case
 */
export type Naming = (foreign: IdOf, own: IdOf) => Variables;

/** Why a root field has nothing that could belong to another ward: a sentence. */
export type Exempt = string;

/** What one feature adds to the test of the borders between wards. */
export interface TenancyCases {
  /** Makes one object of every kind in the ward of the actor, who holds every assignable role there; answers the ids by kind. */
  arrange(app: TestApp, actor: Actor, idOf: IdOf): Promise<Readonly<Record<string, string>>>;
  /** Every root field of the feature, as `Query.units`. A list of namings for several arguments; none for a list without ids. */
  readonly fields: Readonly<Record<string, readonly Naming[] | Exempt>>;
}
