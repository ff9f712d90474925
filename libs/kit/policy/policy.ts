import { hasRole, type Viewer } from '@kit/context';
import { sql, type SqlStatement } from '@kit/database';
import { forbidden, notFound, unauthenticated } from '@kit/errors';
import type { Condition } from './condition.js';

/** The subject of a grant for everybody, signed in or not. */
export const ANYONE: unique symbol = Symbol('ANYONE');
/** The subject of a grant for every signed-in viewer, whatever the role. */
export const SIGNED_IN: unique symbol = Symbol('SIGNED_IN');

/** A role name such as `COUNCIL_SECRETARY`, or one of the two open subjects. */
export type Subject = string | typeof ANYONE | typeof SIGNED_IN;

/** "This subject may, when this condition holds." Without a condition: always. */
export interface Grant<F> {
  readonly subjects: readonly Subject[];
  readonly condition: Condition<F, Viewer | null> | null;
}

/** States one reason for permission; what no grant allows is refused. */
export function allow<F>(subject: typeof ANYONE, condition?: Condition<F, Viewer | null>): Grant<F>;
export function allow<F>(
  subject: string | typeof SIGNED_IN | readonly string[],
  condition?: Condition<F>,
): Grant<F>;
export function allow<F>(subject: Subject | readonly string[], condition?: Condition<F, never>): Grant<F> {
  return {
    subjects: typeof subject === 'object' ? subject : [subject],
    // The overloads guarantee that only grants to ANYONE are ever tested with a null viewer.
    condition: (condition as Condition<F, Viewer | null> | undefined) ?? null,
  };
}

/**
 * Who may do what to one kind of object. Deny by default: an action without a fitting grant is refused,
 * an action the policy does not know is a programming error.
 */
export class Policy<F> {
  constructor(
    readonly subject: string,
    private readonly grants: Readonly<Record<string, readonly Grant<F>[]>>,
    private readonly readAction: string | undefined,
  ) {}

  get actions(): string[] {
    return Object.keys(this.grants);
  }

  grantsOf(action: string): readonly Grant<F>[] {
    const grants = Object.hasOwn(this.grants, action) ? this.grants[action] : undefined;
    if (!grants) throw new Error(`The policy of ${this.subject} knows no action "${action}"`);
    return grants;
  }

  /** May this viewer do this to the object with these facts? */
  can(action: string, viewer: Viewer | null, facts: F): boolean {
    return this.grantsOf(action).some(
      (grant) => applies(grant, viewer) && (grant.condition === null || grant.condition.test(facts, viewer)),
    );
  }

  /** May this viewer ever do this, to some object? */
  anyGrant(action: string, viewer: Viewer | null): boolean {
    return this.grantsOf(action).some((grant) => applies(grant, viewer));
  }

  /** The same answer as `can`, as a boolean SQL expression over the rows called `alias`. */
  where(action: string, viewer: Viewer | null, alias: string): SqlStatement {
    const faces: SqlStatement[] = [];
    for (const grant of this.grantsOf(action)) {
      if (!applies(grant, viewer)) continue;
      if (grant.condition === null) return sql`TRUE`;
      if (!grant.condition.sql) {
        throw new Error(`"${grant.condition.sentence}" has no SQL face, so "${action}" cannot filter a list`);
      }
      faces.push(sql`(${grant.condition.sql(alias, viewer)})`);
    }
    return faces.length === 0 ? sql`FALSE` : sql`(${sql.join(faces, ' OR ')})`;
  }

  /**
   * Refuses what `can` refuses.
   *
   * @throws NOT_FOUND when the viewer may not even read the object, so that its existence stays unknown;
   * UNAUTHENTICATED or FORBIDDEN only for an object the viewer may read.
   */
  require(action: string, viewer: Viewer | null, facts: F): void {
    if (this.can(action, viewer, facts)) return;
    if (this.readAction !== undefined && !this.can(this.readAction, viewer, facts)) throw notFound();
    throw viewer === null ? unauthenticated() : forbidden();
  }
}

function applies(grant: Grant<never>, viewer: Viewer | null): boolean {
  return grant.subjects.some((subject) => {
    if (subject === ANYONE) return true;
    if (viewer === null) return false;
    return typeof subject === 'string' ? hasRole(viewer, subject) : true;
  });
}
