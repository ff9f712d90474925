import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { useProblem, type Problem } from '../../lib/errors.js';
import { useFocusBack } from '../../lib/useFocusBack.js';
import { useFormat } from '../../lib/useFormat.js';
import { ErrorSummary } from '../../ui/ErrorSummary.js';
import { toast } from '../../ui/toast.js';
import { DateField } from '../initiative/DateField.js';
import { readDate } from '../initiative/dates.js';
import { RESCHEDULE, SESSION, type Session } from './queries.js';

/** Changes when and where the session is held and until when it is scored; offered until scoring opens. */
export function DatesDialog({ session, onClose }: { session: Session; onClose: () => void }) {
  const { t } = useTranslation('session');
  const { formatDate } = useFormat();
  const client = useClient();
  const problemOf = useProblem();
  useFocusBack(true);
  const typed = (day: string | null | undefined) => (day ? formatDate(day) : '');
  const [form, setForm] = useState({ heldOn: typed(session.heldOn), place: session.place ?? '', scoringDueOn: typed(session.scoringDueOn) });
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const change = (part: Partial<typeof form>) => setForm((before) => ({ ...before, ...part }));
  const heldOn = readDate(form.heldOn);
  const scoringDueOn = readDate(form.scoringDueOn);
  const unreadable = (day: string | null | undefined) => (tried && day === undefined ? t('new.dateUnreadable') : undefined);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    setProblem(null);
    if (heldOn === undefined || scoringDueOn === undefined || busy) return;
    setBusy(true);
    // The agenda may have been saved a moment ago: the newest revision counts.
    const { data } = await client.query(SESSION, { id: session.id }, { requestPolicy: 'network-only' });
    const revision = data?.evaluationSession.revision ?? session.revision;
    const { error } = await client.mutation(RESCHEDULE, { input: { sessionId: session.id, revision, heldOn, place: form.place.trim() || null, scoringDueOn } });
    setBusy(false);
    if (error) return setProblem(problemOf(error));
    toast(t('dates.saved'));
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('dates.title')} closeButtonProps={{ 'aria-label': t('dates.cancel') }}>
      <form onSubmit={(event) => void save(event)} noValidate>
        <Stack gap="md">
          {problem && <ErrorSummary problem={problem} />}
          {session.state === 'CONVENED' && <p style={{ margin: 0 }}>{t('dates.invitedAreTold')}</p>}
          <DateField id="heldOn" label={t('new.heldOn')} error={unreadable(heldOn) ?? problem?.fields.heldOn} value={form.heldOn} onChange={(value) => change({ heldOn: value })} />
          <TextInput id="place" label={t('new.place')} error={problem?.fields.place} maxLength={500} value={form.place} onChange={(event) => change({ place: event.currentTarget.value })} />
          <DateField id="scoringDueOn" label={t('new.dueOn')} hint={t('new.dueOnHint')} error={unreadable(scoringDueOn) ?? problem?.fields.scoringDueOn} value={form.scoringDueOn} onChange={(value) => change({ scoringDueOn: value })} />
          <Group>
            <Button type="submit" loading={busy}>{t('dates.save')}</Button>
            <Button variant="default" onClick={onClose}>{t('dates.cancel')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
