import { Button } from '@mantine/core';
import { IconCamera, IconUpload } from '@tabler/icons-react';
import { useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useSite } from '../../session/context.js';
import { formatBytes } from '../../lib/format.js';
import styles from './file.module.css';

interface FileDropProps {
  id: string;
  label: string;
  onFiles: (files: File[]) => void;
}

/** Takes files by dropping, by choosing, by pasting a screenshot, and from the camera of a phone. */
export function FileDrop({ id, label, onFiles }: FileDropProps) {
  const { t } = useTranslation('file');
  const site = useSite();
  const chooser = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const take = (list: FileList | null) => {
    if (list && list.length > 0) onFiles([...list]);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  const input = (ref: typeof chooser, props: { accept: string; capture?: 'environment'; multiple?: boolean }) => (
    <input ref={ref} type="file" hidden tabIndex={-1} {...props} onChange={(event) => { take(event.currentTarget.files); event.currentTarget.value = ''; }} />
  );
  return (
    <div
      className={styles.drop} data-over={isOver || undefined} role="group" aria-labelledby={`${id}-label`} onDrop={onDrop} onDragLeave={() => setOver(false)}
      onDragOver={(event) => { event.preventDefault(); setOver(true); }} onPaste={(event) => take(event.clipboardData.files)}
    >
      <p id={`${id}-label`} className={styles.label}>{label}</p>
      <p className={styles.hint}>{t('upload.allowed', { max: formatBytes(site?.maxUploadBytes ?? 0) })}</p>
      <div className={styles.buttons}>
        <span className={styles.dropWord}>{t('upload.drop')}</span>
        <Button id={id} variant="default" leftSection={<IconUpload size={18} aria-hidden />} onClick={() => chooser.current?.click()}>{t('upload.choose')}</Button>
        <Button variant="default" className={styles.camera} leftSection={<IconCamera size={18} aria-hidden />} onClick={() => camera.current?.click()}>{t('upload.camera')}</Button>
      </div>
      {input(chooser, { accept: site?.allowedFileTypes.join(',') ?? '', multiple: true })}
      {input(camera, { accept: 'image/*', capture: 'environment' })}
    </div>
  );
}
