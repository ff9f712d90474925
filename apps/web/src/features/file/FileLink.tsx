import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { useProblem } from '../../lib/errors.js';
import { openFile } from '../../lib/upload.js';
import styles from './file.module.css';

interface FileLinkProps {
  file: { id: string; name: string };
}

/** Opens a checked file in a new tab, through an address that is good for a short time only. */
export function FileLink({ file }: FileLinkProps) {
  const { t } = useTranslation('file');
  const client = useClient();
  const problemOf = useProblem();
  const [refusal, setRefusal] = useState('');
  const open = () => {
    setRefusal('');
    openFile(client, file.id).catch((error: unknown) => {
      const { text, fix } = problemOf(error);
      setRefusal(`${text} ${fix}`);
    });
  };
  return (
    <>
      <button type="button" className={styles.link} onClick={open} aria-label={t('open', { name: file.name })}>{file.name}</button>
      {refusal && <span role="alert" className={styles.refusal}>{refusal}</span>}
    </>
  );
}
