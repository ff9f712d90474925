import { Button, Group } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblem, type Problem } from '../../lib/errors.js';
import { usePrimaryAction } from '../../lib/keyboard.js';
import { ErrorSummary } from '../../ui/ErrorSummary.js';
import { MentionInput } from './MentionInput.js';
import { namedIn, type Named } from './mentions.js';
import styles from './deliberation.module.css';
import { useKeptText } from './useKeptText.js';

/** What is sent; the key stays the same until it has arrived. */
export interface Written {
  body: string;
  mentionIds: string[];
  idempotencyKey: string;
}

interface ComposerProps {
  /** Where the words are kept until they are sent. */
  keptAs: string;
  label: string;
  action: string;
  members: readonly Named[];
  /** Rejects with the error of the server. */
  onSend: (written: Written) => Promise<void>;
  onCancel?: () => void;
}

/** A text and a button. Words that were not sent stay. */
export function Composer({ keptAs, label, action, members, onSend, onCancel }: ComposerProps) {
  const { t } = useTranslation('discussion');
  const problemOf = useProblem();
  const [text, setText] = useKeptText(keptAs);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const sending = useRef<{ text: string; key: string } | null>(null);
  const [isInside, setInside] = useState(false);
  const isEmpty = text.trim() === '';

  const send = async () => {
    if (isEmpty || busy) return;
    if (sending.current?.text !== text) sending.current = { text, key: crypto.randomUUID() };
    setBusy(true);
    setProblem(null);
    try {
      await onSend({ body: text, mentionIds: namedIn(text, members).slice(0, 10).map(({ id }) => id), idempotencyKey: sending.current.key });
      setText('');
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  usePrimaryAction(() => void send(), isInside && !isEmpty);
  return (
    <form
      ref={form} className={styles.composer} data-no-print onFocus={() => setInside(true)} onBlur={(event) => setInside(form.current?.contains(event.relatedTarget) ?? false)}
      onSubmit={(event) => { event.preventDefault(); void send(); }}
    >
      {problem && <ErrorSummary problem={problem} />}
      <MentionInput label={label} value={text} onChange={setText} members={members} />
      <Group gap="sm">
        <Button type="submit" variant="default" loading={busy} disabled={isEmpty}>{action}</Button>
        {onCancel && <Button variant="subtle" onClick={() => { setText(''); onCancel(); }} disabled={busy}>{t('cancel')}</Button>}
      </Group>
    </form>
  );
}
