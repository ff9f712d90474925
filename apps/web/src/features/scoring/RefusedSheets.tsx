import { useTranslation } from 'react-i18next';
import { TextLink } from '../../ui/links.js';
import type { KeptSheet } from './outbox.js';
import styles from './scoring.module.css';

/** A band over every page: sheets that waited on this device and that the server did not take. */
export function RefusedSheets({ sheets }: { sheets: readonly KeptSheet[] }) {
  const { t } = useTranslation('scoring');
  return (
    <div role="status" className={styles.refused} data-no-print>
      {sheets.map(({ code, input }) => (
        <p key={input.itemId}>
          {t('kept.refusedNamed', { code })} <TextLink to="/cham-diem/$itemId" params={{ itemId: input.itemId }}>{t('kept.open', { code })}</TextLink>
        </p>
      ))}
    </div>
  );
}
