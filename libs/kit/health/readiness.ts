import { Injectable, Logger } from '@nestjs/common';

/** Whether one part can be used now; throws when it cannot. */
export type HealthCheck = () => Promise<void>;

export type CheckState = 'up' | 'down';

/**
 * `ready`: everything works. `degraded`: requests are served, but something that can wait does not work.
 * `unavailable`: send requests elsewhere. `stopping`: this process is about to end; send requests elsewhere.
 */
export type ServiceState = 'ready' | 'degraded' | 'unavailable' | 'stopping';

/** What `/health/ready` answers. Says which part is down and nothing about why: anybody may ask. */
export interface ReadinessReport {
  readonly status: ServiceState;
  readonly checks: Readonly<Record<string, CheckState>>;
}

export interface CheckOptions {
  /**
   * `critical` (default): without this part no request can be served properly, so the process is taken out of service.
   * `degrading`: what needs the part is kept and done later; taking every process out of service would only make it worse.
   */
  readonly weight?: 'critical' | 'degrading';
}

interface Attempt {
  readonly since: number;
  /** `null` when the part works; never rejects. */
  readonly fault: Promise<unknown>;
}

interface RegisteredCheck {
  readonly run: HealthCheck;
  readonly isCritical: boolean;
  /** The attempt under way. A part that hangs is asked once, not once per question. */
  attempt?: Attempt;
  state?: CheckState;
}

/** Milliseconds after which a part that does not answer counts as down. */
const PATIENCE = 3_000;
/** Milliseconds for which an answer is good: whoever asks a thousand times a second costs no more than one question a second. */
const FRESH = 1_000;
/** Milliseconds after which an attempt that never came back is given up and the part is asked again. */
const ABANDONED = 30_000;

/** Asks every part whether this process can serve requests. Rooms add their own with `add`. */
@Injectable()
export class Readiness {
  readonly #log = new Logger(Readiness.name);
  readonly #checks = new Map<string, RegisteredCheck>();
  #latest: { readonly at: number; readonly report: Promise<ReadinessReport> } | undefined;
  #isStopping = false;

  /** Adds a part under a short name, for example `queue`. */
  add(name: string, check: HealthCheck, { weight = 'critical' }: CheckOptions = {}): void {
    this.#checks.set(name, { run: check, isCritical: weight === 'critical' });
  }

  /** From now on the process says that it gets no more requests; what it was asked already it still answers. */
  beginStopping(): void {
    this.#isStopping = true;
  }

  get isStopping(): boolean {
    return this.#isStopping;
  }

  /** How things stand, at most a second old. */
  async report(): Promise<ReadinessReport> {
    const now = performance.now();
    if (this.#latest === undefined || now - this.#latest.at > FRESH) this.#latest = { at: now, report: this.#ask() };
    const report = await this.#latest.report;
    return this.#isStopping ? { ...report, status: 'stopping' } : report;
  }

  async #ask(): Promise<ReadinessReport> {
    const names = [...this.#checks.keys()].sort();
    const states = await Promise.all(names.map((name) => this.#stateOf(name)));
    const isDown = (critical: boolean): boolean => names.some((name, index) => states[index] === 'down' && this.#checks.get(name)?.isCritical === critical);
    return {
      status: isDown(true) ? 'unavailable' : isDown(false) ? 'degraded' : 'ready',
      checks: Object.fromEntries(names.map((name, index) => [name, states[index] ?? 'down'])),
    };
  }

  async #stateOf(name: string): Promise<CheckState> {
    const check = this.#checks.get(name);
    if (check === undefined) return 'down';
    if (check.attempt === undefined || performance.now() - check.attempt.since > ABANDONED) check.attempt = attemptOf(check);
    const fault = await withinPatience(check.attempt.fault);
    const state = fault === null ? 'up' : 'down';
    // Once per outage; the reason is for the log alone.
    if (state === 'down' && check.state !== 'down') this.#log.warn({ msg: 'A part cannot be used.', part: name, err: fault });
    if (state === 'up' && check.state === 'down') this.#log.log({ msg: 'A part can be used again.', part: name });
    check.state = state;
    return state;
  }
}

function attemptOf(check: RegisteredCheck): Attempt {
  const attempt: Attempt = {
    since: performance.now(),
    fault: check.run().then(() => null, (error: unknown) => error ?? new Error('The check failed')).finally(() => {
      if (check.attempt === attempt) check.attempt = undefined;
    }),
  };
  return attempt;
}

async function withinPatience(fault: Promise<unknown>): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<Error>((resolve) => {
    timer = setTimeout(() => resolve(new Error('No answer in time')), PATIENCE);
  });
  try {
    return await Promise.race([fault, patience]);
  } finally {
    clearTimeout(timer);
  }
}
