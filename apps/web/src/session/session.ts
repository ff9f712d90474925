import type { Client } from 'urql';
import { onLanguageChange } from '../i18n/index.js';
import { createClient, type SessionGate } from '../lib/client.js';
import { announceAccount, onAccountAnnounced } from './otherTabs.js';
import { fetchShell, signIn, signOut, type Shell } from './api.js';

/** What the shell knows: null until the first answer of the server. `expired` means: signed in, but to be confirmed again. */
export interface SessionState {
  shell: Shell | null;
  expired: boolean;
  client: Client;
}

/**
 * The one place that knows who is signed in. React reads it through `useSession`, routes through the router context.
 * A new person, and a new language, get a new GraphQL client, so nothing cached for the last one can be seen.
 */
export class Session implements SessionGate {
  private state: SessionState;
  private loading: Promise<Shell> | null = null;
  private readonly listeners = new Set<() => void>();
  private waiting: ((renewed: boolean) => void)[] = [];

  constructor() {
    this.state = { shell: null, expired: false, client: createClient(this) };
    // All tabs share one cookie: a page of one person must not go on acting as another.
    onAccountAnnounced((accountId) => {
      const own = this.state.shell?.viewer?.accountId ?? null;
      if (own !== null && own !== accountId) window.location.reload();
    });
    // Answers come with words in the language they were asked in: none of them outlives it. What is drawn stays until it is answered anew.
    onLanguageChange(() => this.set({ ...this.state, client: createClient(this) }));
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): SessionState => this.state;

  isSignedIn(): boolean {
    return this.state.shell?.viewer != null;
  }

  /** The shell's facts, fetched once; a failed fetch may be tried again. */
  ready(): Promise<Shell> {
    if (this.state.shell) return Promise.resolve(this.state.shell);
    this.loading ??= this.load().finally(() => { this.loading = null; });
    return this.loading;
  }

  /** Asks the server again who is signed in, keeping the client and its cache. */
  async refresh(): Promise<Shell> {
    return this.load();
  }

  /**
   * Signs in. The same person after an expired session goes on where they were, cache and waiting requests included;
   * anyone else begins with an empty cache. Throws the `CombinedError` of a refusal.
   */
  async signIn(username: string, password: string): Promise<Shell> {
    const outside = createClient({ isSignedIn: () => false, renew: () => Promise.resolve(false) });
    await signIn(outside, username, password);
    const before = this.state.shell?.viewer?.accountId ?? null;
    const shell = await fetchShell(outside);
    const same = this.state.expired && before !== null && before === shell.viewer?.accountId;
    this.set({ shell, expired: false, client: same ? this.state.client : createClient(this) });
    this.settle(same);
    announceAccount(shell.viewer?.accountId ?? null);
    return shell;
  }

  /** Ends the session on the server and forgets everything that was fetched. */
  async signOut(): Promise<void> {
    await signOut(this.state.client);
    this.forget();
    announceAccount(null);
  }

  /** The session has ended elsewhere (all sessions ended, or the person gave up signing in again). */
  forget(): void {
    const { shell } = this.state;
    this.set({ shell: shell && { ...shell, viewer: null }, expired: false, client: createClient(this) });
    this.settle(false);
  }

  renew(): Promise<boolean> {
    if (!this.state.expired) this.set({ ...this.state, expired: true });
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  private async load(): Promise<Shell> {
    const shell = await fetchShell(this.state.client);
    this.set({ ...this.state, shell });
    return shell;
  }

  private settle(renewed: boolean): void {
    const waiting = this.waiting;
    this.waiting = [];
    waiting.forEach((resolve) => resolve(renewed));
  }

  private set(state: SessionState): void {
    this.state = state;
    this.listeners.forEach((listener) => listener());
  }
}
