import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient, useQuery } from 'urql';
import { formatTime } from '../../lib/format.js';
import { useAutosave } from '../../lib/useAutosave.js';
import { ConflictDialog } from '../../ui/ConflictDialog.js';
import { SaveState } from '../../ui/SaveState.js';
import { toast } from '../../ui/toast.js';
import { ITEM_NOTE, SAVE_ITEM_NOTE } from './queries.js';
import styles from './deliberation.module.css';

/** A note to oneself about an item, saved by itself. */
export function ItemNoteField({ itemId }: { itemId: string }) {
  const [{ data }] = useQuery({ query: ITEM_NOTE, variables: { id: itemId }, requestPolicy: 'network-only' });
  const { t } = useTranslation('discussion');
  if (!data) return null;
  const { myNote, session } = data.agendaItem;
  if (session.state !== 'LOCKED' && session.state !== 'CANCELLED') return <NoteForm itemId={itemId} body={myNote?.body ?? ''} revision={myNote?.revision ?? 0} />;
  return myNote?.body ? <section className={styles.own}><h2>{t('note.label')}</h2><p className={styles.body}>{myNote.body}</p></section> : null;
}

function NoteForm({ itemId, body, revision }: { itemId: string; body: string; revision: number }) {
  const { t } = useTranslation('discussion');
  const client = useClient();
  const [text, setText] = useState(body);
  const [other, setOther] = useState<{ mine: string; theirs: string; revision: number } | null>(null);
  const autosave = useAutosave<string>({
    id: `ghi-chu/${itemId}`, value: text, revision,
    save: async (value, known) => {
      const { data, error } = await client.mutation(SAVE_ITEM_NOTE, { input: { itemId, revision: known, body: value } });
      if (!data) throw error ?? new Error('Not saved');
      return data.saveItemNote.revision;
    },
    onRestore: (value, at) => {
      setText(value);
      toast(t('note.restored', { time: formatTime(at) }));
    },
    onConflict: (mine) => {
      setText(mine);
      void client.query(ITEM_NOTE, { id: itemId }, { requestPolicy: 'network-only' }).then(({ data }) => {
        const saved = data?.agendaItem.myNote;
        if (!data) return;
        if ((saved?.body ?? '') === mine) autosave.discard(saved?.revision ?? 0, mine);
        else setOther({ mine, theirs: saved?.body ?? '', revision: saved?.revision ?? 0 });
      });
    },
  });
  const choose = (which: 'mine' | 'theirs') => {
    if (!other) return;
    setText(other[which]);
    if (which === 'mine') autosave.resolve(other.revision, other.mine);
    else autosave.discard(other.revision, other.theirs);
    setOther(null);
  };
  return (
    <section className={styles.own} data-no-print>
      {autosave.isReady && (
        <Textarea
          label={t('note.label')} description={t('note.hint')} value={text} autosize minRows={2} maxRows={16} maxLength={20_000}
          onChange={(event) => setText(event.currentTarget.value)} onBlur={() => void autosave.flush()}
        />
      )}
      <SaveState state={autosave.state} />
      {other && <ConflictDialog opened fields={[{ label: t('note.label'), mine: other.mine, theirs: other.theirs }]} onKeepMine={() => choose('mine')} onTakeTheirs={() => choose('theirs')} />}
    </section>
  );
}
