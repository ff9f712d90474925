import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient, useQuery } from 'urql';
import { useProblem } from '../../lib/errors.js';
import { useFormat } from '../../lib/useFormat.js';
import { useSession } from '../../session/context.js';
import { ConfirmDialog } from '../../ui/ConfirmDialog.js';
import { ErrorSummary } from '../../ui/ErrorSummary.js';
import { Skeleton } from '../../ui/Skeletons.js';
import { deviceName } from './deviceName.js';
import { END_SESSION, MY_SESSIONS, SIGN_OUT_EVERYWHERE } from './queries.js';
import styles from './auth.module.css';

type Ending = { kind: 'one'; id: string; device: string } | { kind: 'all' };

/** Where this account is signed in, each of which can be ended, and all at once. */
export function SessionList() {
  const { t } = useTranslation('auth');
  const { formatDateTime } = useFormat();
  const client = useClient();
  const session = useSession();
  const navigate = useNavigate();
  const problemOf = useProblem();
  const [{ data, error }, reload] = useQuery({ query: MY_SESSIONS });
  const [ending, setEnding] = useState<Ending | null>(null);
  if (error && !data) return <ErrorSummary problem={problemOf(error)} />;
  if (!data) return <Skeleton lines={3} />;
  const sessions = data.viewer?.sessions ?? [];
  const end = async () => {
    if (ending?.kind === 'one') {
      const result = await client.mutation(END_SESSION, { id: ending.id });
      if (result.error) throw result.error;
      return reload({ requestPolicy: 'network-only' });
    }
    const result = await client.mutation(SIGN_OUT_EVERYWHERE, {});
    if (result.error) throw result.error;
    await navigate({ to: '/' });
    session.forget();
  };
  return (
    <>
      <p className={styles.soft}>{t('sessions.lead')}</p>
      <ul className={styles.sessions}>
        {sessions.map((each) => {
          const device = each.kind === 'API' ? t('sessions.api') : deviceName(each.device) ?? t('sessions.unknown');
          return (
            <li key={each.id}>
              <div>
                <p><strong>{device}</strong>{each.isCurrent && ` – ${t('sessions.current')}`}</p>
                <p className={styles.soft}>{t('sessions.lastSeen', { at: formatDateTime(each.lastSeenAt) })}</p>
              </div>
              {!each.isCurrent && (
                <Button variant="default" onClick={() => setEnding({ kind: 'one', id: each.id, device })} aria-label={t('sessions.endNamed', { device })}>{t('sessions.end')}</Button>
              )}
            </li>
          );
        })}
      </ul>
      <Button variant="default" onClick={() => setEnding({ kind: 'all' })}>{t('sessions.endAll')}</Button>
      <ConfirmDialog
        opened={ending !== null}
        onClose={() => setEnding(null)}
        title={ending?.kind === 'all' ? t('sessions.confirmAllTitle') : t('sessions.confirmTitle')}
        confirmLabel={ending?.kind === 'all' ? t('sessions.endAll') : t('sessions.end')}
        isDanger
        onConfirm={end}
      >
        {ending?.kind === 'all' ? t('sessions.confirmAllText') : t('sessions.confirmText', { device: ending?.device ?? '' })}
      </ConfirmDialog>
    </>
  );
}
