import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/useFormat.js';
import { adviceOf } from './decisionRules.js';
import { ChoiceStatus } from './ChoiceStatus.js';
import type { Item } from './queries.js';
import styles from './decision.module.css';

/** What the council found and why, in its own sentences; one press follows it. */
export function CouncilOpinion({ item, isBusy, onFollow }: { item: Item; isBusy: boolean; onFollow: () => void }) {
  const { t } = useTranslation('decision');
  const { formatPoints } = useFormat();
  const advice = adviceOf(item.councilOutcome);
  return (
    <section className={styles.opinion} aria-labelledby="council-opinion">
      <h3 id="council-opinion">{t('council.title')}</h3>
      <div className={styles.opinionHead}>
        {advice ? <ChoiceStatus choice={advice} /> : <span>{t('council.none')}</span>}
        {item.councilAverage !== null && item.councilAverage !== undefined && (
          <span>{t('council.average')} <strong className={styles.points}>{formatPoints(item.councilAverage, true)}</strong></span>
        )}
      </div>
      {item.councilReasons && item.councilReasons.length > 0 && (
        <ul className={styles.reasons}>{item.councilReasons.map(({ code, text }, index) => <li key={`${code}-${index}`}>{text}</li>)}</ul>
      )}
      {advice && (
        <Button variant="default" leftSection={<IconCircleCheck size={20} aria-hidden />} loading={isBusy} onClick={onFollow}>
          {advice === 'REFUSED' ? t('council.followRefusal') : t('council.follow')}
        </Button>
      )}
    </section>
  );
}
