import { lazy, Suspense } from 'react';
import type { Draft } from './draft.js';
import type { Clash } from './useSectionDraft.js';

// Rare, and only while there is a network: its code is fetched when it is needed.
const ConflictDialog = lazy(() => import('../../ui/ConflictDialog.js').then((module) => ({ default: module.ConflictDialog })));

interface SectionConflictProps<D extends Draft> {
  clash: Clash<D> | null;
  onChoose: (which: 'mine' | 'theirs') => void;
  /** The question and the answer in words. */
  describe: (key: keyof D & string, draft: D) => { label: string; text: string };
}

/** Two authors have answered the same question differently. */
export function SectionConflict<D extends Draft>({ clash, onChoose, describe }: SectionConflictProps<D>) {
  const fields = clash?.keys.map((key) => {
    const mine = describe(key, clash.mine);
    return { label: mine.label, mine: mine.text, theirs: describe(key, clash.theirs).text };
  }) ?? [];
  if (!clash) return null;
  return <Suspense><ConflictDialog opened fields={fields} onKeepMine={() => onChoose('mine')} onTakeTheirs={() => onChoose('theirs')} /></Suspense>;
}
