import { useRef, useState } from 'react';
import { useClient } from 'urql';
import { hasCode, readError, useProblem, type Problem } from '../../lib/errors.js';
import { EDIT_DOSSIER, RESUBMIT, SUBMIT, type EditDossier } from './queries.js';
import { submissionKey } from './submission.js';

interface SubmissionOptions {
  dossier: EditDossier;
  onSubmitted: () => void;
  /** The server sees the dossier differently from this page: fetch it again. */
  onOutdated: () => void;
}

/** Hands in a dossier, once. */
export function useSubmission({ dossier, onSubmitted, onOutdated }: SubmissionOptions) {
  const client = useClient();
  const problemOf = useProblem();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const running = useRef(false);
  const isSupplement = dossier.actions.includes('RESUBMIT');

  /** Only this person hands it in, so it was done on another device. */
  const wasSubmitted = async () => {
    const { data } = await client.query(EDIT_DOSSIER, { code: dossier.code }, { requestPolicy: 'network-only' });
    return data?.initiative.state === 'SUBMITTED';
  };
  const submit = async () => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setProblem(null);
    const input = { id: dossier.id, revision: dossier.revision, declarationAccepted: true, idempotencyKey: submissionKey(dossier.id, dossier.revision) };
    const { error } = await client.mutation<unknown, { input: typeof input }>(isSupplement ? RESUBMIT : SUBMIT, { input });
    const isDone = !error || (hasCode(error, 'INITIATIVE_WRONG_STATE') && await wasSubmitted());
    running.current = false;
    setBusy(false);
    if (isDone) return onSubmitted();
    setProblem(problemOf(error));
    if (OUTDATED.has(readError(error).code)) onOutdated();
  };
  return { submit, isBusy, problem, isSupplement };
}

const OUTDATED = new Set(['REVISION_CONFLICT', 'VALIDATION_FAILED', 'INITIATIVE_WRONG_STATE', 'INITIATIVE_FIXED', 'INITIATIVE_AUTHORS_INCOMPLETE']);

