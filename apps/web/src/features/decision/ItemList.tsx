import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { choiceOf } from './decisionRules.js';
import { ChoiceStatus } from './ChoiceStatus.js';
import type { Item } from './queries.js';
import styles from './decision.module.css';

/** All items with their state, to go to any of them. On a phone the buttons before and after take its place. */
export function ItemList({ items, current, begun, decisionId }: { items: readonly Item[]; current: string; begun: ReadonlySet<string>; decisionId: string }) {
  const { t } = useTranslation('decision');
  return (
    <nav aria-label={t('items')} className={styles.itemList}>
      <ol>
        {items.map((item) => (
          <li key={item.id}>
            <Link to="/quyet-dinh/$id" params={{ id: decisionId }} search={{ muc: item.position }} aria-current={item.id === current ? 'step' : undefined} resetScroll={false}>
              <span className={styles.itemTitle}>{item.position}. {item.title}</span>
              {begun.has(item.id) ? <span className={styles.begun}>{t('item.begun')}</span> : <ChoiceStatus choice={choiceOf(item)} />}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
