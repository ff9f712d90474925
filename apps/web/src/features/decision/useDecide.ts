import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { hasCode, useProblem, type Problem } from '../../lib/errors.js';
import { adviceOf, faultsOf, inputOf, type Draft, type Fault } from './decisionRules.js';
import { DECIDE, DECISION, type Decision, type Item } from './queries.js';

type FieldName = 'outcome' | 'refusalReasons' | 'reason';

const FIELDS: Record<Fault, FieldName> = {
  choiceMissing: 'outcome', groundMissing: 'refusalReasons', refusalReasonMissing: 'reason', deviationReasonMissing: 'reason',
};

/** What keeps the present item from being saved: faults found here, or what the server said. */
export interface Refusal {
  items: { text: string; field: FieldName }[];
  problem: Problem | null;
  errors: Partial<Record<FieldName, string>>;
}

/**
 * Saves the decision on an item. Nobody else's change is overwritten: when the decision was changed elsewhere, it is
 * read again, what was being written stays, and the head looks and saves once more.
 */
export function useDecide(onChanged: (decision: Decision) => void) {
  const { t } = useTranslation('decision');
  const client = useClient();
  const problemOf = useProblem();
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  /** The decision after saving; null when it was refused. */
  const save = async (decision: Decision, item: Item, draft: Draft): Promise<Decision | null> => {
    const faults = faultsOf(draft, adviceOf(item.councilOutcome));
    if (faults.length > 0 || draft.choice === null) {
      const items = faults.map((fault) => ({ text: t(`fault.${fault}`), field: FIELDS[fault] }));
      setRefusal({ items, problem: null, errors: Object.fromEntries(items.map(({ field, text }) => [field, text])) });
      return null;
    }
    setBusy(true);
    setRefusal(null);
    const input = inputOf(item.id, decision.revision, { ...draft, choice: draft.choice });
    const { data, error } = await client.mutation(DECIDE, { input });
    if (error && hasCode(error, 'REVISION_CONFLICT')) {
      const again = await client.query(DECISION, { id: decision.id }, { requestPolicy: 'network-only' });
      if (again.data) onChanged(again.data.recognitionDecision);
    }
    setBusy(false);
    if (!data) {
      const problem = problemOf(error);
      if (problem.code === 'REVISION_CONFLICT') Object.assign(problem, { text: t('conflict.text'), fix: t('conflict.fix'), faults: [] });
      setRefusal({ items: [], problem, errors: problem.fields });
      return null;
    }
    onChanged(data.decideItem);
    return data.decideItem;
  };
  return { save, isBusy, refusal, clear: () => setRefusal(null) };
}
