import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { useProblem, type Problem } from '../../lib/errors.js';
import { usePrimaryAction } from '../../lib/keyboard.js';
import { useFormat } from '../../lib/useFormat.js';
import { ErrorSummary } from '../../ui/ErrorSummary.js';
import { Status } from '../../ui/Status.js';
import { REOPEN_SHEET, SCORING_QUEUE, type JudgedItem } from './queries.js';
import styles from './scoring.module.css';

interface SubmittedSheetProps {
  item: JudgedItem;
  onReopened: () => void;
  /** On to the next one; absent when nothing is left. */
  onNext?: () => void;
}

/** The own sheet as handed in. Until scoring closes its owner can take it back and change it. */
export function SubmittedSheet({ item, onReopened, onNext }: SubmittedSheetProps) {
  const { t } = useTranslation('scoring');
  const { formatPoints, formatDateTime } = useFormat();
  const client = useClient();
  const problemOf = useProblem();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  usePrimaryAction(() => onNext?.(), Boolean(onNext));
  const { mySheet: sheet, session } = item;
  if (!sheet) return null;
  const reopen = async () => {
    setBusy(true);
    setProblem(null);
    const { error } = await client.mutation(REOPEN_SHEET, { input: { itemId: item.id, revision: sheet.revision } });
    setBusy(false);
    if (error) return setProblem(problemOf(error));
    void client.query(SCORING_QUEUE, {}, { requestPolicy: 'network-only' }).toPromise();
    onReopened();
  };
  return (
    <aside className={styles.card} aria-label={t('card.title')}>
      <div className={styles.cardBody} role="group" aria-label={t('submitted.label')} tabIndex={0}>
        <div className={styles.cardHead}><h2>{t('card.title')}</h2><Status tone="success" icon={IconCircleCheck}>{t('state.SUBMITTED')}</Status></div>
        {problem && <ErrorSummary problem={problem} />}
        {sheet.submittedAt && <p className={styles.meta}>{t('submitted.at', { at: formatDateTime(sheet.submittedAt), number: sheet.submissionNumber })}</p>}
        <ul className={styles.given}>
          {sheet.lines.map((line) => (
            <li key={line.criterionCode}>
              <span>{session.rules?.criteria.find(({ code }) => code === line.criterionCode)?.name ?? line.criterionCode}</span>
              <strong>{typeof line.points === 'number' ? formatPoints(line.points) : typeof line.met === 'boolean' ? t(line.met ? 'gate.yes' : 'gate.no') : ''}</strong>
              {line.comment && <p>{line.comment}</p>}
            </li>
          ))}
        </ul>
        {typeof sheet.total === 'number' && <p className={styles.total}>{t('card.total', { total: formatPoints(sheet.total), scale: formatPoints(session.rules?.scale ?? 10_000) })}</p>}
        {sheet.generalComment && <p className={styles.quoted}>{sheet.generalComment}</p>}
        {sheet.proposal && <p>{t('card.proposal')}: <strong>{t(`proposal.${sheet.proposal}`)}</strong></p>}
        <p className={styles.meta}>{session.state === 'SCORING' ? t('submitted.hint') : t('submitted.closed')}</p>
      </div>
      {(onNext ?? session.state === 'SCORING') && (
        <div className={styles.foot}>
          {session.state === 'SCORING' && <Button variant="default" onClick={() => void reopen()} loading={busy}>{t('submitted.reopen')}</Button>}
          {onNext && <Button onClick={onNext}>{t('submitted.next')}</Button>}
        </div>
      )}
    </aside>
  );
}
