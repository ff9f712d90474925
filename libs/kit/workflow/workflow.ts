/** One named step between states. */
export interface Transition<State extends string, Facts> {
  /** Unique in the workflow; what steps and events are called by. */
  readonly name: string;
  readonly from: readonly State[];
  readonly to: State;
  /** The code of the reason why the step is not possible now, or `null` when it is. */
  readonly guard?: (facts: Facts) => string | null;
}

/** Why a step cannot be taken. */
export type Refusal<State extends string> =
  | { readonly kind: 'WRONG_STATE'; readonly from: readonly State[] }
  | { readonly kind: 'GUARD'; readonly code: string };

export type Outcome<State extends string> =
  | { readonly ok: true; readonly to: State }
  | { readonly ok: false; readonly refusal: Refusal<State> };

/** A life as a table of named steps. What no step allows cannot happen. */
export class Workflow<State extends string, Facts> {
  readonly #byName: ReadonlyMap<string, Transition<State, Facts>>;

  constructor(readonly transitions: readonly Transition<State, Facts>[]) {
    this.#byName = new Map(transitions.map((transition) => [transition.name, transition]));
    if (this.#byName.size < transitions.length) throw new TypeError('a workflow has two transitions of one name');
  }

  /** The steps that can be taken from a state now. */
  available(state: State, facts: Facts): readonly Transition<State, Facts>[] {
    return this.transitions.filter(({ from, guard }) => from.includes(state) && (guard?.(facts) ?? null) === null);
  }

  /** Whether one step can be taken from a state now. */
  can(name: string, state: State, facts: Facts): boolean {
    return this.apply(name, state, facts).ok;
  }

  /**
   * The state after a step, or the reason why it cannot be taken. Changes nothing.
   * @throws TypeError for a name the workflow does not have: a mistake of the programmer
   */
  apply(name: string, state: State, facts: Facts): Outcome<State> {
    const transition = this.#byName.get(name);
    if (transition === undefined) throw new TypeError(`the workflow has no transition ${name}`);
    if (!transition.from.includes(state)) return { ok: false, refusal: { kind: 'WRONG_STATE', from: transition.from } };
    const code = transition.guard?.(facts) ?? null;
    return code === null ? { ok: true, to: transition.to } : { ok: false, refusal: { kind: 'GUARD', code } };
  }

  /** The table for documents: one line per step. */
  print(): string {
    return this.transitions.map(({ name, from, to }) => `${name}: ${from.join(' | ')} → ${to}`).join('\n');
  }
}

/** Declares a workflow; see {@link Workflow}. */
export function defineWorkflow<State extends string, Facts = object>(table: {
  readonly transitions: readonly Transition<State, Facts>[];
}): Workflow<State, Facts> {
  return new Workflow(table.transitions);
}
