import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { VisuallyHidden } from '@mantine/core';
import { PathLink } from './PathLink.js';
import styles from './KeyValue.module.css';

export interface KeyValueItem {
  label: string;
  /** Empty shows "Không có thông tin". */
  value: ReactNode;
  /** Where this answer can be changed; a "Thay đổi" link leads there. */
  changeTo?: string;
  /** Changes it on this page instead. */
  onChange?: () => void;
}

/** A summary list: questions, answers and links to change them. */
export function KeyValue({ items }: { items: KeyValueItem[] }) {
  const { t } = useTranslation();
  return (
    <dl className={styles.list}>
      {items.map(({ label, value, changeTo, onChange }) => {
        const isMissing = value === null || value === undefined || value === '';
        const change = <>{t('action.change')} <VisuallyHidden>{label}</VisuallyHidden></>;
        return (
          <div key={label} className={styles.row}>
            <dt>{label}</dt>
            <dd className={isMissing ? styles.missing : undefined}>{isMissing ? t('noInformation') : value}</dd>
            {(changeTo ?? onChange) && (
              <dd className={styles.action}>
                {changeTo ? <PathLink to={changeTo}>{change}</PathLink> : <button type="button" onClick={onChange}>{change}</button>}
              </dd>
            )}
          </div>
        );
      })}
    </dl>
  );
}
