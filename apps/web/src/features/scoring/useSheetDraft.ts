import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient, type CombinedError } from 'urql';
import { readError } from '../../lib/errors.js';
import { formatTime } from '../../lib/format.js';
import { useAutosave } from '../../lib/useAutosave.js';
import { toast } from '../../ui/toast.js';
import { JUDGED_ITEM, SAVE_SHEET, type JudgedItem, type Rules, type Sheet } from './queries.js';
import { draftOf, linesOf, type SheetDraft } from './sheet.js';

/** Where this device keeps the words of a sheet that are not yet saved. */
export function sheetKey(itemId: string): string {
  return `sheet/${itemId}`;
}

/** What another window of the same member has saved meanwhile. */
export interface OtherSheet {
  mine: SheetDraft;
  theirs: SheetDraft;
  revision: number;
}

/** A score sheet being filled in: saved by itself as a draft, and kept on this device while the network is gone. */
export function useSheetDraft(item: JudgedItem, rules: Rules, onNewer: () => void) {
  const { t } = useTranslation();
  const client = useClient();
  const [draft, setDraft] = useState<SheetDraft>(() => draftOf(item.mySheet));
  const [other, setOther] = useState<OtherSheet | null>(null);
  const revision = useRef(item.mySheet?.revision ?? 0);
  const refusal = useRef<CombinedError | null>(null);

  const save = async (value: SheetDraft, known: number): Promise<number> => {
    const input = { itemId: item.id, revision: known, lines: linesOf(rules.criteria, value, 'BEGUN'), generalComment: value.generalComment, privateNote: value.privateNote, proposal: value.proposal };
    const { data, error } = await client.mutation(SAVE_SHEET, { input });
    refusal.current = error ?? null;
    if (!data) throw error ?? new Error('Not saved');
    revision.current = data.saveScoreSheet.revision;
    return revision.current;
  };
  const onConflict = (mine: SheetDraft) => {
    setDraft(mine);
    void client.query(JUDGED_ITEM, { id: item.id }, { requestPolicy: 'network-only' }).then(({ data }) => {
      if (!data) return;
      const sheet: Sheet | null | undefined = data.agendaItem.mySheet;
      if (sheet && sheet.state !== 'DRAFT') {
        autosave.discard(sheet.revision, mine);
        return onNewer();
      }
      const theirs = draftOf(sheet);
      revision.current = sheet?.revision ?? 0;
      if (JSON.stringify(theirs) === JSON.stringify(mine)) return autosave.discard(revision.current, mine);
      setOther({ mine, theirs, revision: revision.current });
    });
  };
  const onRestore = (value: SheetDraft, at: Date) => {
    setDraft(value);
    toast(t('saveState.restored', { time: formatTime(at) }));
  };
  const autosave = useAutosave<SheetDraft>({ id: sheetKey(item.id), value: draft, revision: revision.current, save, onRestore, onConflict });

  /** Saves what is open, and says whether it is saved, waits only for the network, or was refused. */
  const settle = async (): Promise<{ outcome: 'SAVED' | 'OFFLINE' } | { outcome: 'REFUSED'; error: CombinedError }> => {
    await autosave.flush();
    if (!autosave.isDirty()) return { outcome: 'SAVED' };
    const error = refusal.current;
    return error && readError(error).code !== 'NETWORK' ? { outcome: 'REFUSED', error } : { outcome: 'OFFLINE' };
  };
  const choose = (which: 'mine' | 'theirs') => {
    if (!other) return;
    setDraft(other[which]);
    if (which === 'mine') autosave.resolve(other.revision, other.mine);
    else autosave.discard(other.revision, other.theirs);
    setOther(null);
  };
  return { draft, setDraft, autosave, other, choose, settle, revision };
}
