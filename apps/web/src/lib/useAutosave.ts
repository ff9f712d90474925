import { del, get, set } from 'idb-keyval';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useViewer } from '../session/context.js';
import { Autosaver, type AutosaveState, type Mirror, type MirrorRecord, type Verdict } from './autosave.js';
import { readError } from './errors.js';

const PASSING = new Set(['NETWORK', 'INTERNAL_ERROR', 'LIMIT_EXCEEDED', 'UNAVAILABLE', 'MAINTENANCE', 'OUTCOME_UNKNOWN', 'UNKNOWN']);

export interface UseAutosaveOptions<T> {
  /** What is edited, unique for the person, e.g. `initiative/SK-2026-0001/CONTENT`. */
  id: string;
  /** The current values of the form; plain data. */
  value: T;
  /** The revision that `value` was loaded with. Later changes of this option are ignored: see `advance`. */
  revision: number;
  /** Sends the values on top of a revision and resolves to the new revision; rejects with the `CombinedError`. */
  save: (value: T, revision: number) => Promise<number>;
  /** Words of a tab that was closed before they were saved: put them into the form. */
  onRestore: (value: T, at: Date) => void;
  /** Somebody else has saved meanwhile. Fetch the newest, show both, then call `resolve` or `discard`. */
  onConflict: (mine: T) => void;
}

export interface Autosave<T> {
  /** For `<SaveState state={…} />`. */
  state: AutosaveState;
  /** False until what this device has kept has been looked at; draw the form afterwards. */
  isReady: boolean;
  /** Saves now: before going to the next page or submitting. */
  flush: () => Promise<void>;
  /** Whether something is not yet confirmed by the server. */
  isDirty: () => boolean;
  /** Tells the revision that another own act on the same object returned. */
  advance: (revision: number) => void;
  /** After a conflict: save `value` on top of the newest revision. */
  resolve: (revision: number, value: T) => void;
  /** After a conflict: keep what the server has. */
  discard: (revision: number, value: T) => void;
}

/**
 * Saves a form 800 ms after the last key, when a field is left and when the tab is hidden; keeps a copy on this device
 * until the server confirms, and tries again by itself when the network fails.
 */
export function useAutosave<T>(options: UseAutosaveOptions<T>): Autosave<T> {
  const { accountId } = useViewer();
  const latest = useRef(options);
  latest.current = options;
  const [state, setState] = useState<AutosaveState>({ status: 'idle', savedAt: null, error: null });
  const [isReady, setReady] = useState(false);
  const saver = useRef<Autosaver<T>>(null);
  const key = `khoi/${accountId}/${options.id}`;

  useEffect(() => {
    let isCurrent = true;
    const own = new Autosaver<T>({
      value: latest.current.value,
      revision: latest.current.revision,
      save: (value, revision) => latest.current.save(value, revision),
      mirror: deviceMirror<T>(key),
      judge,
      onState: (next) => { if (isCurrent) setState(next); },
    });
    saver.current = own;
    void own.recover().then((found) => {
      if (!isCurrent) return;
      if (found && !found.isConflict) latest.current.onRestore(found.mine, found.at);
      setReady(true);
    });
    const stop = listen(own);
    return () => {
      isCurrent = false;
      stop();
      void own.flush();
    };
  }, [key]);

  // Only what changes on the screen is an edit: the values first drawn must not replace words found on the device.
  const text = JSON.stringify(options.value);
  const drawn = useRef(text);
  useEffect(() => {
    if (!isReady || drawn.current === text) return;
    drawn.current = text;
    saver.current?.edit(latest.current.value);
  }, [isReady, text]);

  const { status } = state;
  useEffect(() => {
    if (status === 'conflict' && isReady && saver.current) latest.current.onConflict(saver.current.words());
  }, [status, isReady]);

  return {
    state,
    isReady,
    flush: useCallback(async () => { await saver.current?.flush(); }, []),
    isDirty: useCallback(() => saver.current?.isDirty() ?? false, []),
    advance: useCallback((revision: number) => saver.current?.advance(revision), []),
    resolve: useCallback((revision: number, value: T) => saver.current?.resolve(revision, value), []),
    discard: useCallback((revision: number, value: T) => saver.current?.discard(revision, value), []),
  };
}

function judge(error: unknown): Verdict {
  const { code } = readError(error);
  if (code === 'REVISION_CONFLICT') return 'conflict';
  return PASSING.has(code) ? 'retry' : 'rejected';
}

function listen<T>(saver: Autosaver<T>): () => void {
  const onBlur = () => { if (saver.isDirty()) void saver.flush(); };
  const onVisibility = () => {
    if (document.visibilityState === 'hidden') onBlur();
    else saver.hurry();
  };
  const onOnline = () => saver.hurry();
  document.addEventListener('focusout', onBlur);
  document.addEventListener('visibilitychange', onVisibility);
  window.addEventListener('online', onOnline);
  return () => {
    document.removeEventListener('focusout', onBlur);
    document.removeEventListener('visibilitychange', onVisibility);
    window.removeEventListener('online', onOnline);
  };
}

function deviceMirror<T>(key: string): Mirror<T> {
  return {
    read: () => get<MirrorRecord<T>>(key),
    write: (record) => set(key, record),
    remove: () => del(key),
  };
}
