import { Title, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProgressMark, SheetProgress } from '../../gql/schema.js';
import { Progress } from '../../ui/Progress.js';
import { byMember, isMissing, matrixOf } from './progress.js';
import type { AgendaLine, Member } from './queries.js';
import styles from './session.module.css';

const SIGNS: Record<ProgressMark, string> = { SUBMITTED: '●', DRAFT: '◐', NOT_STARTED: '○', RECUSED: '✕', VOID: '✕', NOT_ASSIGNED: '–' };
const LEGEND = ['SUBMITTED', 'DRAFT', 'NOT_STARTED', 'NOT_ASSIGNED', 'RECUSED'] as const;

interface ProgressMatrixProps {
  items: readonly AgendaLine[];
  members: readonly Member[];
  progress: readonly SheetProgress[];
}

/** Who has come how far with which dossier, and never what was given. */
export function ProgressMatrix({ items, members, progress }: ProgressMatrixProps) {
  const { t } = useTranslation('session');
  const { columns, rows } = matrixOf(items, members, progress);
  const people = byMember(items, members, progress);
  const submitted = people.reduce((sum, each) => sum + each.submitted, 0);
  const expected = people.reduce((sum, each) => sum + each.expected, 0);
  return (
    <section className={styles.block}>
      <Title order={2} id="matrix-title">{t('matrix.title')}</Title>
      <div className={styles.matrixTotal}><Progress done={submitted} total={expected} label={t('matrix.sheets')} /></div>
      <p className={styles.legend}>{LEGEND.filter((mark) => mark !== 'NOT_ASSIGNED' || progress.some((cell) => cell.mark === mark)).map((mark) => <span key={mark}><span className={styles.sign} data-mark={mark} aria-hidden>{SIGNS[mark]}</span> {t(`mark.${mark}`)}</span>)}</p>
      <div className={styles.matrixScroll} role="region" aria-labelledby="matrix-title" tabIndex={0}>
        <table className={styles.matrix}>
          <caption><VisuallyHidden>{t('matrix.caption')}</VisuallyHidden></caption>
          <thead>
            <tr><th scope="col">{t('matrix.dossier')}</th>{columns.map(({ id, fullName }) => <th key={id} scope="col">{fullName}</th>)}<th scope="col">{t('matrix.received')}</th></tr>
          </thead>
          <tbody>
            {rows.map(({ item, marks }) => (
              <tr key={item.id}>
                <th scope="row"><span className={styles.soft}>{item.code}</span> {item.title}</th>
                {marks.map((mark, index) => <td key={columns[index]?.id}><Mark mark={mark} /></td>)}
                <td>{marks.filter((mark) => mark === 'SUBMITTED').length}/{marks.filter((mark) => mark === 'SUBMITTED' || isMissing(mark)).length}</td>
              </tr>
            ))}
          </tbody>
          <tfoot><tr><th scope="row">{t('matrix.byMember')}</th>{people.map(({ personId, submitted: own, expected: all }) => <td key={personId}>{own}/{all}</td>)}<td>{submitted}/{expected}</td></tr></tfoot>
        </table>
      </div>
      <ul className={styles.matrixCards} aria-label={t('matrix.byMember')}>
        {people.map((member) => (
          <li key={member.personId}>
            <Progress done={member.submitted} total={member.expected} label={member.fullName} />
            {member.missing.length > 0 && (
              <details>
                <summary>{t('matrix.missing', { count: member.missing.length })}</summary>
                <ul>{member.missing.map((item) => <li key={item.id}>{item.code} · {item.title}</li>)}</ul>
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Mark({ mark }: { mark: ProgressMark }) {
  const { t } = useTranslation('session');
  const word = t(`mark.${mark === 'VOID' ? 'RECUSED' : mark}`);
  return <><span className={styles.sign} data-mark={mark} title={word} aria-hidden>{SIGNS[mark]}</span><VisuallyHidden>{word}</VisuallyHidden></>;
}
