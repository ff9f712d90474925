import {
  IconArrowBackUp, IconBallpen, IconCertificate, IconChecklist, IconGavel, IconHourglass, IconInbox, IconLock, IconMessages, IconPencil,
  IconSignature, IconUserCheck, IconUsersGroup, type Icon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { useListNavigation } from '../../lib/keyboard.js';
import { useFormat } from '../../lib/useFormat.js';
import { DueDate } from '../../ui/DueDate.js';
import { PathLink } from '../../ui/PathLink.js';
import type { WorkItem } from './queries.js';
import { kindOf, type WorkKind } from './workKinds.js';
import styles from './work.module.css';

const ICONS: Record<WorkKind, Icon> = {
  CONFIRM_AUTHORSHIP: IconUserCheck, FIX_RETURNED: IconArrowBackUp, FINISH_DRAFT: IconPencil, CHECK_FORMALLY: IconInbox,
  CONFIRM_APPLICATION: IconCertificate, SCORE_SHEETS: IconMessages, OPEN_SCORING: IconMessages, CLOSE_SCORING: IconLock,
  HOLD_MEETING: IconUsersGroup, CAST_BALLOT: IconBallpen, SIGN_MINUTES: IconSignature, LOCK_SESSION: IconLock,
  PROPOSE_DECISION: IconSignature, DECIDE: IconGavel, WAIT_FORMAL_CHECK: IconHourglass, WAIT_FIRST_APPLICATION: IconHourglass,
  WAIT_COUNCIL: IconHourglass, WAIT_RESULT: IconHourglass, AWAIT_DECISION: IconHourglass, OTHER: IconChecklist,
};

type RowProps = ReturnType<ReturnType<typeof useListNavigation>['rowProps']>;

/** One thing that waits: what to do, about what, until when, and the one link that leads there. */
export function WorkRow({ item, rowProps }: { item: WorkItem; rowProps: RowProps }) {
  const { t } = useTranslation('work');
  const { formatDate } = useFormat();
  const { title, code, dueOn, link, urgency } = item;
  const kind = kindOf(item.kind);
  const Icon = ICONS[kind];
  const amount = item.count === null || item.count === undefined ? null : t(`count.${countOf(kind)}`, { count: item.count });
  const facts = [title === '' ? null : amount, code].filter(Boolean).join(' · ');
  return (
    // The row takes the focus of j and k; the link inside stays the only stop of the Tab key.
    <li {...rowProps} tabIndex={-1} className={styles.row}>
      <Icon size={22} aria-hidden className={styles.icon} />
      <div className={styles.what}>
        <p className={styles.verb}>{t(`kind.${kind}.verb`)}</p>
        <p className={styles.title}>{title || amount || t(`kind.${kind}.verb`)}</p>
        {(facts || dueOn) && (
          <p className={styles.facts}>
            {facts && <span>{facts}</span>}
            {dueOn && (urgency === 'WAITING'
              ? <span>{t('expected', { date: formatDate(dueOn) })}</span>
              : <span>{t('due')} <DueDate value={dueOn} compact /></span>)}
          </p>
        )}
      </div>
      <PathLink to={link} className={styles.action} aria-label={`${t(`kind.${kind}.action`)}: ${title || amount || ''} ${code ?? ''}`.trim()}>
        {t(`kind.${kind}.action`)}
      </PathLink>
    </li>
  );
}

/** What a line with a number counts. */
function countOf(kind: WorkKind): 'dossiers' | 'sheets' | 'applications' | 'initiatives' {
  if (kind === 'SCORE_SHEETS') return 'sheets';
  if (kind === 'CONFIRM_APPLICATION') return 'applications';
  return kind === 'DECIDE' ? 'initiatives' : 'dossiers';
}
