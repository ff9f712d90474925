import { Button } from '@mantine/core';
import { IconCircleCheck, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { ErrorContent } from '../../layout/ErrorPage.js';
import { useFormat } from '../../lib/useFormat.js';
import { useSite } from '../../session/context.js';
import { CopyButton } from '../../ui/CopyButton.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { KeyValue } from '../../ui/KeyValue.js';
import { ButtonLink } from '../../ui/links.js';
import { PageTitle } from '../../ui/PageTitle.js';
import { Qr } from '../../ui/Qr.js';
import { PageSkeleton } from '../../ui/Skeletons.js';
import { RECEIPT } from './queries.js';
import styles from './receipt.module.css';

/** Proof of the submission, to keep, print and come back to. */
export function ReceiptPage({ code }: { code: string }) {
  const { t } = useTranslation('initiative');
  const { t: common } = useTranslation();
  const { formatDate, formatDateTime, formatShare } = useFormat();
  const site = useSite();
  const [{ data, error }, reload] = useQuery({ query: RECEIPT, variables: { code } });
  if (error && !data) return <ErrorContent error={error} onRetry={() => reload()} />;
  if (!data) return <PageSkeleton />;
  const { receipt, title, authors, campaign, state, currentVersion } = data.initiative;
  if (!receipt) {
    return (
      <>
        <PageTitle title={t('receipt.none')} above={code} />
        <EmptyState title={t('receipt.noneText')} action={<ButtonLink to="/ho-so/$code/kiem-tra" params={{ code }}>{t('dossier.checkAndSubmit')}</ButtonLink>} />
      </>
    );
  }
  const address = `${window.location.origin}/ho-so/${encodeURIComponent(code)}`;
  const steps = [
    { key: 'check', on: receipt.formalCheckDueOn },
    { key: 'supplement', on: null },
    { key: 'council', on: null },
    { key: 'result', on: receipt.resultDueOn },
  ] as const;
  const isWaiting = state === 'SUBMITTED';
  return (
    <div className={styles.page}>
      <PageTitle
        title={t(isWaiting && currentVersion > 1 ? 'receipt.titleSupplement' : 'receipt.title')} documentTitle={`${t('receipt.documentTitle')} ${receipt.number}`}
        above={<span className={styles.done}><IconCircleCheck size={22} aria-hidden /> {site?.tenant?.name}</span>}
      />
      <div className={styles.main}>
        <div className={styles.facts}>
          <p className={styles.label}>{t('receipt.code')}</p>
          <p className={styles.code}>{code}</p>
          <div data-no-print className={styles.buttons}>
            <CopyButton value={code} label={t('receipt.copy')} />
            <Button variant="default" leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>{common('action.print')}</Button>
          </div>
        </div>
        <figure className={styles.qr}>
          <Qr value={address} label={t('receipt.qr', { code })} size={148} />
          <figcaption>{t('receipt.scan')}</figcaption>
        </figure>
      </div>
      <KeyValue items={[
        { label: t('receipt.number'), value: receipt.number },
        { label: t('receipt.at'), value: formatDateTime(receipt.at) },
        { label: t('general.title'), value: title },
        { label: t('receipt.campaign'), value: campaign.name },
        { label: t('section.AUTHORS'), value: authors.map(({ person, shareBp }) => `${person.fullName} – ${formatShare(shareBp)}`).join('\n') },
        { label: t('receipt.submittedBy'), value: receipt.submittedBy.fullName },
        { label: t('receipt.hash'), value: <span className={styles.hash} title={receipt.versionSha256}>{receipt.versionSha256.slice(0, 16)}…</span> },
      ]} />
      <section className={styles.next}>
        <h2>{t('receipt.nextTitle')}</h2>
        <ol>
          {steps.map(({ key, on }) => <li key={key}><strong>{t(`receipt.next.${key}.title`)}</strong> {t(`receipt.next.${key}.text`)}{on && <> {t('receipt.before', { date: formatDate(on) })}</>}</li>)}
        </ol>
        <p>{t('receipt.notice')}</p>
      </section>
      <p className={styles.printed}>{t('receipt.printed', { address })}</p>
      <div className={styles.buttons} data-no-print>
        <ButtonLink to="/ho-so/$code" params={{ code }}>{t('receipt.follow')}</ButtonLink>
        <ButtonLink to="/ho-so" variant="default">{t('list.title')}</ButtonLink>
      </div>
    </div>
  );
}
