import { Button, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaCandidatesQuery } from '../../gql/graphql.js';
import { useProblem } from '../../lib/errors.js';
import { useFormat } from '../../lib/useFormat.js';
import { usePages } from '../../lib/usePages.js';
import { ErrorSummary } from '../../ui/ErrorSummary.js';
import { Highlight } from '../../ui/Highlight.js';
import { LoadMore } from '../../ui/LoadMore.js';
import { Skeleton } from '../../ui/Skeletons.js';
import type { Line } from './agenda.js';
import { AGENDA_CANDIDATES } from './queries.js';
import styles from './session.module.css';

const connection = (data: AgendaCandidatesQuery) => data.agendaCandidates;
/** Somebody who types is not asked for after every letter. */
const PAUSE_MS = 250;
const TYPENAMES = ['EvaluationSession', 'Initiative'];

interface CandidatesProps {
  sessionId: string;
  chosen: readonly Line[];
  onAdd: (line: Line) => void;
}

/** Accepted initiatives of the campaign that are on no agenda yet, longest waiting first. */
export function Candidates({ sessionId, chosen, onAdd }: CandidatesProps) {
  const { t } = useTranslation('session');
  const { formatDate } = useFormat();
  const problemOf = useProblem();
  const [words, setWords] = useState('');
  const [asked] = useDebouncedValue(words.trim(), PAUSE_MS);
  const variables = useMemo(() => ({ sessionId, search: asked || null }), [sessionId, asked]);
  const { nodes, hasNext, isLoading, error, more } = usePages({ query: AGENDA_CANDIDATES, variables, connection, typenames: TYPENAMES });
  const taken = new Set(chosen.map(({ initiativeId }) => initiativeId));
  const free = (nodes ?? []).filter(({ id }) => !taken.has(id));
  return (
    <div>
      <h3>{t('agenda.candidates')}</h3>
      {error && <ErrorSummary problem={problemOf(error)} />}
      {!nodes && !error && <Skeleton lines={4} />}
      {nodes && (
        <>
          <TextInput type="search" label={t('agenda.search')} leftSection={<IconSearch size={18} aria-hidden />} autoComplete="off" spellCheck={false} maxLength={200} value={words} onChange={(event) => setWords(event.currentTarget.value)} />
          {free.length === 0 && <p className={styles.soft} role="status">{asked === '' ? t('agenda.noCandidates') : t('agenda.noneFound')}</p>}
          <ul className={styles.agenda}>
            {free.map(({ id, code, title, acceptedAt, submittingUnit }) => (
              <li key={id}>
                <div>
                  <strong><Highlight text={title} query={asked} /></strong>
                  <p className={styles.soft}>{[code, submittingUnit?.shortName, acceptedAt && t('agenda.accepted', { date: formatDate(acceptedAt) })].filter(Boolean).join(' · ')}</p>
                </div>
                <div className={styles.lineActions}><Button variant="default" onClick={() => onAdd({ initiativeId: id, code, title, unitName: submittingUnit?.shortName ?? '' })} aria-label={t('agenda.addNamed', { code })}>{t('agenda.add')}</Button></div>
              </li>
            ))}
          </ul>
          {hasNext && <LoadMore hasNext={hasNext} isLoading={isLoading} onMore={more} shown={nodes.length} />}
        </>
      )}
    </div>
  );
}
