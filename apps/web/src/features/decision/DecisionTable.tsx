import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useFormat } from '../../lib/useFormat.js';
import { TextLink } from '../../ui/links.js';
import { ResponsiveTable, type Column } from '../../ui/ResponsiveTable.js';
import { adviceOf, choiceOf } from './decisionRules.js';
import { ChoiceStatus } from './ChoiceStatus.js';
import { GROUNDS, type Decision, type Item } from './queries.js';
import styles from './decision.module.css';

/** Every item with the council's result and what was decided, reasons spelled out. `canChange` adds a way back to each. */
export function DecisionTable({ decision, canChange = false }: { decision: Decision; canChange?: boolean }) {
  const { t } = useTranslation('decision');
  const { formatPoints } = useFormat();
  const columns: Column<Item>[] = [
    { key: 'position', header: t('table.position'), isNumeric: true, render: (item) => item.position },
    {
      key: 'title', header: t('table.title'), isTitle: true,
      render: (item) => <div className={styles.named}>{item.title}<span className={styles.sub}>{item.code} · {item.unitName} · {item.authorNames.join(', ')}</span></div>,
    },
    {
      key: 'council', header: t('table.council'),
      render: (item) => {
        const advice = adviceOf(item.councilOutcome);
        const average = item.councilAverage ?? null;
        return (
          <div className={styles.council}>
            {advice ? t(`choiceShort.${advice}`) : t('council.none')}
            {average !== null && <span className={styles.sub}>{t('points', { points: formatPoints(average, true) })}</span>}
          </div>
        );
      },
    },
    { key: 'decision', header: t('table.decision'), isWide: true, render: (item) => <Decided item={item} /> },
  ];
  if (canChange) {
    columns.push({
      key: 'change', header: t('table.change'), isHeaderHidden: true,
      render: (item) => (
        <TextLink to="/quyet-dinh/$id" params={{ id: decision.id }} search={{ muc: item.position }} className={styles.changeLink}>
          {item.outcome ? t('table.change') : t('table.decide')}<VisuallyHidden> {item.title}</VisuallyHidden>
        </TextLink>
      ),
    });
  }
  return <ResponsiveTable caption={t('table.caption')} isCaptionHidden columns={columns} rows={decision.items} rowKey={(item) => item.id} />;
}

function Decided({ item }: { item: Item }) {
  const { t } = useTranslation('decision');
  const [{ data }] = useQuery({ query: GROUNDS, pause: item.refusalReasons.length === 0 });
  const grounds = item.refusalReasons.map((code) => data?.reasonTemplates.find((template) => template.code === code)?.text ?? code);
  return (
    <div className={styles.decided}>
      <ChoiceStatus choice={choiceOf(item)} />
      {item.deviates && <span className={styles.against}>{t('table.deviates')}</span>}
      {grounds.map((ground) => <span key={ground} className={styles.sub}>{ground}</span>)}
      {item.reason && <span className={styles.reason}>{t('table.reason', { reason: item.reason })}</span>}
    </div>
  );
}
