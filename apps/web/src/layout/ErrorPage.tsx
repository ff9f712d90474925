import { Button, Group } from '@mantine/core';
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { CombinedError } from 'urql';
import { useProblem } from '../lib/errors.js';
import { ButtonLink } from '../ui/links.js';
import { PageTitle } from '../ui/PageTitle.js';
import { NotFoundContent } from './NotFoundPage.js';
import { PublicFrame } from './Frame.js';

/** Codes of what is not there, or not for this person. */
const UNSEEN = new Set(['NOT_FOUND', 'FORBIDDEN']);

/** What the router shows when a page cannot be drawn. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  return <PublicFrame><ErrorContent error={error} onRetry={reset} /></PublicFrame>;
}

/** The same inside a frame: for pages whose query failed. */
export function ErrorContent({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  const router = useRouter();
  const problemOf = useProblem();
  const problem = problemOf(error);
  const fromServer = error instanceof CombinedError;
  const stale = !fromServer && error instanceof Error && /dynamically imported module|Importing a module script/i.test(error.message);
  const retry = () => {
    if (stale) window.location.reload();
    else {
      onRetry?.();
      void router.invalidate();
    }
  };
  useOnline(() => { if (problem.code === 'NETWORK') retry(); });
  if (UNSEEN.has(problem.code)) return <NotFoundContent />;
  return (
    <div style={{ maxWidth: '44rem' }} data-page="problem">
      <PageTitle title={fromServer ? problem.text : t('page.errorTitle')} />
      <p>{stale ? t('page.staleText') : fromServer ? problem.fix : t('page.errorText')}</p>
      {problem.errorId && <p>{t('errorId', { id: problem.errorId })}</p>}
      <Group mt="lg">
        <Button onClick={retry}>{stale ? t('action.reload') : t('action.retry')}</Button>
        <ButtonLink to="/" variant="default">{t('action.goHome')}</ButtonLink>
      </Group>
    </div>
  );
}

/** Runs as soon as the network is back. */
function useOnline(run: () => void): void {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    const listener = () => latest.current();
    window.addEventListener('online', listener);
    return () => window.removeEventListener('online', listener);
  }, []);
}
