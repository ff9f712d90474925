import { Button, Modal } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient, useQuery } from 'urql';
import type { DeliveriesQuery, DeliveriesQueryVariables } from '../../gql/graphql.js';
import { useProblem, type Problem } from '../../lib/errors.js';
import { useFocusBack } from '../../lib/useFocusBack.js';
import { useFormat } from '../../lib/useFormat.js';
import { usePages } from '../../lib/usePages.js';
import { ErrorSummary } from '../../ui/ErrorSummary.js';
import { LoadMore } from '../../ui/LoadMore.js';
import { type Column, ResponsiveTable } from '../../ui/ResponsiveTable.js';
import { Skeleton } from '../../ui/Skeletons.js';
import { DeliveryStatus } from './DeliveryStatus.js';
import { DELIVERIES, type Delivery, MAIL_PREVIEW, type Mailing, RETRY_DELIVERY } from './outboxQueries.js';
import { useMailWords } from './useMailWords.js';
import styles from './outbox.module.css';

const TYPENAMES = ['Delivery'];
const connection = (data: DeliveriesQuery) => data.deliveries;

/** One mailing: what it says to one recipient, whom it goes to and what became of it. */
export function MailingDialog({ mailing, onClose, onChanged }: { mailing: Mailing; onClose: () => void; onChanged: () => void }) {
  const { t } = useTranslation('notification');
  const { kindName } = useMailWords();
  const [shown, setShown] = useState<string | null>(null);
  useFocusBack(true);
  return (
    <Modal opened onClose={onClose} title={kindName(mailing.kind)} size="xl" closeButtonProps={{ 'aria-label': t('outbox.close') }}>
      <Preview mailingId={mailing.id} deliveryId={shown} />
      <Recipients mailingId={mailing.id} onShow={setShown} onChanged={onChanged} />
    </Modal>
  );
}

function Preview({ mailingId, deliveryId }: { mailingId: string; deliveryId: string | null }) {
  const { t } = useTranslation('notification');
  const [{ data, error }] = useQuery({ query: MAIL_PREVIEW, variables: { mailingId, deliveryId }, requestPolicy: 'network-only' });
  return (
    <section aria-labelledby="mail-preview">
      <h3 id="mail-preview">{t('outbox.preview')}</h3>
      {error && <p className={styles.soft}>{t('outbox.noPreview')}</p>}
      {!data && !error && <Skeleton lines={4} />}
      {data && !error && (
        <>
          <p className={styles.soft}>{t('outbox.previewFor', { name: data.mailPreview.recipient })}</p>
          {data.mailPreview.isWithheld && <p className={styles.soft}>{t('outbox.withheld')}</p>}
          <p className={styles.subject}>{data.mailPreview.subject}</p>
          {/* A long mail scrolls inside; the keyboard must reach it. */}
          <pre className={styles.text} tabIndex={0} role="region" aria-label={t('outbox.preview')}>{data.mailPreview.text}</pre>
        </>
      )}
    </section>
  );
}

function Recipients({ mailingId, onShow, onChanged }: { mailingId: string; onShow: (deliveryId: string) => void; onChanged: () => void }) {
  const { t } = useTranslation('notification');
  const { formatDateTime } = useFormat();
  const { reason } = useMailWords();
  const client = useClient();
  const problemOf = useProblem();
  const [problem, setProblem] = useState<Problem | null>(null);
  const variables = useMemo(() => ({ mailingId, first: 20 }), [mailingId]);
  const pages = usePages<DeliveriesQuery, DeliveriesQueryVariables, Delivery>({ query: DELIVERIES, variables, connection, typenames: TYPENAMES });
  const retry = async ({ id }: Delivery) => {
    const { error } = await client.mutation(RETRY_DELIVERY, { id });
    setProblem(error ? problemOf(error) : null);
    pages.reload();
    onChanged();
    document.getElementById('mail-recipients')?.focus();
  };
  const when = ({ sentAt, dueAt }: Delivery): string => {
    if (sentAt) return formatDateTime(sentAt);
    return dueAt ? t('outbox.dueAt', { at: formatDateTime(dueAt) }) : '';
  };
  const columns: Column<Delivery>[] = [
    { key: 'name', header: t('outbox.column.recipient'), isTitle: true, render: ({ recipient }) => recipient },
    { key: 'state', header: t('outbox.column.state'), render: ({ state }) => <DeliveryStatus state={state} /> },
    { key: 'when', header: t('outbox.column.when'), render: when },
    { key: 'why', header: t('outbox.column.why'), render: ({ state, code }) => (state === 'SENT' ? '' : reason(code)) },
    {
      key: 'acts', header: t('outbox.column.acts'), isHeaderHidden: true,
      render: (delivery) => (delivery.state === 'BOUNCED' || delivery.state === 'FAILED'
        ? <Button variant="default" onClick={() => { void retry(delivery); }} aria-label={t('outbox.retryNamed', { name: delivery.recipient })}>{t('outbox.retry')}</Button>
        : <Button variant="default" onClick={() => onShow(delivery.id)} aria-label={t('outbox.showNamed', { name: delivery.recipient })}>{t('outbox.show')}</Button>),
    },
  ];
  return (
    <section aria-labelledby="mail-recipients" className={styles.part}>
      <h3 id="mail-recipients" tabIndex={-1}>{t('outbox.recipients')}</h3>
      {problem && <ErrorSummary problem={problem} />}
      {pages.error && !pages.nodes && <ErrorSummary problem={problemOf(pages.error)} />}
      {!pages.nodes && !pages.error && <Skeleton lines={4} />}
      {pages.nodes && pages.nodes.length > 0 && (
        <>
          <ResponsiveTable caption={t('outbox.recipients')} isCaptionHidden columns={columns} rows={pages.nodes} rowKey={({ id }) => id} />
          <LoadMore hasNext={pages.hasNext} isLoading={pages.isLoading} onMore={pages.more} shown={pages.nodes.length} />
        </>
      )}
    </section>
  );
}
