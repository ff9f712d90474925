import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import type { SessionAction } from '../../gql/schema.js';
import { ConfirmDialog } from '../../ui/ConfirmDialog.js';
import { ButtonLink, TextLink } from '../../ui/links.js';
import { toast } from '../../ui/toast.js';
import { byMember, matrixOf } from './progress.js';
import { ProposeDialog } from './ProposeDialog.js';
import { CANCEL_SESSION, CLOSE_SCORING, CONVENE, LOCK_SESSION, OPEN_SCORING, SESSION, type Session } from './queries.js';
import { hasRoom } from './steps.js';
import styles from './session.module.css';

const STEPS = { CONVENE, OPEN_SCORING, CLOSE_SCORING, LOCK: LOCK_SESSION, CANCEL: CANCEL_SESSION } as const;
type Step = keyof typeof STEPS;
/** What is done here; acts of the meeting are done in its room. */
const ORDER = ['CONVENE', 'OPEN_SCORING', 'CLOSE_SCORING', 'LOCK', 'PROPOSE_DECISION', 'CANCEL'] as const satisfies readonly SessionAction[];

/** What the viewer can do with the session now; each step says what follows before it is taken. */
export function SessionActs({ session }: { session: Session }) {
  const { t } = useTranslation('session');
  const client = useClient();
  const [asking, setAsking] = useState<(typeof ORDER)[number] | null>(null);
  const possible = ORDER.filter((action) => session.actions.includes(action));
  const take = async (step: Step) => {
    // The agenda may have been saved a moment ago: the newest revision counts.
    const { data } = await client.query(SESSION, { id: session.id }, { requestPolicy: 'network-only' });
    const revision = data?.evaluationSession.revision ?? session.revision;
    const { error } = await client.mutation(STEPS[step], { input: { sessionId: session.id, revision } });
    if (error) throw error;
    toast(t(`act.${step}.done`));
  };
  const isDecided = possible.length === 0 && session.state === 'LOCKED';
  return (
    <>
      {isDecided && <p className={styles.decided}>{t('act.decided')} <TextLink to="/quyet-dinh">{t('act.toDecisions')}</TextLink></p>}
      <div className={styles.acts}>
        {possible.map((action, index) => (
          <Button key={action} variant={index === 0 && action !== 'CANCEL' ? 'filled' : 'default'} onClick={() => setAsking(action)}>{t(`act.${action}.button`)}</Button>
        ))}
        {asking && asking !== 'PROPOSE_DECISION' && (
          <ConfirmDialog opened onClose={() => setAsking(null)} title={t(`act.${asking}.question`)} confirmLabel={t(`act.${asking}.button`)} isDanger={asking === 'CANCEL' || (asking === 'CLOSE_SCORING' && toBeDeferred(session).length > 0)} onConfirm={() => take(asking)}>
            <p>{t(`act.${asking}.consequence`)}</p>
            {asking === 'CLOSE_SCORING' && <StillMissing session={session} />}
            {asking === 'CONVENE' && session.items.length === 0 && <p className={styles.recused}>{t('agenda.empty')}</p>}
          </ConfirmDialog>
        )}
        {asking === 'PROPOSE_DECISION' && <ProposeDialog session={session} onClose={() => setAsking(null)} />}
        {session.state === 'SCORING' && <TextLink to="/cham-diem">{t('act.toScoring')}</TextLink>}
        {hasRoom(session.state) && <ButtonLink variant="default" to="/phien-hop/$id" params={{ id: session.id }}>{t('act.toRoom')}</ButtonLink>}
      </div>
    </>
  );
}

/** Dossiers that would have too few sheets for a result if scoring closed now. */
function toBeDeferred(session: Session) {
  const { columns, rows } = matrixOf(session.items, session.members, session.progress ?? []);
  if (columns.length === 0 || session.requiredSheets == null) return [];
  const needed = session.requiredSheets;
  return rows.filter(({ marks }) => marks.filter((mark) => mark === 'SUBMITTED').length < needed).map(({ item }) => item);
}

/** Sheets that will not be counted when scoring closes now, and the dossiers that get no result for want of sheets. */
function StillMissing({ session }: { session: Session }) {
  const { t } = useTranslation('session');
  const deferred = toBeDeferred(session);
  const late = byMember(session.items, session.members, session.progress ?? []).filter(({ missing }) => missing.length > 0);
  if (late.length === 0) return <p>{t('act.allThere')}</p>;
  return (
    <>
      <p className={styles.recused}>{t('act.stillMissing', { count: late.reduce((sum, { missing }) => sum + missing.length, 0) })}</p>
      <ul>{late.map(({ personId, fullName, missing }) => <li key={personId}>{t('act.missingOf', { name: fullName, count: missing.length })}</li>)}</ul>
      {deferred.length > 0 && (
        <>
          <p className={styles.recused}>{t('act.willBeDeferred', { count: deferred.length, needed: session.requiredSheets ?? 0 })}</p>
          <ul>{deferred.map(({ id, code, title }) => <li key={id}>{code}: {title}</li>)}</ul>
        </>
      )}
    </>
  );
}
