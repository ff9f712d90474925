import { Button, Checkbox, Group, Modal, NativeSelect, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { useProblem, type Problem } from '../../lib/errors.js';
import { usePrimaryAction } from '../../lib/keyboard.js';
import { useFormat } from '../../lib/useFormat.js';
import { useFocusBack } from '../../lib/useFocusBack.js';
import { ErrorSummary } from '../../ui/ErrorSummary.js';
import { toast } from '../../ui/toast.js';
import { ACCEPT, type IntakeDossier } from './queries.js';
import styles from './intake.module.css';

/** What the officer looks at before accepting (Circular 18/2013 Art. 6), each beside the fact it is judged by. */
const CHECKS = ['form', 'authors', 'period', 'evidence', 'duplicate'] as const;
type Check = (typeof CHECKS)[number];

interface AcceptDialogProps {
  dossier: IntakeDossier;
  onClose: () => void;
  onDone: () => void;
}

/** Accepts the request, after every point of the formal check has been ticked. */
export function AcceptDialog({ dossier, onClose, onDone }: AcceptDialogProps) {
  const { t } = useTranslation('intake');
  useFocusBack();
  const client = useClient();
  const problemOf = useProblem();
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [duplicateOf, setDuplicateOf] = useState('');
  const [missing, setMissing] = useState<readonly Check[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const facts = useFacts(dossier);
  const similar = dossier.similar ?? [];
  const left = CHECKS.filter((check) => !ticked.includes(check));
  const accept = async () => {
    setMissing(left);
    if (left.length > 0 || busy) return;
    setBusy(true);
    setProblem(null);
    const { error } = await client.mutation(ACCEPT, { input: { id: dossier.id, versionNumber: dossier.currentVersion, duplicateOfId: duplicateOf || null } });
    setBusy(false);
    if (error) return setProblem(problemOf(error));
    toast(t('accept.done', { code: dossier.code }));
    onDone();
  };
  usePrimaryAction(() => void accept());
  return (
    <Modal opened onClose={onClose} size="lg" title={t('accept.title')} closeButtonProps={{ 'aria-label': t('close') }}>
      <Stack gap="md">
        {problem && <ErrorSummary problem={problem} fieldId={() => undefined} />}
        {missing.length > 0 && <ErrorSummary items={missing.map((check) => ({ text: t(`accept.missing.${check}`), fieldId: `check-${check}` }))} />}
        <p className={styles.dialogLead}>{dossier.code} · {dossier.title}</p>
        <fieldset className={styles.reasons}>
          <legend>{t('accept.legend')}</legend>
          {CHECKS.map((check) => (
            <div key={check} className={styles.reason}>
              <Checkbox
                id={`check-${check}`} label={t(`accept.check.${check}`)} description={facts[check]} checked={ticked.includes(check)}
                onChange={(event) => setTicked(event.currentTarget.checked ? [...ticked, check] : ticked.filter((each) => each !== check))}
              />
            </div>
          ))}
        </fieldset>
        {similar.length > 0 && (
          <NativeSelect
            label={t('accept.duplicate')} description={t('accept.duplicateHint')} value={duplicateOf} onChange={(event) => setDuplicateOf(event.currentTarget.value)}
            data={[{ value: '', label: t('accept.noDuplicate') }, ...similar.map(({ id, code, title }) => ({ value: id, label: `${code} · ${title}` }))]}
          />
        )}
        <p className={styles.warning}>{t('accept.consequence')}</p>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose} disabled={busy}>{t('accept.cancel')}</Button>
          <Button onClick={() => void accept()} loading={busy}>{t('accept.confirm')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** What the dossier says about each point, so that the officer need not scroll back. */
function useFacts(dossier: IntakeDossier): Record<Check, string> {
  const { t } = useTranslation('intake');
  const { formatDate, formatShare } = useFormat();
  const { authors, firstAppliedOn, submittedAt, attachments, similar, declarationAcceptedAt } = dossier;
  const sum = authors.reduce((total, { shareBp }) => total + shareBp, 0);
  const closest = (similar ?? [])[0];
  return {
    form: declarationAcceptedAt ? t('accept.fact.declared', { date: formatDate(declarationAcceptedAt) }) : t('accept.fact.undeclared'),
    authors: t('accept.fact.authors', { confirmed: authors.filter((author) => author.confirmedAt).length, total: authors.length, sum: formatShare(sum) }),
    period: firstAppliedOn && submittedAt ? t('accept.fact.period', { applied: formatDate(firstAppliedOn), filed: formatDate(submittedAt) }) : t('accept.fact.noPeriod'),
    evidence: t('accept.fact.evidence', { count: attachments.length }),
    duplicate: closest ? t('accept.fact.similar', { percent: closest.similarity, code: closest.code }) : t('accept.fact.noSimilar'),
  };
}
