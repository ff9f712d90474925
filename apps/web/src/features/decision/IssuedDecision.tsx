import { Button } from '@mantine/core';
import { IconCircleCheck, IconPrinter } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/useFormat.js';
import { useSite } from '../../session/context.js';
import { KeyValue } from '../../ui/KeyValue.js';
import { TextLink } from '../../ui/links.js';
import { PageTitle } from '../../ui/PageTitle.js';
import { DecisionTable } from './DecisionTable.js';
import type { Decision } from './queries.js';
import { Tally } from './Tally.js';
import styles from './decision.module.css';

/** An issued decision: its number, its date, who signed, and its list. Made to be printed on A4. */
export function IssuedDecision({ decision, isNew }: { decision: Decision; isNew: boolean }) {
  const { t } = useTranslation(['decision', 'common']);
  const { formatDate } = useFormat();
  const site = useSite();
  const date = decision.issuedOn ? formatDate(decision.issuedOn) : '';
  return (
    <>
      <p className={styles.letterhead}>{site?.tenant?.name}</p>
      <PageTitle
        crumbs={[{ label: t('title'), to: '/quyet-dinh' }]} above={t('issued.above')} title={t('issued.title', { number: decision.fullNumber ?? '', date })} lead={decision.summary}
        actions={<Button variant="default" leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>{t('common:action.print')}</Button>}
      />
      {isNew && <Done number={decision.fullNumber ?? ''} />}
      <KeyValue items={[
        { label: t('issued.session'), value: decision.sessionTitle },
        { label: t('issued.proposedBy'), value: decision.proposedBy?.fullName },
        { label: t('issued.signedBy'), value: [decision.signedBy?.fullName, decision.signerTitle].filter(Boolean).join(', ') },
      ]} />
      <h2 className={styles.listTitle}>{t('issued.list')}</h2>
      <Tally decision={decision} />
      <DecisionTable decision={decision} />
      <div className={styles.signature} aria-hidden>
        <p>{decision.signerTitle}</p>
        <p>{decision.signedBy?.fullName}</p>
      </div>
      <p className={styles.printNote}>{t('issued.printNote')}</p>
    </>
  );
}

/** Directly after issuing: that it happened, and where the public finds it. */
function Done({ number }: { number: string }) {
  const { t } = useTranslation('decision');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => { box.current?.focus(); }, []);
  return (
    <div ref={box} tabIndex={-1} role="status" className={styles.done} data-no-print>
      <IconCircleCheck size={28} aria-hidden />
      <div><strong>{t('issued.done', { number })}</strong><p>{t('issued.doneText')} <TextLink to="/sang-kien">{t('issued.register')}</TextLink></p></div>
    </div>
  );
}
