import { IconAlertTriangle, IconCircleCheck, IconCircleDashed, IconCircleHalf2, IconCloudUpload } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/useFormat.js';
import { useListNavigation } from '../../lib/keyboard.js';
import { TextLink } from '../../ui/links.js';
import { ResponsiveTable, type Column } from '../../ui/ResponsiveTable.js';
import { Status } from '../../ui/Status.js';
import type { KeptSheet } from './outbox.js';
import type { QueueItem } from './queries.js';
import styles from './scoring.module.css';

interface QueueTableProps {
  caption: string;
  isCaptionHidden: boolean;
  rows: QueueItem[];
  kept: readonly KeptSheet[];
}

/** The dossiers of one session and how far the viewer is with each. */
export function QueueTable({ caption, isCaptionHidden, rows, kept }: QueueTableProps) {
  const { t } = useTranslation('scoring');
  const { formatPoints } = useFormat();
  const navigate = useNavigate();
  const { rowProps } = useListNavigation(rows.length, (index) => {
    const row = rows[index];
    if (row) void navigate({ to: '/cham-diem/$itemId', params: { itemId: row.itemId } });
  });
  const columns: Column<QueueItem>[] = [
    { key: 'position', header: t('queue.position'), isNumeric: true, render: (row) => row.position },
    {
      key: 'title', header: t('queue.dossier'), isTitle: true,
      render: (row) => (
        <>
          <TextLink to="/cham-diem/$itemId" params={{ itemId: row.itemId }}>{row.title}</TextLink>
          <span className={styles.meta}>{row.code} · {row.unitName} · {row.fieldName}</span>
        </>
      ),
    },
    { key: 'state', header: t('queue.state'), render: (row) => <span className={styles.mark}><SheetMark row={row} kept={kept.find(({ input }) => input.itemId === row.itemId)} /></span> },
    { key: 'total', header: t('queue.total'), isNumeric: true, render: (row) => (typeof row.total === 'number' ? formatPoints(row.total, true) : '–') },
  ];
  return <div className={styles.queue}><ResponsiveTable caption={caption} isCaptionHidden={isCaptionHidden} columns={columns} rows={rows} rowKey={(row) => row.itemId} rowProps={rowProps} /></div>;
}

function SheetMark({ row, kept }: { row: QueueItem; kept: KeptSheet | undefined }) {
  const { t } = useTranslation('scoring');
  if (kept?.refusal) return <Status tone="danger" icon={IconAlertTriangle}>{t('state.REFUSED')}</Status>;
  if (kept) return <Status tone="warning" icon={IconCloudUpload}>{t('state.KEPT')}</Status>;
  switch (row.sheetState) {
    case 'SUBMITTED': return <Status tone="success" icon={IconCircleCheck}>{t('state.SUBMITTED')}</Status>;
    case 'DRAFT': return <Status tone="info" icon={IconCircleHalf2}>{t('state.DRAFT')}</Status>;
    default: return <Status tone="neutral" icon={IconCircleDashed}>{t('state.NONE')}</Status>;
  }
}
