import { useTranslation } from 'react-i18next';
import { tally } from './decisionRules.js';
import type { Decision } from './queries.js';
import styles from './decision.module.css';

const PARTS = ['EFFECTIVE', 'RECOGNISED', 'REFUSED', 'DEVIATING', 'OPEN'] as const;

/** How many got what; kinds that do not occur are left out. */
export function Tally({ decision }: { decision: Decision }) {
  const { t } = useTranslation('decision');
  const counts = tally(decision.items);
  return (
    <dl className={styles.tally}>
      {PARTS.filter((part) => counts[part] > 0).map((part) => <div key={part}><dt>{t(`tally.${part}`)}</dt><dd>{counts[part]}</dd></div>)}
    </dl>
  );
}
