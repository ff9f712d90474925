import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconShieldSearch, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import type { Confidentiality, DossierSection, FileState } from '../../gql/schema.js';
import { useAutosave } from '../../lib/useAutosave.js';
import { useFormat } from '../../lib/useFormat.js';
import { SaveState } from '../../ui/SaveState.js';
import { Status } from '../../ui/Status.js';
import { FileLink } from '../file/FileLink.js';
import { CHANGE_ATTACHMENT, type AttachmentItem } from './evidence.queries.js';
import { clientError } from './faults.js';
import fields from './fields.module.css';
import styles from './section.module.css';

/** Parts of the form that evidence can prove; the others state things that need no proof. */
const PROVABLE: DossierSection[] = ['APPLICATION', 'BENEFIT', 'STATE_BEFORE', 'CONTENT', 'NOVELTY', 'REPLICABILITY', 'GENERAL'];
const AUDIENCES: Confidentiality[] = ['INTERNAL', 'PUBLIC', 'AUTHOR_SECRET'];
const LOOKS = {
  AWAITING_BYTES: ['info', IconShieldSearch], RECEIVED: ['info', IconShieldSearch], READY: ['success', IconCircleCheck],
  REJECTED: ['danger', IconAlertTriangle], EXPIRED: ['danger', IconAlertTriangle],
} as const satisfies Record<FileState, readonly [string, unknown]>;

interface AttachmentCardProps {
  item: AttachmentItem;
  index: number;
  onChanged: (items: readonly AttachmentItem[]) => void;
  onRefused: (error: unknown) => void;
  onRemove: () => void;
}

/** One attached file; caption, proof and audience save themselves. */
export function AttachmentCard({ item, index, onChanged, onRefused, onRemove }: AttachmentCardProps) {
  const { t } = useTranslation('initiative');
  const { t: files } = useTranslation('file');
  const { formatBytes } = useFormat();
  const client = useClient();
  const [draft, setDraft] = useState({ caption: item.caption, supports: item.supports, confidentiality: item.confidentiality });
  const { file } = item;
  const [tone, icon] = LOOKS[file.state];
  const id = `attachments.${index}`;
  const { state } = useAutosave({
    id: `attachment/${item.id}`, value: draft, revision: 0, onRestore: setDraft, onConflict: () => undefined,
    save: async (value, revision) => {
      if (value.caption.trim() === '') throw clientError('ANSWER_INCOMPLETE');
      const { data, error } = await client.mutation(CHANGE_ATTACHMENT, { input: { attachmentId: item.id, ...value, caption: value.caption.trim() } });
      onRefused(error ?? null);
      if (error) throw error;
      if (data) onChanged(data.changeAttachment.attachments);
      return revision;
    },
  });
  const rejection = files as unknown as (keys: string[]) => string;
  return (
    <li className={styles.file} id={id} tabIndex={-1}>
      <div className={styles.fileHead}>
        <span className={styles.fileName}>{file.state === 'READY' ? <FileLink file={file} /> : file.name}</span>
        <span className={styles.soft}>{formatBytes(file.size ?? file.declaredSize)}</span>
        <Status tone={tone} icon={icon}>{files(`state.${file.state}`)}</Status>
        <Button variant="subtle" color="red" size="compact-md" leftSection={<IconTrash size={18} aria-hidden />} onClick={onRemove} aria-label={files('upload.removeNamed', { name: file.name })}>{files('upload.remove')}</Button>
      </div>
      {file.rejection && <p className={fields.error}>{rejection([`rejection.${file.rejection}`, 'rejection.UNKNOWN'])}</p>}
      <TextInput
        id={`${id}.caption`} label={t('evidence.caption')} description={t('evidence.captionHint')} value={draft.caption} maxLength={500} error={draft.caption.trim() === '' ? t('evidence.captionMissing') : undefined}
        onChange={(event) => setDraft({ ...draft, caption: event.currentTarget.value })}
      />
      <div className={fields.row}>
        <NativeSelect
          id={`${id}.supports`} label={t('evidence.supports')} value={draft.supports} data={PROVABLE.map((value) => ({ value, label: t(`part.${value}`) }))}
          onChange={(event) => setDraft({ ...draft, supports: event.currentTarget.value as DossierSection })}
        />
        <NativeSelect
          id={`${id}.confidentiality`} label={t('evidence.audience')} value={draft.confidentiality} data={AUDIENCES.map((value) => ({ value, label: t(`audience.${value}`) }))}
          onChange={(event) => setDraft({ ...draft, confidentiality: event.currentTarget.value as Confidentiality })}
        />
      </div>
      <SaveState state={state} />
    </li>
  );
}
