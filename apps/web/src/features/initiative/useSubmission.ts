import { useRef, useState } from 'react';
import { useClient } from 'urql';
import { readError, useProblem, type Problem } from '../../lib/errors.js';
import { RESUBMIT, SUBMIT, type EditDossier } from './queries.js';
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

  const submit = async () => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setProblem(null);
    const input = { id: dossier.id, revision: dossier.revision, declarationAccepted: true, idempotencyKey: submissionKey(dossier.id, dossier.revision) };
    const { error } = await client.mutation<unknown, { input: typeof input }>(isSupplement ? RESUBMIT : SUBMIT, { input });
    running.current = false;
    setBusy(false);
    if (!error) return onSubmitted();
    setProblem(problemOf(error));
    if (OUTDATED.has(readError(error).code)) onOutdated();
  };
  return { submit, isBusy, problem, isSupplement };
}

const OUTDATED = new Set(['REVISION_CONFLICT', 'VALIDATION_FAILED', 'INITIATIVE_WRONG_STATE', 'INITIATIVE_FIXED', 'INITIATIVE_AUTHORS_INCOMPLETE']);

