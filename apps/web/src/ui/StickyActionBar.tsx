import type { ReactNode } from 'react';
import styles from './StickyActionBar.module.css';

export interface StickyActionBarProps {
  /** The buttons, main one first in reading order. */
  children: ReactNode;
  /** At the left: the state of saving, a total, a progress. */
  note?: ReactNode;
}

/** The page's main buttons, always in reach at the bottom. On a phone it takes the place of the bottom navigation. */
export function StickyActionBar({ children, note }: StickyActionBarProps) {
  return (
    <div className={styles.bar} data-sticky-actions>
      {note && <div className={styles.note}>{note}</div>}
      <div className={styles.actions}>{children}</div>
    </div>
  );
}
