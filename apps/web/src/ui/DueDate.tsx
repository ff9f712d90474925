import { deadlineInstant } from '../lib/format.js';
import { useFormat } from '../lib/useFormat.js';
import { useNow } from '../lib/useNow.js';
import styles from './DueDate.module.css';

const SOON = 3 * 86_400_000;

export interface DueDateProps {
  /** `YYYY-MM-DD` (the end of that day in Vietnam) or an instant. */
  value: string;
  /** Only `30/11/2026` instead of the whole `23:59 ngày 30/11/2026 (giờ Việt Nam)`; for lists. */
  compact?: boolean;
}

/** A deadline and the time left to it. */
export function DueDate({ value, compact = false }: DueDateProps) {
  const { formatDate, formatDeadline, formatRemaining } = useFormat();
  const now = useNow();
  const gap = deadlineInstant(value).getTime() - now.getTime();
  const look = gap < 0 ? styles.late : gap < SOON ? styles.soon : styles.left;
  return (
    <span className={styles.due}>
      <time dateTime={value}>{compact ? formatDate(value) : formatDeadline(value)}</time>
      <span className={look}>{formatRemaining(value, now)}</span>
    </span>
  );
}
