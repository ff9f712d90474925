import { createHash } from 'node:crypto';

const MAX_NAMED = 500;
const MAX_CANDIDATES = 2_000;

/**
 * Decides which statements PostgreSQL keeps prepared. Every connection keeps each named
 * statement for its whole life, so names must not grow with the input: a text earns a name
 * when it comes a second time, and a process never gives out more than `MAX_NAMED`.
 */
export class StatementNames {
  readonly #named = new Map<string, string>();
  readonly #candidates = new Set<string>();

  constructor(
    private readonly maxNamed = MAX_NAMED,
    private readonly maxCandidates = MAX_CANDIDATES,
  ) {}

  /** The name to prepare this text under, or `undefined` to send it unprepared. */
  nameOf(text: string): string | undefined {
    const known = this.#named.get(text);
    if (known !== undefined) return known;
    if (this.#named.size >= this.maxNamed) return undefined;
    if (!this.#candidates.delete(text)) {
      this.#remember(text);
      return undefined;
    }
    const name = `khoi_${createHash('sha256').update(text).digest('base64url').slice(0, 22)}`;
    this.#named.set(text, name);
    return name;
  }

  #remember(text: string): void {
    this.#candidates.add(text);
    if (this.#candidates.size <= this.maxCandidates) return;
    const [oldest] = this.#candidates;
    if (oldest !== undefined) this.#candidates.delete(oldest);
  }
}
