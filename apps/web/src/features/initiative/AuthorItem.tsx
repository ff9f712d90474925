import { Button, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconCircleCheck, IconClock, IconTrash, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatPoints, parseHundredths } from '../../lib/format.js';
import { Status } from '../../ui/Status.js';
import type { AuthorRow } from './authors.js';
import styles from './people.module.css';

interface AuthorItemProps {
  author: AuthorRow;
  index: number;
  count: number;
  isReadOnly: boolean;
  isSelf: boolean;
  /** What the server knows of the person's answer; absent for one just added. */
  consent?: { confirmedAt: string | null; declinedAt: string | null; declineReason: string | null };
  error?: string;
  onShare: (share: string) => void;
  onMove: (to: number) => void;
  onRemove: () => void;
}

/** One author: who, which part, and whether they have agreed. */
export function AuthorItem({ author, index, count, isReadOnly, isSelf, consent, error, onShare, onMove, onRemove }: AuthorItemProps) {
  const { t } = useTranslation('initiative');
  const { fullName, about, share } = author;
  const settle = () => {
    const bp = parseHundredths(share);
    if (bp !== null) onShare(formatPoints(bp));
  };
  return (
    <li className={styles.person}>
      <div className={styles.who} id={`authors.${index}`} tabIndex={-1}>
        <p className={styles.name}>{fullName}</p>
        <p className={styles.meta}>{index === 0 ? t('authors.roleLead') : t('authors.roleCo')}{about && ` · ${about}`}</p>
        <p className={styles.meta}><Consent consent={consent} /></p>
      </div>
      {isReadOnly
        ? <strong>{share}%</strong>
        : (
          <TextInput
            id={`authors.${index}.shareBp`} className={styles.share} label={t('authors.share')} aria-label={t('authors.shareOf', { name: fullName })} value={share} inputMode="decimal"
            autoComplete="off" rightSection={<span aria-hidden>%</span>} error={error} onChange={(event) => onShare(event.currentTarget.value)} onBlur={settle}
          />
        )}
      {!isReadOnly && count > 1 && (
        <div className={styles.tools}>
          {index > 0 && <Button variant="subtle" color="gray" size="compact-md" leftSection={<IconArrowUp size={18} aria-hidden />} onClick={() => onMove(index - 1)} aria-label={t('authors.upNamed', { name: fullName })}>{t('authors.up')}</Button>}
          {index < count - 1 && <Button variant="subtle" color="gray" size="compact-md" leftSection={<IconArrowDown size={18} aria-hidden />} onClick={() => onMove(index + 1)} aria-label={t('authors.downNamed', { name: fullName })}>{t('authors.down')}</Button>}
          {!isSelf && <Button variant="subtle" color="red" size="compact-md" leftSection={<IconTrash size={18} aria-hidden />} onClick={onRemove} aria-label={t('authors.removeNamed', { name: fullName })}>{t('authors.remove')}</Button>}
        </div>
      )}
    </li>
  );
}

function Consent({ consent }: Pick<AuthorItemProps, 'consent'>) {
  const { t } = useTranslation('initiative');
  if (consent?.confirmedAt) return <Status tone="success" icon={IconCircleCheck}>{t('consent.confirmed')}</Status>;
  if (consent?.declinedAt) {
    return (
      <>
        <Status tone="danger" icon={IconX}>{t('consent.declined')}</Status>
        {consent.declineReason && <> {t('consent.because', { reason: consent.declineReason })}</>}
      </>
    );
  }
  return <Status tone="neutral" icon={IconClock}>{consent ? t('consent.pending') : t('consent.new')}</Status>;
}
