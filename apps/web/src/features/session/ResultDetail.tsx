import { Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/useFormat.js';
import { Status } from '../../ui/Status.js';
import { DotPlot } from './DotPlot.js';
import { OutcomeBadge } from './OutcomeBadge.js';
import type { ResultRow, Rules } from './queries.js';
import { totalsOf } from './results.js';
import { SheetsTable } from './SheetsTable.js';
import styles from './session.module.css';

/** One dossier's result spelled out: why, with which averages, and what each member gave. */
export function ResultDetail({ row, rules, from }: { row: ResultRow; rules: Rules; from: number }) {
  const { t } = useTranslation('session');
  const { formatPoints } = useFormat();
  const [isOpen, setOpen] = useState(false);
  const { result } = row;
  if (!result) return null;
  const { warnings, reasons, criteria, average, sheetCount, gradeLabel, isCityCandidate, isTied, vote } = result;
  return (
    <details id={`ket-qua-${row.id}`} className={styles.detail} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span>{row.code} · {row.title}</span>
        <span className={styles.soft}>{row.unitName}</span>
        {warnings.length > 0 && <Status tone="warning" icon={IconAlertTriangle}>{t('result.warning', { count: warnings.length })}</Status>}
      </summary>
      <p className={styles.facts}><OutcomeBadge outcome={result.outcome} />{vote && <span>{t('result.vote', vote)}</span>}{gradeLabel && <span>{t('result.grade', { grade: gradeLabel })}</span>}{isCityCandidate && <span>{t('result.city')}</span>}{isTied && <span>{t('result.tiedHint')}</span>}</p>
      <Title order={4}>{t('result.why')}</Title>
      <ul>{reasons.map(({ code, text }, index) => <li key={`${code}-${index}`}>{text}</li>)}</ul>
      {warnings.length > 0 && <><Title order={4}>{t('result.warnings')}</Title><ul className={styles.warnings}>{warnings.map(({ code, text }, index) => <li key={`${code}-${index}`}>{text}</li>)}</ul></>}
      <div className={styles.two}>
        <div className={styles.scroll} role="region" aria-label={t('result.criteriaOf', { code: row.code })} tabIndex={0}>
          <table className={styles.small}>
            <caption>{t('result.criteria')}</caption>
            <thead><tr><th scope="col">{t('result.criterion')}</th><th scope="col">{t('result.average')}</th><th scope="col">{t('result.most')}</th></tr></thead>
            <tbody>{criteria.map((line) => <tr key={line.code}><th scope="row">{line.name}</th><td>{formatPoints(line.average, true)}</td><td>{formatPoints(line.maxPoints)}</td></tr>)}</tbody>
            <tfoot><tr><th scope="row">{t('result.total', { count: sheetCount })}</th><td>{formatPoints(average, true)}</td><td>{formatPoints(rules.scale)}</td></tr></tfoot>
          </table>
        </div>
        <div>
          <p className={styles.soft}>{t('result.spread', { from: formatPoints(from), to: formatPoints(rules.scale) })}</p>
          <DotPlot totals={totalsOf(row)} average={average} from={from} to={rules.scale} />
        </div>
      </div>
      {isOpen && <SheetsTable itemId={row.id} code={row.code} criteria={criteria} />}
    </details>
  );
}
