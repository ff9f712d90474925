import { Button, Group, Modal, Textarea } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient, useQuery } from 'urql';
import { useProblem, type Problem } from '../../lib/errors.js';
import { usePrimaryAction } from '../../lib/keyboard.js';
import { useFocusBack } from '../../lib/useFocusBack.js';
import { useViewer } from '../../session/context.js';
import { ErrorSummary } from '../../ui/ErrorSummary.js';
import { Skeleton } from '../../ui/Skeletons.js';
import { toast } from '../../ui/toast.js';
import { FormalCheckResult } from '../initiative/FormalCheckResult.js';
import { REASONS, REJECT, REQUEST_SUPPLEMENT, type IntakeDossier, type Reason } from './queries.js';
import { ReasonPicker } from './ReasonPicker.js';
import { pickedFaults, type Picked } from './reasons.js';
import { useKeptAnswer } from './useKeptAnswer.js';
import styles from './intake.module.css';

interface AnswerDialogProps {
  dossier: IntakeDossier;
  answer: 'REQUEST_SUPPLEMENT' | 'REJECT';
  onClose: () => void;
  onDone: () => void;
}

/** The only ground on which a dossier that nobody mended in time lapses, and no ground for any other. */
const NOT_CORRECTED = 'NOT_CORRECTED';

/**
 * Returns a dossier with all its faults, or refuses it on a legal ground. First the reasons are picked, then the letter
 * is read as the authors will read it; only there it can be sent.
 */
export function AnswerDialog({ dossier, answer, onClose, onDone }: AnswerDialogProps) {
  const { t } = useTranslation('intake');
  useFocusBack();
  const isNarrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const [{ data, error }] = useQuery({ query: REASONS, variables: { kind: answer === 'REJECT' ? 'FORMAL_REFUSAL' : 'FORMAL_FAULT' } });
  const { picked, change, forget } = useKeptAnswer(dossier.id, dossier.currentVersion, answer);
  const problemOf = useProblem();
  const library = fitting(data?.reasonTemplates ?? [], dossier, answer);
  return (
    <Modal opened onClose={onClose} size="56rem" fullScreen={isNarrow} title={t(`dialog.${answer}.title`)} closeButtonProps={{ 'aria-label': t('close') }}>
      <p className={styles.dialogLead}>{dossier.code} · {dossier.title}</p>
      {error && <ErrorSummary problem={problemOf(error)} />}
      {data && picked ? <Letter dossier={dossier} answer={answer} library={library} picked={picked} onChange={change} onClose={onClose} onSent={() => { void forget(); onDone(); }} /> : !error && <Skeleton lines={6} />}
    </Modal>
  );
}

function fitting(library: readonly Reason[], dossier: IntakeDossier, answer: AnswerDialogProps['answer']): Reason[] {
  if (answer === 'REQUEST_SUPPLEMENT') return [...library];
  const wasReturned = dossier.formalChecks.some((check) => check.outcome === 'NEEDS_SUPPLEMENT');
  const lapses = dossier.state === 'SUPPLEMENT_REQUIRED';
  return library.filter(({ code }) => (code === NOT_CORRECTED ? wasReturned : !lapses));
}

interface LetterProps extends Omit<AnswerDialogProps, 'onDone'> {
  library: Reason[];
  picked: Picked;
  onChange: (picked: Picked) => void;
  onSent: () => void;
}

function Letter({ dossier, answer, library, picked, onChange, onClose, onSent }: LetterProps) {
  const { t } = useTranslation('intake');
  const client = useClient();
  const problemOf = useProblem();
  const [step, setStep] = useState<'pick' | 'read'>('pick');
  const [isBlank, setBlank] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const faults = pickedFaults(library, picked);
  const viewer = useViewer();
  const [openedAt] = useState(() => new Date().toISOString());
  const read = () => {
    setBlank(faults.length === 0);
    setProblem(null);
    if (faults.length > 0) setStep('read');
  };
  const send = async () => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    const input = { id: dossier.id, versionNumber: dossier.currentVersion, faults: faults.map(({ code, section, note }) => ({ code, section, note })), message: picked.message.trim() };
    const { error } = await client.mutation(answer === 'REJECT' ? REJECT : REQUEST_SUPPLEMENT, { input });
    setBusy(false);
    if (error) return setProblem(problemOf(error));
    toast(t(`dialog.${answer}.done`, { code: dossier.code }));
    onSent();
  };
  /** The dossier as its authors will find it, so that what is read here is what they read. */
  const asRead = {
    code: dossier.code, actions: [], state: answer === 'REJECT' ? 'REJECTED_FORMALLY' as const : 'SUPPLEMENT_REQUIRED' as const,
    formalChecks: [{
      id: 'preview', versionNumber: dossier.currentVersion, outcome: answer === 'REJECT' ? 'REJECTED' as const : 'NEEDS_SUPPLEMENT' as const,
      faults, message: picked.message.trim(), dueOn: null, checkedAt: openedAt, checkedBy: viewer.person,
    }],
  };
  usePrimaryAction(step === 'pick' ? read : () => void send());
  if (step === 'read') {
    return (
      <>
        {problem && <ErrorSummary problem={problem} fieldId={() => undefined} />}
        <p>{t('dialog.readHint')}</p>
        <FormalCheckResult dossier={asRead} />
        {answer === 'REQUEST_SUPPLEMENT' && <p className={styles.soft}>{t('dialog.period')}</p>}
        {answer === 'REJECT' && <LegalBases faults={faults} />}
        <p className={styles.warning}>{t(`dialog.${answer}.once`)}</p>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={() => setStep('pick')} disabled={busy}>{t('dialog.edit')}</Button>
          <Button color={answer === 'REJECT' ? 'red' : undefined} onClick={() => void send()} loading={busy} data-autofocus>{t(`dialog.${answer}.send`)}</Button>
        </Group>
      </>
    );
  }
  return (
    <>
      {isBlank && faults.length === 0 && <ErrorSummary items={[{ text: t('dialog.pickOne'), fieldId: library[0] ? `reason-${library[0].code}` : undefined }]} />}
      <p className={styles.warning}>{t(`dialog.${answer}.lead`)}</p>
      <ReasonPicker library={library} picked={picked} onChange={onChange} />
      <Textarea
        label={t('dialog.message')} description={t('dialog.messageHint')} autosize minRows={3} mt="md" maxLength={20_000}
        value={picked.message} onChange={(event) => onChange({ ...picked, message: event.currentTarget.value })}
      />
      <Group justify="space-between" gap="sm" mt="lg">
        <span role="status">{t('dialog.picked', { count: faults.length })}</span>
        <Group gap="sm">
          <Button variant="default" onClick={onClose}>{t('dialog.later')}</Button>
          <Button onClick={read}>{t('dialog.read')}</Button>
        </Group>
      </Group>
    </>
  );
}

function LegalBases({ faults }: { faults: readonly Reason[] }) {
  const { t } = useTranslation('intake');
  const bases = [...new Set(faults.map(({ legalBasis }) => legalBasis).filter(Boolean))];
  return bases.length > 0 ? <p className={styles.soft}>{t('dialog.basis', { basis: bases.join('; ') })}</p> : null;
}
