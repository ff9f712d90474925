import { del, get, set } from 'idb-keyval';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient, type TypedDocumentNode } from 'urql';
import { hasCode } from '../../lib/errors.js';
import { formatTime } from '../../lib/format.js';
import { useAutosave } from '../../lib/useAutosave.js';
import { useViewer } from '../../session/context.js';
import { toast } from '../../ui/toast.js';
import { changedKeys, mergeDrafts, same, type Draft } from './draft.js';
import { clientError } from './faults.js';
import { EDIT_DOSSIER, type EditDossier, type SavedDossier } from './queries.js';

/** Milliseconds until a conflict is looked at again when the network failed. */
const SETTLE_AGAIN = 5000;

type Keys<D> = readonly (keyof D & string)[];
/** Each mutation has its own input; the steps are made where it is known. */
type SaveDocument = TypedDocumentNode<{ saved: SavedDossier }, never>;

/** One mutation of a save: its input without id and revision, and the questions it answers. */
export interface SaveStep<D> {
  document: SaveDocument;
  input: Record<string, unknown>;
  keys: Keys<D>;
}

/** How changed answers are sent. `isComplete` is false while some of them cannot be sent yet, such as half a date. */
export interface SavePlan<D> {
  steps: SaveStep<D>[];
  isComplete: boolean;
}

export interface SectionDraftOptions<D extends Draft> {
  /** Unique within the dossier. */
  name: string;
  /** The dossier as it was when the page was opened. */
  dossier: EditDossier;
  read: (dossier: EditDossier) => D;
  /** The answers as `read` would give them back: `6/3/2026` as `06/03/2026`. */
  tidy?: (draft: D) => D;
  plan: (draft: D, changed: Keys<D>) => SavePlan<D>;
  onSaved: (saved: SavedDossier) => void;
}

/** Both versions of the questions that this person and somebody else have answered differently. */
export interface Clash<D> {
  keys: Keys<D>;
  mine: D;
  theirs: D;
  revision: number;
}

/**
 * A section of a dossier, saved while it is written. The revision counts for the whole dossier, so when another author has
 * saved another question meanwhile, both changes are kept; only the same question changed twice is put to the person.
 */
export function useSectionDraft<D extends Draft>({ name, dossier, read, tidy = (draft) => draft, plan, onSaved }: SectionDraftOptions<D>) {
  const { t } = useTranslation();
  const client = useClient();
  const { accountId } = useViewer();
  const id = `initiative/${dossier.id}/${name}`;
  const baseKey = `khoi/${accountId}/${id}/base`;
  const [draft, setDraft] = useState<D>(() => read(dossier));
  const [clash, setClash] = useState<Clash<D> | null>(null);
  /** What the server is known to hold. */
  const base = useRef(draft);
  const revision = useRef(dossier.revision);
  const isSettling = useRef(false);
  /** Whether the words of an earlier visit have been dealt with. */
  const isOpened = useRef(false);
  const latest = useRef(draft);
  latest.current = draft;

  const keepBase = (value: D) => {
    base.current = value;
    void set(baseKey, value).catch(() => undefined);
  };
  const newest = async () => {
    const { data, error } = await client.query(EDIT_DOSSIER, { code: dossier.code }, { requestPolicy: 'network-only' });
    if (!data) throw error ?? new Error('No dossier');
    return data.initiative;
  };
  const run = async (value: D, step: SaveStep<D>) => {
    const { data, error } = await client.mutation(step.document, { input: { id: dossier.id, revision: revision.current, ...step.input } } as never);
    if (!data) throw error ?? new Error('Not saved');
    revision.current = data.saved.revision;
    keepBase({ ...base.current, ...Object.fromEntries(step.keys.map((key) => [key, value[key]])) });
    onSaved(data.saved);
  };
  const send = async (value: D) => {
    const tidied = tidy(value);
    const { steps, isComplete } = plan(value, changedKeys(tidied, base.current));
    for (const step of steps) await run(tidied, step);
    if (!isComplete) throw clientError('ANSWER_INCOMPLETE');
  };
  const save = async (value: D, known: number): Promise<number> => {
    revision.current = Math.max(revision.current, known);
    try {
      await send(value);
    } catch (error) {
      if (!hasCode(error, 'REVISION_CONFLICT')) throw error;
      const newer = await newest();
      if (!same(read(newer), base.current)) throw error;
      revision.current = newer.revision;
      await send(value);
    }
    return revision.current;
  };

  const settle = async (known: D | undefined) => {
    const newer = await newest();
    const theirs = read(newer);
    const mine = tidy(latest.current);
    // Without knowledge of what the words were written on, every difference is the person's to decide.
    const { merged, clashes } = known ? mergeDrafts(known, mine, theirs) : { merged: mine, clashes: changedKeys(mine, theirs) };
    base.current = theirs;
    revision.current = newer.revision;
    if (clashes.length > 0) return setClash({ keys: clashes, mine: merged, theirs: { ...merged, ...pick(theirs, clashes) }, revision: newer.revision });
    setDraft(merged);
    autosave.resolve(newer.revision, merged);
  };
  const onConflict = (mine: D) => {
    if (isSettling.current) return;
    isSettling.current = true;
    latest.current = mine;
    setDraft(mine);
    // Words of an earlier visit are compared with what the server held then.
    const known = isOpened.current ? Promise.resolve(base.current) : get<D>(baseKey).catch(() => undefined);
    const attempt = (): Promise<void> => known.then(settle).catch(() => new Promise((resolve) => setTimeout(resolve, SETTLE_AGAIN)).then(attempt));
    void attempt().finally(() => { isSettling.current = false; });
  };

  const onRestore = (value: D, at: Date) => {
    setDraft(value);
    toast(t('saveState.restored', { time: formatTime(at) }));
  };

  const autosave = useAutosave<D>({ id, value: draft, revision: dossier.revision, save, onRestore, onConflict });

  const { isReady, isDirty } = autosave;
  useEffect(() => {
    isOpened.current = isReady;
    if (isReady && !isSettling.current) void set(baseKey, base.current).catch(() => undefined);
    return () => { if (isReady && !isDirty()) void del(baseKey).catch(() => undefined); };
  }, [isReady, isDirty, baseKey]);

  const change = useCallback((part: Partial<D>) => setDraft((before) => ({ ...before, ...part })), []);
  const choose = (which: 'mine' | 'theirs') => {
    if (!clash) return;
    const value = clash[which];
    setDraft(value);
    autosave.resolve(clash.revision, value);
    setClash(null);
  };
  return { draft, change, autosave, clash, choose };
}

function pick<D extends Draft>(draft: D, keys: Keys<D>): Partial<D> {
  return Object.fromEntries(keys.map((key) => [key, draft[key]])) as Partial<D>;
}
