import { Textarea } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { useAutosave } from '../../lib/useAutosave.js';
import { ConflictDialog } from '../../ui/ConflictDialog.js';
import { SaveState } from '../../ui/SaveState.js';
import { PROCEEDINGS, type RoomItem, SAVE_PROCEEDINGS } from './queries.js';
import { done } from './useAct.js';
import styles from './meeting.module.css';

/** What is said about an item, for the minutes. Saves itself; two people who write at once see both texts. */
export function Notes({ item }: { item: RoomItem }) {
  const { t } = useTranslation('meeting');
  const client = useClient();
  const kept = { notes: item.proceedings?.notes ?? '', revision: item.proceedings?.revision ?? 0 };
  const [notes, setNotes] = useState(kept.notes);
  const [theirs, setTheirs] = useState<typeof kept | null>(null);
  const save = async (value: string, revision: number) => {
    const { saveProceedings } = await done(client.mutation(SAVE_PROCEEDINGS, { input: { itemId: item.id, notes: value, revision } }));
    return saveProceedings.proceedings?.revision ?? revision + 1;
  };
  const onConflict = () => {
    void client.query(PROCEEDINGS, { id: item.id }, { requestPolicy: 'network-only' }).toPromise()
      .then(({ data }) => { if (data) setTheirs(data.agendaItem.proceedings ?? { notes: '', revision: 0 }); });
  };
  const { state, isReady, isDirty, resolve, discard } = useAutosave({ id: `proceedings/${item.id}`, value: notes, revision: kept.revision, save, onRestore: setNotes, onConflict });
  useEffect(() => {
    // Somebody else has written while nothing was typed here: their words are shown.
    if (!isReady || isDirty()) return;
    discard(kept.revision, kept.notes);
    setNotes(kept.notes);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only what the server has can change the words from outside
  }, [kept.revision, isReady]);
  if (!isReady) return null;
  const settle = (isMine: boolean) => {
    if (theirs === null) return;
    if (isMine) resolve(theirs.revision, notes);
    else {
      discard(theirs.revision, theirs.notes);
      setNotes(theirs.notes);
    }
    setTheirs(null);
  };
  return (
    <div className={styles.notes}>
      <Textarea label={t('notes.label')} description={t('notes.hint')} autosize minRows={3} maxLength={20_000} value={notes} onChange={(event) => setNotes(event.currentTarget.value)} />
      <SaveState state={state} />
      <ConflictDialog opened={theirs !== null} fields={[{ label: t('notes.label'), mine: notes, theirs: theirs?.notes ?? '' }]} onKeepMine={() => settle(true)} onTakeTheirs={() => settle(false)} />
    </div>
  );
}
