import { Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '../../ui/ErrorSummary.js';
import { PathLink } from '../../ui/PathLink.js';
import { CouncilOpinion } from './CouncilOpinion.js';
import { DecideForm, FIELD_IDS } from './DecideForm.js';
import { adviceOf, type Draft } from './decisionRules.js';
import type { Item } from './queries.js';
import type { Refusal } from './useDecide.js';
import styles from './decision.module.css';

export interface DecideItemProps {
  item: Item;
  total: number;
  draft: Draft;
  isBusy: boolean;
  refusal: Refusal | null;
  onChange: (draft: Draft) => void;
  onFollow: () => void;
}

/** One initiative before the head: what it is, what the council says, what is decided. */
export function DecideItem({ item, total, draft, isBusy, refusal, onChange, onFollow }: DecideItemProps) {
  const { t } = useTranslation('decision');
  const heading = useRef<HTMLHeadingElement>(null);
  const isFirst = useRef(true);
  // Going to another item moves the focus to its title; opening the page leaves it where the page puts it.
  useEffect(() => {
    if (!isFirst.current) {
      heading.current?.focus({ preventScroll: true });
      heading.current?.scrollIntoView({ block: 'nearest' });
    }
    isFirst.current = false;
  }, [item.id]);
  return (
    <article className={styles.item} aria-labelledby="decision-item">
      <p className={styles.position}>{t('item.position', { position: item.position, total })}</p>
      <Title order={2} id="decision-item" ref={heading} tabIndex={-1}>{item.title}</Title>
      <p className={styles.facts}>
        <span>{item.code}</span><span>{item.unitName}</span><span>{t('item.authors', { names: item.authorNames.join(', ') })}</span>
        <PathLink to={`/ho-so/${item.code}`}>{t('item.open')}</PathLink>
      </p>
      {refusal && (
        <ErrorSummary
          problem={refusal.problem ?? undefined} items={refusal.items.map(({ text, field }) => ({ text, fieldId: FIELD_IDS[field] }))}
          fieldId={(path) => FIELD_IDS[path.split('.')[0] as keyof typeof FIELD_IDS]}
        />
      )}
      <CouncilOpinion item={item} isBusy={isBusy} onFollow={onFollow} />
      <DecideForm draft={draft} advice={adviceOf(item.councilOutcome)} onChange={onChange} errors={refusal?.errors ?? {}} />
    </article>
  );
}
