import { Button, Group, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CopyButton } from './CopyButton.js';
import styles from './ConflictDialog.module.css';

export interface ConflictField {
  label: string;
  /** What this person wrote. */
  mine: string;
  /** What somebody else has saved meanwhile. */
  theirs: string;
}

export interface ConflictDialogProps {
  opened: boolean;
  fields: ConflictField[];
  /** Save the own words over the others'. */
  onKeepMine: () => void;
  /** Drop the own words. */
  onTakeTheirs: () => void;
}

/** Two people have changed the same text: both versions side by side, and the choice. It cannot be closed without one. */
export function ConflictDialog({ opened, fields, onKeepMine, onTakeTheirs }: ConflictDialogProps) {
  const { t } = useTranslation();
  const different = fields.filter((field) => field.mine !== field.theirs);
  return (
    <Modal opened={opened} onClose={() => undefined} withCloseButton={false} closeOnEscape={false} closeOnClickOutside={false} size="xl" title={t('conflict.title')}>
      <p style={{ marginTop: 0 }}>{t('conflict.text')}</p>
      {different.map((field) => (
        <section key={field.label} className={styles.field}>
          <h3>{field.label}</h3>
          <div className={styles.pair}>
            <div className={styles.side}><p>{t('conflict.mine')}</p><div className={styles.text} tabIndex={0} role="group" aria-label={t('conflict.mine')}>{field.mine || t('noInformation')}</div></div>
            <div className={styles.side}><p>{t('conflict.theirs')}</p><div className={styles.text} tabIndex={0} role="group" aria-label={t('conflict.theirs')}>{field.theirs || t('noInformation')}</div></div>
          </div>
        </section>
      ))}
      <Group justify="flex-end" gap="sm">
        <CopyButton value={different.map((field) => field.mine).join('\n\n')} label={t('conflict.copyMine')} />
        <Button variant="default" onClick={onTakeTheirs}>{t('conflict.takeTheirs')}</Button>
        <Button onClick={onKeepMine}>{t('conflict.keepMine')}</Button>
      </Group>
    </Modal>
  );
}
