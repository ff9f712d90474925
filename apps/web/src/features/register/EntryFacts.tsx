import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/useFormat.js';
import { Qr } from '../../ui/Qr.js';
import type { Entry } from './EntryPage.js';
import { useFieldName } from './useFieldName.js';
import styles from './entry.module.css';

/** Who, by which decision, and where to find the page again. */
export function EntryFacts({ entry, address }: { entry: Entry; address: string }) {
  const { t } = useTranslation('register');
  const { formatDate, formatShare } = useFormat();
  const fieldName = useFieldName();
  const facts: [label: string, value: string | null | undefined][] = [
    [t('entry.decision'), t('entry.decisionOf', { number: entry.decisionNumber, date: formatDate(entry.decisionDate) })],
    [t('entry.grade'), entry.gradeLabel],
    [t('entry.unit'), `${entry.unitName}, ${entry.tenantName}`],
    [t('entry.field'), fieldName(entry.field)],
    [t('entry.kind'), t(`kind.${entry.kind}`)],
    [t('entry.level'), t(`level.${entry.level}`)],
  ];
  return (
    <>
      <h2>{t('entry.authors')}</h2>
      <ul className={styles.authors}>
        {entry.authors.map(({ fullName, shareBp }) => (
          <li key={fullName}><span>{fullName}</span>{entry.authors.length > 1 && <span className={styles.share}>{formatShare(shareBp)}</span>}</li>
        ))}
      </ul>
      <h2>{t('entry.recognition')}</h2>
      <dl className={styles.facts}>
        {facts.filter(([, value]) => value).map(([label, value]) => <div key={label}><dt>{label}</dt><dd>{value}</dd></div>)}
      </dl>
      <figure className={styles.qr}>
        <Qr value={address} label={t('entry.qr')} size={128} />
        <figcaption>{t('entry.qrHint')}</figcaption>
      </figure>
    </>
  );
}
