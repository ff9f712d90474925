import { Alert, Button, Group, NativeSelect } from '@mantine/core';
import { IconMailOff } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient, useQuery } from 'urql';
import type { MailingsQuery, MailingsQueryVariables } from '../../gql/graphql.js';
import type { DeliveryState } from '../../gql/schema.js';
import { ErrorContent } from '../../layout/ErrorPage.js';
import { useFormat } from '../../lib/useFormat.js';
import { usePages } from '../../lib/usePages.js';
import { ConfirmDialog } from '../../ui/ConfirmDialog.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { LoadMore } from '../../ui/LoadMore.js';
import { PageTitle } from '../../ui/PageTitle.js';
import { type Column, ResponsiveTable } from '../../ui/ResponsiveTable.js';
import { Skeleton } from '../../ui/Skeletons.js';
import { toast } from '../../ui/toast.js';
import { DeliveryStatus } from './DeliveryStatus.js';
import { MailingDialog } from './MailingDialog.js';
import { APPROVE_MAILING, CANCEL_MAILING, type Mailing, MAILINGS, OUTBOX_STATUS } from './outboxQueries.js';
import { DELIVERY_STATES } from './outboxSearch.js';
import { useMailWords } from './useMailWords.js';
import styles from './outbox.module.css';

const route = getRouteApi('/_app/quan-tri/hop-thu-di');
const TYPENAMES = ['Mailing'];
const connection = (data: MailingsQuery) => data.mailings;
const isWaiting = ({ needsApproval, verdict }: Mailing): boolean => needsApproval && !verdict;
const total = ({ states }: Mailing): number => states.reduce((sum, { count }) => sum + count, 0);

type Deciding = { mailing: Mailing; verdict: 'APPROVED' | 'CANCELLED' };

/** What leaves the ward as mail: what waits for approval, what went, and what could not be delivered and why. */
export function OutboxPage() {
  const { t } = useTranslation('notification');
  const { formatDateTime } = useFormat();
  const { kindName } = useMailWords();
  const client = useClient();
  const { trangThai: state } = route.useSearch();
  const navigate = route.useNavigate();
  const [{ data: status }] = useQuery({ query: OUTBOX_STATUS });
  const variables = useMemo(() => ({ first: 20, state: state ?? null }), [state]);
  const pages = usePages<MailingsQuery, MailingsQueryVariables, Mailing>({ query: MAILINGS, variables, connection, typenames: TYPENAMES });
  const [opened, setOpened] = useState<Mailing | null>(null);
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  if (pages.error && !pages.data) return <ErrorContent error={pages.error} onRetry={pages.reload} />;

  const decide = async () => {
    if (!deciding) return;
    const { error } = await client.mutation(deciding.verdict === 'APPROVED' ? APPROVE_MAILING : CANCEL_MAILING, { id: deciding.mailing.id });
    if (error) throw error;
    toast(t(`outbox.done.${deciding.verdict}`));
    pages.reload();
  };
  const columns: Column<Mailing>[] = [
    { key: 'kind', header: t('outbox.column.kind'), isTitle: true, render: ({ kind }) => kindName(kind) },
    { key: 'at', header: t('outbox.column.at'), render: ({ createdAt }) => formatDateTime(createdAt) },
    { key: 'count', header: t('outbox.column.count'), isNumeric: true, render: total },
    { key: 'states', header: t('outbox.column.state'), render: (mailing) => <States mailing={mailing} /> },
    {
      key: 'acts', header: t('outbox.column.acts'), isHeaderHidden: true,
      render: (mailing) => {
        const name = { kind: kindName(mailing.kind), at: formatDateTime(mailing.createdAt) };
        return (
          <Group gap="xs">
            {isWaiting(mailing) && <Button variant="default" onClick={() => setDeciding({ mailing, verdict: 'APPROVED' })} aria-label={t('outbox.approveNamed', name)}>{t('outbox.approve')}</Button>}
            {isWaiting(mailing) && <Button variant="default" onClick={() => setDeciding({ mailing, verdict: 'CANCELLED' })} aria-label={t('outbox.cancelNamed', name)}>{t('outbox.cancel')}</Button>}
            <Button variant="default" onClick={() => setOpened(mailing)} aria-label={t('outbox.openNamed', name)}>{t('outbox.open')}</Button>
          </Group>
        );
      },
    },
  ];
  const sender = status?.outboxStatus.sender;
  return (
    <>
      <PageTitle title={t('outbox.title')} lead={sender ? t('outbox.lead', { sender, count: status.outboxStatus.mostUnapproved }) : undefined} />
      {status?.outboxStatus.isConnected === false && (
        <Alert color="amber" icon={<IconMailOff aria-hidden />} title={t('outbox.off.title')} className={styles.alert}>{t('outbox.off.text')}</Alert>
      )}
      <NativeSelect
        label={t('outbox.filter')} className={styles.filter} value={state ?? ''}
        onChange={({ currentTarget: { value } }) => { void navigate({ search: { trangThai: (value || undefined) as DeliveryState | undefined }, replace: true }); }}
        data={[{ value: '', label: t('outbox.all') }, ...DELIVERY_STATES.map((one) => ({ value: one, label: t(`outbox.state.${one}`) }))]}
      />
      {!pages.nodes && <Skeleton lines={6} />}
      {pages.nodes?.length === 0 && <EmptyState title={t('outbox.empty.title')}>{t('outbox.empty.text')}</EmptyState>}
      {pages.nodes && pages.nodes.length > 0 && (
        <>
          <ResponsiveTable caption={t('outbox.title')} isCaptionHidden columns={columns} rows={pages.nodes} rowKey={({ id }) => id} />
          <LoadMore hasNext={pages.hasNext} isLoading={pages.isLoading} onMore={pages.more} shown={pages.nodes.length} />
        </>
      )}
      {opened && <MailingDialog mailing={opened} onClose={() => setOpened(null)} onChanged={pages.reload} />}
      <ConfirmDialog
        opened={deciding !== null} onClose={() => setDeciding(null)} onConfirm={decide} isDanger={deciding?.verdict === 'CANCELLED'}
        title={t(`outbox.confirm.${deciding?.verdict ?? 'APPROVED'}.title`, { kind: kindName(deciding?.mailing.kind) })}
        confirmLabel={deciding?.verdict === 'CANCELLED' ? t('outbox.cancel') : t('outbox.approve')}
      >
        {t(`outbox.confirm.${deciding?.verdict ?? 'APPROVED'}.text`, { count: deciding ? total(deciding.mailing) : 0 })}
      </ConfirmDialog>
    </>
  );
}

function States({ mailing }: { mailing: Mailing }) {
  const { t } = useTranslation('notification');
  const { formatDateTime } = useFormat();
  const { states, verdict, decidedBy, decidedAt } = mailing;
  return (
    <div className={styles.states}>
      {states.map(({ state, count }) => <DeliveryStatus key={state} state={state} count={count} />)}
      {verdict && <span className={styles.soft}>{t(`outbox.verdict.${verdict}`, { name: decidedBy ?? '', at: formatDateTime(decidedAt ?? '') })}</span>}
    </div>
  );
}
