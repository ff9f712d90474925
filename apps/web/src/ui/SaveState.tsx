import { IconAlertTriangle, IconCircleCheck, IconCloudUpload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AutosaveState } from '../lib/autosave.js';
import { formatTime } from '../lib/format.js';
import { useProblem } from '../lib/errors.js';
import styles from './SaveState.module.css';

/** What became of the words just typed, from `useAutosave`. Stays on the page and is read aloud when it changes. */
export function SaveState({ state }: { state: AutosaveState }) {
  return <div role="status" className={styles.state}><Words state={state} /></div>;
}

function Words({ state }: { state: AutosaveState }) {
  const { t } = useTranslation();
  const problemOf = useProblem();
  switch (state.status) {
    case 'idle': return null;
    case 'dirty': return <span>{t('saveState.dirty')}</span>;
    case 'saving': return <><IconCloudUpload size={18} aria-hidden /><span>{t('saveState.saving')}</span></>;
    case 'saved': return <><IconCircleCheck size={18} aria-hidden /><span>{t('saveState.saved', { time: formatTime(state.savedAt ?? new Date()) })}</span></>;
    case 'retrying': return <span className={styles.bad}><IconAlertTriangle size={18} aria-hidden /> {t('saveState.retrying')} <span className={styles.hint}>{t('saveState.retryingHint')}</span></span>;
    case 'conflict': return <span className={styles.bad}><IconAlertTriangle size={18} aria-hidden /> {t('saveState.conflict')}</span>;
    case 'rejected': return <span className={styles.bad}><IconAlertTriangle size={18} aria-hidden /> {t('saveState.rejected', { reason: problemOf(state.error).text })}</span>;
  }
}
