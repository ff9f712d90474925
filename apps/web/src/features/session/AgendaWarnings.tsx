import { Button, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useProblem } from '../../lib/errors.js';
import { ErrorSummary } from '../../ui/ErrorSummary.js';
import { Skeleton } from '../../ui/Skeletons.js';
import { REPLACEMENTS, type Session } from './queries.js';
import styles from './session.module.css';

type Warning = NonNullable<Session['agendaWarnings']>[number];
/** What a replacement on the council would mend. */
const MENDED: readonly Warning['code'][] = ['MAJORITY_IMPOSSIBLE', 'MAJORITY_AT_RISK', 'TOO_FEW_SHEETS', 'SECRET_BALLOT_IMPOSSIBLE', 'QUORUM_IMPOSSIBLE'];

/** What must be seen before the agenda is settled, and who could come in the place of members who fall out. */
export function AgendaWarnings({ session, warnings }: { session: Pick<Session, 'id' | 'items'>; warnings: readonly Warning[] }) {
  const { t } = useTranslation('session');
  const [isAsking, setAsking] = useState(false);
  const codeOf = (itemId: string | null) => session.items.find(({ id }) => id === itemId)?.code;
  return (
    <section className={styles.block}>
      <Title order={2}>{t('warn.title')}</Title>
      <ul className={styles.agenda}>
        {warnings.map(({ code, itemId, appointed, eligible, undecided, needed }) => (
          <li key={`${code} ${itemId ?? ''}`}>
            <p className={styles.recused}>
              <IconAlertTriangle size={18} aria-hidden /> {itemId && <strong>{codeOf(itemId)}: </strong>}
              {t(`warn.code.${code}`, { appointed, eligible, undecided, needed })}
            </p>
          </li>
        ))}
      </ul>
      {!isAsking && warnings.some(({ code }) => MENDED.includes(code)) && <Button variant="default" onClick={() => setAsking(true)}>{t('warn.replacements')}</Button>}
      {isAsking && <Replacements sessionId={session.id} />}
    </section>
  );
}

function Replacements({ sessionId }: { sessionId: string }) {
  const { t } = useTranslation('session');
  const problemOf = useProblem();
  const [{ data, error }] = useQuery({ query: REPLACEMENTS, variables: { sessionId }, requestPolicy: 'network-only' });
  if (error && !data) return <ErrorSummary problem={problemOf(error)} />;
  if (!data) return <Skeleton lines={3} />;
  return (
    <div>
      <h3>{t('warn.replacementsTitle')}</h3>
      <p className={styles.soft}>{data.replacementCandidates.length > 0 ? t('warn.replacementsHint') : t('warn.noReplacements')}</p>
      <ul className={styles.agenda}>
        {data.replacementCandidates.map(({ person, undecidedItems }) => (
          <li key={person.id}>
            <div>
              <strong>{person.fullName}</strong>
              <p className={styles.soft}>{[person.position, person.unit?.shortName, undecidedItems > 0 && t('warn.toDecide', { count: undecidedItems })].filter(Boolean).join(' · ')}</p>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
