import { Button } from '@mantine/core';
import { IconCamera, IconUpload } from '@tabler/icons-react';
import { useId, useRef, useState, type ChangeEvent } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './FilePicker.module.css';

export interface FilePickerProps {
  onFiles: (files: File[]) => void;
  /** What to choose, e.g. "Tải lên minh chứng"; names the field. */
  label: string;
  /** Kinds and sizes that are accepted, in words. */
  hint?: string;
  /** As the `accept` attribute. */
  accept?: string;
}

/** Files by choosing, by dropping, or on a phone by taking a photo. Dropping is never the only way. */
export function FilePicker({ onFiles, label, hint, accept }: FilePickerProps) {
  const { t } = useTranslation('file');
  const id = useId();
  const chooser = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    onFiles([...(event.currentTarget.files ?? [])]);
    // The same file may be chosen again after it was removed.
    event.currentTarget.value = '';
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dropping only adds to the buttons inside
    <div
      className={styles.drop} role="group" aria-label={label} data-over={isOver || undefined}
      onDragOver={(event) => { event.preventDefault(); setOver(true); }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => { event.preventDefault(); setOver(false); onFiles([...event.dataTransfer.files]); }}
    >
      <span className={styles.words}>{t('upload.drop')}</span>
      <Button variant="default" leftSection={<IconUpload size={18} aria-hidden />} onClick={() => chooser.current?.click()} aria-describedby={hint ? id : undefined}>{t('upload.choose')}</Button>
      <Button variant="default" className={styles.camera} leftSection={<IconCamera size={18} aria-hidden />} onClick={() => camera.current?.click()}>{t('upload.camera')}</Button>
      {hint && <p id={id} className={styles.hint}>{hint}</p>}
      {/* The buttons are the controls, for eyes and ears alike. */}
      <input ref={chooser} type="file" multiple accept={accept} hidden onChange={take} />
      <input ref={camera} type="file" accept="image/*" capture="environment" hidden onChange={take} />
    </div>
  );
}
