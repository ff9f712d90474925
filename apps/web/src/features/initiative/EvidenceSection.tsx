import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { hasCode, useProblem, type Problem } from '../../lib/errors.js';
import { formatBytes } from '../../lib/format.js';
import { useUploads } from '../../lib/useUploads.js';
import { useSite } from '../../session/context.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorSummary } from '../../ui/ErrorSummary.js';
import { FilePicker } from '../../ui/FilePicker.js';
import { UploadList } from '../../ui/UploadList.js';
import { AttachmentCard } from './AttachmentCard.js';
import { ATTACH_FILE, REMOVE_ATTACHMENT, type AttachmentItem } from './evidence.queries.js';
import { Guidance } from './Guidance.js';
import { LazyConfirm } from './LazyConfirm.js';
import { SectionFrame } from './SectionFrame.js';
import styles from './section.module.css';
import type { SectionProps } from './useSectionForm.js';

/** Files that prove what the dossier says: each with a caption, what it proves, and who may see it. */
export function EvidenceSection(props: SectionProps) {
  const { t } = useTranslation('initiative');
  const { t: files } = useTranslation('file');
  const { dossier } = props;
  const site = useSite();
  const client = useClient();
  const problemOf = useProblem();
  const [items, setItems] = useState<readonly AttachmentItem[]>(dossier.attachments);
  const [removing, setRemoving] = useState<AttachmentItem | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const uploads = useUploads({
    id: `initiative/${dossier.id}`,
    onReady: async (fileId, file) => {
      const { data, error } = await client.mutation(ATTACH_FILE, {
        input: {
          id: dossier.id, fileId, caption: nameWithoutEnding(file.name), supports: 'APPLICATION', confidentiality: 'INTERNAL',
          kind: file.type.startsWith('image/') ? 'IMAGE' : 'EVIDENCE',
        },
      });
      // An answer that was lost on the way: the file is attached already.
      if (error && !hasCode(error, 'ATTACHMENT_FILE_TWICE')) throw error;
      if (data) setItems(data.attachFile.attachments);
    },
  });
  const remove = async () => {
    if (!removing) return;
    const { data, error } = await client.mutation(REMOVE_ATTACHMENT, { attachmentId: removing.id });
    if (error) throw error;
    if (data) setItems(data.removeAttachment.attachments);
  };
  const unfinished = uploads.rows.filter(({ state }) => state === 'uploading' || state === 'waiting' || state === 'scanning' || state === 'paused');
  return (
    <SectionFrame
      {...props}
      issues={() => (unfinished.length > 0 ? [{ text: t('evidence.unfinished', { count: unfinished.length }), fieldId: 'addFiles' }] : [])}
    >
      {problem && <ErrorSummary problem={problem} />}
      <div>
        <Guidance points={t('evidence.points', { returnObjects: true })} />
        <div id="addFiles" tabIndex={-1}>
          <h2 className={styles.heading}>{t('evidence.add')}</h2>
          <FilePicker label={t('evidence.add')} hint={files('upload.allowed', { max: formatBytes(site?.maxUploadBytes ?? 0), maxVideo: formatBytes(site?.maxVideoBytes ?? 0) })} accept={site?.allowedFileTypes.join(',')} onFiles={uploads.add} />
        </div>
      </div>
      {uploads.rows.length > 0 && (
        <section>
          <h2 className={styles.heading}>{t('evidence.onTheWay')}</h2>
          <UploadList rows={uploads.rows} label={t('evidence.onTheWay')} onRetry={uploads.retry} onPause={uploads.pause} onRemove={uploads.remove} />
        </section>
      )}
      <section>
        <h2 className={styles.heading}>{t('evidence.attached', { count: items.length })}</h2>
        {items.length === 0
          ? <EmptyState title={t('evidence.empty')}>{t('evidence.emptyText')}</EmptyState>
          : (
            <ul className={styles.files}>
              {items.map((item, index) => (
                <AttachmentCard
                  key={item.id} item={item} index={index} onRemove={() => setRemoving(item)}
                  onChanged={setItems} onRefused={(error) => setProblem(error === null ? null : problemOf(error))}
                />
              ))}
            </ul>
          )}
      </section>
      <LazyConfirm opened={removing !== null} onClose={() => setRemoving(null)} title={t('evidence.removeTitle')} confirmLabel={t('evidence.removeAction')} isDanger onConfirm={remove}>
        {t('evidence.removeText', { name: removing?.file.name ?? '' })}
      </LazyConfirm>
    </SectionFrame>
  );
}

function nameWithoutEnding(name: string): string {
  return name.normalize('NFC').replace(/\.[^.]{1,5}$/, '').slice(0, 200) || name;
}
