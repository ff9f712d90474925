import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconClock, IconPlayerPause, IconShieldSearch, IconUpload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../lib/useFormat.js';
import { Progress } from './Progress.js';
import { Status } from './Status.js';
import styles from './UploadList.module.css';

export type UploadState = 'waiting' | 'uploading' | 'paused' | 'scanning' | 'ready' | 'rejected' | 'failed';

export interface UploadRow {
  /** Key of the row: the file's id on the server, or a local one before it has that. */
  id: string;
  name: string;
  /** Bytes. */
  size: number;
  state: UploadState;
  /** Bytes sent so far. */
  sent?: number;
  /** Bytes a second. */
  speed?: number;
  /** What has arrived stays when the sending is interrupted. */
  canPause?: boolean;
  /** Why it was rejected, failed or does not go on, and what to do. */
  error?: string;
  /** Fields that belong to the file: caption, what it proves. */
  extra?: ReactNode;
}

export interface UploadListProps {
  rows: readonly UploadRow[];
  label: string;
  /** Sends a failed file again, or goes on with a paused one. */
  onRetry?: (id: string) => void;
  onPause?: (id: string) => void;
  onRemove?: (id: string) => void;
}

const LOOKS = {
  waiting: ['neutral', IconClock], uploading: ['info', IconUpload], paused: ['neutral', IconPlayerPause], scanning: ['info', IconShieldSearch],
  ready: ['success', IconCircleCheck], rejected: ['danger', IconAlertTriangle], failed: ['danger', IconAlertTriangle],
} as const;

/** Files on their way: đang tải → đang quét → sẵn sàng, each with its own bar, speed and buttons. */
export function UploadList({ rows, label, onRetry, onPause, onRemove }: UploadListProps) {
  const { t } = useTranslation('file');
  const { formatBytes } = useFormat();
  return (
    <ul className={styles.list} aria-label={label}>
      {rows.map((row) => {
        const [tone, icon] = LOOKS[row.state];
        const isBad = row.state === 'rejected' || row.state === 'failed';
        return (
          <li key={row.id} className={styles.row} data-bad={isBad || undefined}>
            <div className={styles.head}>
              <span className={styles.name}>{row.name}</span>
              <span className={styles.meta}>{formatBytes(row.size)}</span>
              <span role="status"><Status tone={tone} icon={icon}>{t(`upload.${row.state}`)}</Status></span>
              {row.state === 'uploading' && row.canPause && onPause && <Button variant="default" size="compact-md" onClick={() => onPause(row.id)} aria-label={t('upload.pauseNamed', { name: row.name })}>{t('upload.pause')}</Button>}
              {row.state === 'paused' && !row.error && onRetry && <Button variant="default" size="compact-md" onClick={() => onRetry(row.id)} aria-label={t('upload.continueNamed', { name: row.name })}>{t('upload.continue')}</Button>}
              {row.state === 'failed' && onRetry && <Button variant="default" size="compact-md" onClick={() => onRetry(row.id)} aria-label={t('upload.retryNamed', { name: row.name })}>{t('upload.retry')}</Button>}
              {onRemove && <Button variant="subtle" color="red" size="compact-md" onClick={() => onRemove(row.id)} aria-label={t('upload.removeNamed', { name: row.name })}>{t('upload.remove')}</Button>}
            </div>
            {(row.state === 'uploading' || (row.state === 'paused' && row.sent !== undefined)) && <Progress done={row.sent ?? 0} total={row.size} label={t('upload.progress')} text={progressText(row, formatBytes)} />}
            {row.error && <p className={isBad ? styles.error : styles.note}>{row.error}</p>}
            {row.extra && <div className={styles.extra}>{row.extra}</div>}
          </li>
        );
      })}
    </ul>
  );
}

function progressText(row: UploadRow, formatBytes: (bytes: number) => string): string {
  const percent = row.size > 0 ? Math.floor(((row.sent ?? 0) / row.size) * 100) : 0;
  return row.speed ? `${percent}% · ${formatBytes(row.speed)}/s` : `${percent}%`;
}
