import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useProblem } from '../../lib/errors.js';
import { useFormat } from '../../lib/useFormat.js';
import { ErrorSummary } from '../../ui/ErrorSummary.js';
import { Skeleton } from '../../ui/Skeletons.js';
import { ITEM_SHEETS } from './queries.js';
import styles from './session.module.css';

/** What each member gave and said; asked for when somebody wants to see it. */
export function SheetsTable({ itemId, code, criteria }: { itemId: string; code: string; criteria: readonly { code: string; name: string }[] }) {
  const { t } = useTranslation('session');
  const { formatPoints } = useFormat();
  const problemOf = useProblem();
  const [{ data, error }] = useQuery({ query: ITEM_SHEETS, variables: { id: itemId } });
  if (error && !data) return <ErrorSummary problem={problemOf(error)} />;
  if (!data) return <Skeleton lines={4} />;
  const sheets = data.agendaItem.sheets ?? [];
  if (sheets.length === 0) return <p className={styles.soft}>{t('result.noSheets')}</p>;
  return (
    <div className={`${styles.scroll} ${styles.sheets}`} role="region" aria-label={t('result.sheetsOf', { code })} tabIndex={0}>
      <table className={styles.small}>
        <caption>{t('result.sheets')}</caption>
        <thead><tr><th scope="col">{t('result.member')}</th><th scope="col">{t('result.given')}</th><th scope="col" className={styles.wordsHead}>{t('result.proposal')}</th><th scope="col" className={styles.wordsHead}>{t('result.comment')}</th></tr></thead>
        <tbody>
          {sheets.map((sheet) => (
            <tr key={sheet.id}>
              <th scope="row">{sheet.member.fullName}</th>
              <td>{typeof sheet.total === 'number' ? formatPoints(sheet.total, true) : '–'}</td>
              <td className={styles.words}>{sheet.proposal ? t(`proposal.${sheet.proposal}`) : '–'}</td>
              <td className={styles.words}>
                {sheet.generalComment || '–'}
                {sheet.lines.filter(({ comment }) => comment).map((line) => <span key={line.criterionCode} className={styles.soft}>{criteria.find((criterion) => criterion.code === line.criterionCode)?.name ?? line.criterionCode}: {line.comment}</span>)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
