import { Button, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../ui/links.js';
import { Progress } from '../../ui/Progress.js';
import { StickyActionBar } from '../../ui/StickyActionBar.js';
import type { DecideDeskProps } from './DecideDesk.js';
import { DecisionTable } from './DecisionTable.js';
import { Tally } from './Tally.js';
import styles from './decision.module.css';

const IssueDialog = lazy(() => import('./IssueDialog.js'));

/** The whole decision before it is issued. While items are open it says which; then it can be issued. */
export function Review({ decision, onChanged }: DecideDeskProps) {
  const { t } = useTranslation('decision');
  const heading = useRef<HTMLHeadingElement>(null);
  const [isAsking, setAsking] = useState(false);
  useEffect(() => { heading.current?.focus({ preventScroll: true }); }, []);
  const open = decision.items.length - decision.decidedCount;
  const first = decision.items.find(({ outcome }) => !outcome) ?? decision.items[0];
  return (
    <section aria-labelledby="decision-review">
      <Title order={2} id="decision-review" ref={heading} tabIndex={-1} className={styles.reviewTitle}>{t('review.title')}</Title>
      <Tally decision={decision} />
      {open > 0 && <p className={styles.open} role="status">{t('review.open_items', { count: open })}</p>}
      <DecisionTable decision={decision} canChange />
      <StickyActionBar note={<Progress done={decision.decidedCount} total={decision.items.length} label={t('progress')} />}>
        {decision.actions.includes('ISSUE') && <Button onClick={() => setAsking(true)} aria-haspopup="dialog">{t('issue.action')}</Button>}
        {first && (
          <ButtonLink
            to="/quyet-dinh/$id" params={{ id: decision.id }} search={{ muc: first.position }} leftSection={<IconArrowLeft size={18} aria-hidden />}
            variant={open > 0 ? 'filled' : 'default'}
          >
            {open > 0 ? t('review.goOn') : t('review.back')}
          </ButtonLink>
        )}
      </StickyActionBar>
      {isAsking && <Suspense fallback={null}><IssueDialog decision={decision} onClose={() => setAsking(false)} onIssued={onChanged} /></Suspense>}
    </section>
  );
}
