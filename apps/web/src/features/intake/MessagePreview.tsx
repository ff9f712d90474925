import { useTranslation } from 'react-i18next';
import type { DossierSection } from '../../gql/schema.js';
import { useFormat } from '../../lib/useFormat.js';
import { bySection } from './reasons.js';
import styles from './intake.module.css';

interface MessagePreviewProps {
  faults: readonly { code: string; section: DossierSection; text: string; note?: string | null; fix?: string | null }[];
  message: string;
  dueOn?: string | null;
}

/** The answer in the words and the order in which its authors read it. */
export function MessagePreview({ faults, message, dueOn }: MessagePreviewProps) {
  const { t } = useTranslation('intake');
  const { formatDeadline } = useFormat();
  return (
    <div className={styles.message}>
      {bySection(faults).map(({ section, items }) => (
        <div key={section}>
          <p className={styles.messageSection}>{t(`section.${section}`)}</p>
          <ul>
            {items.map(({ code, text, note, fix }) => (
              <li key={code}>{text}{note && <span className={styles.messageNote}>{note}</span>}{fix && <span className={styles.soft}>{fix}</span>}</li>
            ))}
          </ul>
        </div>
      ))}
      {message.trim() && <p className={styles.messageText}>{message}</p>}
      {dueOn && <p>{t('checks.dueOn', { at: formatDeadline(dueOn) })}</p>}
    </div>
  );
}
