import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useListNavigation } from '../../lib/keyboard.js';
import { DueDate } from '../../ui/DueDate.js';
import { Highlight } from '../../ui/Highlight.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import { dueOf } from './due.js';
import type { QueueRow } from './queries.js';
import type { IntakeSearch } from './search.js';
import styles from './intake.module.css';

const SETTLE = 150;

interface QueueListProps {
  rows: readonly QueueRow[];
  search: IntakeSearch;
  /** Code of the dossier beside the list. */
  shown: string | undefined;
  /** On wide screens the dossier beside the list follows j and k. */
  follow: ((code: string) => void) | undefined;
  /** A row was opened on purpose (click or Enter): the reader goes there. */
  onOpened: () => void;
}

/** The queue. j and k move through it; Enter goes over to the dossier. */
export function QueueList({ rows, search, shown, follow, onOpened }: QueueListProps) {
  const { t } = useTranslation('intake');
  const { active, rowProps } = useListNavigation(rows.length);
  const latest = useRef(follow);
  latest.current = follow;
  const activeCode = rows[active]?.code;
  const settled = useRef(activeCode);
  useEffect(() => {
    if (!activeCode || activeCode === settled.current) return undefined;
    const timer = window.setTimeout(() => {
      settled.current = activeCode;
      latest.current?.(activeCode);
    }, SETTLE);
    return () => window.clearTimeout(timer);
  }, [activeCode]);
  return (
    <ul className={styles.list} aria-label={t('list')}>
      {rows.map((row, index) => {
        const due = dueOf(row);
        return (
          <li key={row.id}>
            <Link
              {...rowProps(index)} tabIndex={0} to="/thu-ky/tiep-nhan" search={{ ...search, 'ho-so': row.code }} resetScroll={false} replace={Boolean(search['ho-so'])}
              className={styles.row} aria-current={row.code === shown ? 'true' : undefined} activeProps={{}} onClick={() => window.setTimeout(onOpened)}
            >
              <span className={styles.rowTop}><span className={styles.code}>{row.code}</span><StatusBadge state={row.state} /></span>
              <span className={styles.rowTitle}><Highlight text={row.title} query={search['tu-khoa'] ?? ''} /></span>
              <span className={styles.rowMeta}>
                {row.submittingUnit && <span>{row.submittingUnit.shortName}</span>}
                {row.currentVersion > 1 && <span>{t('resubmitted')}</span>}
                {due && <DueDate value={due} compact />}
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
