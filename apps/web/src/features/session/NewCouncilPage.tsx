import { Button, TextInput, Title } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { useProblem, type Problem } from '../../lib/errors.js';
import { usePrimaryAction } from '../../lib/keyboard.js';
import { ErrorSummary, type SummaryItem } from '../../ui/ErrorSummary.js';
import { PageTitle } from '../../ui/PageTitle.js';
import { DateField } from '../initiative/DateField.js';
import { readDate } from '../initiative/dates.js';
import { PersonSearch } from '../initiative/PersonSearch.js';
import { Appointees } from './Appointees.js';
import { councilFaults, nextRole, type Appointee } from './council.js';
import { CREATE_COUNCIL } from './queries.js';
import styles from './session.module.css';

const EMPTY = { name: '', decisionNumber: '', decisionDate: '', termFrom: '', termTo: '' };
const DATES = ['decisionDate', 'termFrom', 'termTo'] as const;

/** Enters a council that a decision of the head has established. */
export function NewCouncilPage() {
  const { t } = useTranslation('session');
  const client = useClient();
  const navigate = useNavigate();
  const problemOf = useProblem();
  const [form, setForm] = useState(EMPTY);
  const [members, setMembers] = useState<Appointee[]>([]);
  const [refused, setRefused] = useState<SummaryItem[] | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const change = (part: Partial<typeof EMPTY>) => setForm((before) => ({ ...before, ...part }));
  const faults: Record<string, string> = {
    ...(form.name.trim() ? {} : { name: t('council.nameMissing') }),
    ...(form.decisionNumber.trim() ? {} : { decisionNumber: t('council.numberMissing') }),
    ...Object.fromEntries(DATES.filter((field) => !readDate(form[field])).map((field) => [field, t('council.dateMissing')])),
  };
  const open = councilFaults(members);
  const shown: Record<string, string> = { ...(refused ? faults : {}), ...problem?.fields };
  const create = async (event?: FormEvent) => {
    event?.preventDefault();
    setRefused([
      ...Object.entries(faults).map(([fieldId, text]) => ({ fieldId, text })),
      ...open.map((fault) => ({ fieldId: 'members-search', text: t(`council.fault.${fault}`) })),
    ]);
    setProblem(null);
    if (Object.keys(faults).length > 0 || open.length > 0 || busy) return;
    setBusy(true);
    const { error } = await client.mutation(CREATE_COUNCIL, {
      input: {
        name: form.name.trim(), decisionNumber: form.decisionNumber.trim(), decisionDate: readDate(form.decisionDate) ?? '', termFrom: readDate(form.termFrom) ?? '', termTo: readDate(form.termTo) ?? '',
        members: members.map(({ personId, role, isVoting }) => ({ personId, role, isVoting })),
      },
    });
    setBusy(false);
    if (error) return setProblem(problemOf(error));
    await navigate({ to: '/thu-ky/hoi-dong' });
  };
  usePrimaryAction(() => void create());
  return (
    <>
      <PageTitle title={t('council.newTitle')} lead={t('council.newLead')} crumbs={[{ label: t('list.title'), to: '/thu-ky/phien-hop' }, { label: t('council.title'), to: '/thu-ky/hoi-dong' }]} />
      <form className={styles.form} onSubmit={(event) => void create(event)} noValidate>
        {problem && <ErrorSummary problem={problem} fieldId={(path) => (path.startsWith('members') ? path.replaceAll('.', '-') : path)} />}
        {!problem && refused && refused.length > 0 && <ErrorSummary items={refused} />}
        <TextInput id="name" label={t('council.name')} error={shown.name} maxLength={500} value={form.name} onChange={(event) => change({ name: event.currentTarget.value })} />
        <TextInput id="decisionNumber" label={t('council.number')} description={t('council.numberHint')} error={shown.decisionNumber} maxLength={100} value={form.decisionNumber} onChange={(event) => change({ decisionNumber: event.currentTarget.value })} />
        {DATES.map((field) => <DateField key={field} id={field} label={t(`council.${field}`)} error={shown[field]} value={form[field]} onChange={(value) => change({ [field]: value })} />)}
        <Title order={2}>{t('council.members')}</Title>
        <Appointees members={members} onChange={setMembers} />
        <PersonSearch
          id="members-search" label={t('council.addMember')} hint={t('council.addMemberHint')} taken={members.map(({ personId }) => personId)}
          onChoose={({ id, fullName, position, unit }) => setMembers((before) => [...before, { personId: id, fullName, detail: [position, unit?.shortName].filter(Boolean).join(' · '), role: nextRole(before), isVoting: true }])}
        />
        <div><Button type="submit" loading={busy}>{t('council.submit')}</Button></div>
      </form>
    </>
  );
}
