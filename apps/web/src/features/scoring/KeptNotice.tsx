import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { set } from 'idb-keyval';
import { CombinedError } from 'urql';
import { useProblem } from '../../lib/errors.js';
import { useViewer } from '../../session/context.js';
import type { KeptSheet } from './outbox.js';
import { draftOf } from './sheet.js';
import { sheetKey } from './useSheetDraft.js';
import styles from './scoring.module.css';

/** Instead of the form: the finished sheet waits on this device for the network, or was refused since. */
export function KeptNotice({ kept, onTake }: { kept: KeptSheet; onTake: () => void }) {
  const { t } = useTranslation('scoring');
  const { accountId } = useViewer();
  const problemOf = useProblem();
  const refusal = kept.refusal && problemOf(new CombinedError({ graphQLErrors: [{ message: kept.refusal, extensions: { code: kept.refusal } }] }));
  const edit = async () => {
    const { itemId, revision, lines, generalComment, privateNote, proposal } = kept.input;
    const value = draftOf({ lines: lines.map((line) => ({ ...line, levelCode: line.levelCode ?? null, points: line.points ?? null, met: line.met ?? null, comment: line.comment ?? null })), generalComment: generalComment ?? '', privateNote: privateNote ?? null, proposal: proposal ?? null });
    // The form finds the words where it looks for those of a tab that was closed.
    await set(`khoi/${accountId}/${sheetKey(itemId)}`, { value, revision, at: Date.now() }).catch(() => undefined);
    onTake();
  };
  return (
    <aside className={styles.card} aria-label={t('card.title')}>
      <div className={styles.cardBody}>
        <h2>{t('card.title')}</h2>
        {refusal ? <><p>{t('kept.refused')}</p><p><strong>{refusal.text}</strong> {refusal.fix}</p></> : <p>{t('kept.waiting')}</p>}
        <Button variant="default" onClick={() => void edit()}>{t('kept.edit')}</Button>
      </div>
    </aside>
  );
}
