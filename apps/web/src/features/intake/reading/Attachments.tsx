import { IconFile, IconLock, IconPhoto } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { useProblem, type Problem } from '../../../lib/errors.js';
import { openFile } from '../../../lib/upload.js';
import { useFormat } from '../../../lib/useFormat.js';
import { ErrorSummary } from '../../../ui/ErrorSummary.js';
import { ReadingSection } from './DossierTexts.js';
import type { AttachmentRow } from './queries.js';
import styles from './reading.module.css';

/** The files of a dossier: what each proves, and a button that opens it in a new tab. */
export function Attachments({ attachments }: { attachments: readonly AttachmentRow[] }) {
  const { t } = useTranslation('intake');
  const { formatBytes } = useFormat();
  const client = useClient();
  const problemOf = useProblem();
  const [problem, setProblem] = useState<Problem | null>(null);
  const open = (fileId: string) => {
    setProblem(null);
    openFile(client, fileId).catch((error: unknown) => setProblem(problemOf(error)));
  };
  return (
    <ReadingSection title={t('files.title')}>
      {problem && <ErrorSummary problem={problem} />}
      {attachments.length === 0 && <p className={styles.missing}>{t('files.none')}</p>}
      <ul className={styles.files}>
        {attachments.map(({ id, file, caption, kind, supports, confidentiality }) => (
          <li key={id}>
            {kind === 'IMAGE' ? <IconPhoto size={22} aria-hidden /> : <IconFile size={22} aria-hidden />}
            <div>
              {file.state === 'READY'
                ? <button type="button" className={styles.fileName} onClick={() => open(file.id)}>{file.name}</button>
                : <span className={styles.fileName}>{file.name}</span>}
              <p className={styles.soft}>{[t(`attachmentKind.${kind}`), formatBytes(file.size ?? file.declaredSize), file.state === 'READY' ? null : t('files.notReady')].filter(Boolean).join(' · ')}</p>
              {caption && <p>{caption}</p>}
              <p className={styles.soft}>{t('files.supports', { section: t(`section.${supports}`) })}</p>
              {confidentiality === 'AUTHOR_SECRET' && <p className={styles.secretTag}><IconLock size={16} aria-hidden /> {t('files.secret')}</p>}
            </div>
          </li>
        ))}
      </ul>
    </ReadingSection>
  );
}
