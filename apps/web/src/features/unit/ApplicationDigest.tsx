import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { useFormat } from '../../lib/useFormat.js';
import { ConfirmDialog } from '../../ui/ConfirmDialog.js';
import { DueDate } from '../../ui/DueDate.js';
import { toast } from '../../ui/toast.js';
import { ApplicationPeriod, Benefit, Measures } from '../intake/reading/Applications.js';
import { Prose } from '../intake/reading/DossierTexts.js';
import { CONFIRM_APPLICATION, type Waiting, type WaitingRecord } from './queries.js';
import styles from './unit.module.css';

interface ApplicationDigestProps {
  initiative: Waiting;
  record: WaitingRecord;
  onConfirmed: () => void;
}

/** One application as its unit's head judges it: what, since when, which figures, what benefit. */
export function ApplicationDigest({ initiative, record, onConfirmed }: ApplicationDigestProps) {
  const { t } = useTranslation('intake');
  const { formatShare } = useFormat();
  const [isAsking, setAsking] = useState(false);
  const due = initiative.resultDueOn ?? initiative.formalCheckDueOn;
  return (
    <article className={styles.digest} aria-labelledby={`digest-${record.id}`}>
      <p className={styles.meta}><span>{initiative.code}</span>{due && <span>{t('confirm.due')} <DueDate value={due} compact /></span>}</p>
      <h2 id={`digest-${record.id}`}>{initiative.title}</h2>
      <Prose text={initiative.summary} />
      <dl className={styles.facts}>
        <div><dt>{t('confirm.authors')}</dt><dd>{initiative.authors.map(({ id, person, shareBp }) => <span key={id}>{person.fullName} ({formatShare(shareBp)})</span>)}</dd></div>
        <div><dt>{t('confirm.where')}</dt><dd>{record.place}</dd></div>
        <div><dt>{t('confirm.since')}</dt><dd><ApplicationPeriod record={record} /></dd></div>
      </dl>
      <h3>{t('confirm.measures')}</h3>
      <Measures measures={record.measures} caption={t('application.measuresOf', { place: record.place })} />
      <Benefit record={record} />
      {initiative.content.trim() && (
        <details className={styles.more}>
          <summary>{t('confirm.more')}</summary>
          <Prose text={initiative.content} />
        </details>
      )}
      <div className={styles.action}>
        <Button onClick={() => setAsking(true)} aria-label={t('confirm.actionNamed', { title: initiative.title })}>{t('confirm.action')}</Button>
      </div>
      {isAsking && <AskToConfirm initiative={initiative} record={record} onClose={() => setAsking(false)} onConfirmed={onConfirmed} />}
    </article>
  );
}

function AskToConfirm({ initiative, record, onClose, onConfirmed }: ApplicationDigestProps & { onClose: () => void }) {
  const { t } = useTranslation('intake');
  const client = useClient();
  const [note, setNote] = useState('');
  const confirm = async () => {
    const { error } = await client.mutation(CONFIRM_APPLICATION, { input: { recordId: record.id, note: note.trim() } });
    if (error) throw error;
    toast(t('confirm.done'));
    onConfirmed();
  };
  return (
    <ConfirmDialog opened onClose={onClose} title={t('confirm.question')} confirmLabel={t('confirm.action')} onConfirm={confirm}>
      <p>{t('confirm.meaning', { place: record.place, title: initiative.title })}</p>
      <Textarea label={t('confirm.note')} description={t('confirm.noteHint')} autosize minRows={2} maxLength={2000} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
    </ConfirmDialog>
  );
}
