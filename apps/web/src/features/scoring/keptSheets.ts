import { get, update } from 'idb-keyval';
import type { KeptSheet } from './outbox.js';

/** The finished sheets of one account that wait on this device for the network: one list for all pages and the sender. */
export class KeptSheets {
  #list: readonly KeptSheet[] = [];
  readonly #listeners = new Set<() => void>();
  readonly #key: string;

  constructor(accountId: string) {
    this.#key = `khoi/${accountId}/kept-sheets`;
    void this.read().catch(() => undefined);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): readonly KeptSheet[] => this.#list;

  /** What the device has now; another tab may have changed it. */
  async read(): Promise<readonly KeptSheet[]> {
    const list = (await get<KeptSheet[]>(this.#key)) ?? [];
    if (JSON.stringify(list) !== JSON.stringify(this.#list)) {
      this.#list = list;
      this.#listeners.forEach((listener) => listener());
    }
    return this.#list;
  }

  async replace(change: (list: KeptSheet[]) => KeptSheet[]): Promise<void> {
    await update<KeptSheet[]>(this.#key, (before) => change(before ?? []));
    await this.read();
  }

  /** Keeps a sheet, instead of what was kept for the same dossier. */
  readonly keep = (sheet: KeptSheet): Promise<void> => this.replace((list) => [...list.filter(({ input }) => input.itemId !== sheet.input.itemId), sheet]);

  /** Takes a sheet back to change it, or gives it up. */
  readonly take = (itemId: string): Promise<void> => this.replace((list) => list.filter(({ input }) => input.itemId !== itemId));
}

const stores = new Map<string, KeptSheets>();

/** The one list of an account on this device. */
export function keptSheetsOf(accountId: string): KeptSheets {
  const store = stores.get(accountId) ?? new KeptSheets(accountId);
  stores.set(accountId, store);
  return store;
}
