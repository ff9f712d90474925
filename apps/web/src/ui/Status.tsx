import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './Status.module.css';

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger';

/** A state in a word, an icon and a colour; never by colour alone. */
export function Status({ tone, icon: StatusIcon, children }: { tone: Tone; icon: Icon; children: ReactNode }) {
  return (
    <span className={`${styles.status} ${styles[tone]}`}>
      <StatusIcon size={16} aria-hidden />
      {children}
    </span>
  );
}
