import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient, useQuery } from 'urql';
import { ErrorContent } from '../../layout/ErrorPage.js';
import { useProblem, type Problem } from '../../lib/errors.js';
import { usePrimaryAction } from '../../lib/keyboard.js';
import { useFormat } from '../../lib/useFormat.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorSummary, type SummaryItem } from '../../ui/ErrorSummary.js';
import { ButtonLink } from '../../ui/links.js';
import { PageTitle } from '../../ui/PageTitle.js';
import { Skeleton } from '../../ui/Skeletons.js';
import { DateField } from '../initiative/DateField.js';
import { readDate } from '../initiative/dates.js';
import { CREATE_SESSION, SESSION_CHOICES } from './queries.js';
import styles from './session.module.css';

const EMPTY = { councilId: '', campaignId: '', title: '', heldOn: '', place: '', scoringDueOn: '' };

/** A new session: which council judges which campaign, and when. */
export function NewSessionPage() {
  const { t } = useTranslation('session');
  const { formatDate } = useFormat();
  const client = useClient();
  const navigate = useNavigate();
  const problemOf = useProblem();
  const [{ data, error }, ask] = useQuery({ query: SESSION_CHOICES, requestPolicy: 'network-only' });
  const [form, setForm] = useState(EMPTY);
  const [refused, setRefused] = useState<SummaryItem[] | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const change = (part: Partial<typeof EMPTY>) => setForm((before) => ({ ...before, ...part }));
  const councils = data?.councils ?? [];
  const campaigns = data?.campaigns ?? [];
  // One to choose from is chosen already.
  const councilId = form.councilId || (councils.length === 1 ? councils[0]?.id ?? '' : '');
  const campaignId = form.campaignId || (campaigns.length === 1 ? campaigns[0]?.id ?? '' : '');
  const heldOn = readDate(form.heldOn);
  const scoringDueOn = readDate(form.scoringDueOn);
  const faults: Record<string, string> = {
    ...(councilId ? {} : { councilId: t('new.councilMissing') }),
    ...(campaignId ? {} : { campaignId: t('new.campaignMissing') }),
    ...(form.title.trim() ? {} : { title: t('new.titleMissing') }),
    ...(heldOn === undefined ? { heldOn: t('new.dateUnreadable') } : {}),
    ...(scoringDueOn === undefined ? { scoringDueOn: t('new.dateUnreadable') } : {}),
  };
  const shown: Record<string, string> = { ...(refused ? faults : {}), ...problem?.fields };
  const create = async (event?: FormEvent) => {
    event?.preventDefault();
    setRefused(Object.entries(faults).map(([fieldId, text]) => ({ fieldId, text })));
    setProblem(null);
    if (Object.keys(faults).length > 0 || busy) return;
    setBusy(true);
    const { data: made, error: failure } = await client.mutation(CREATE_SESSION, { input: { councilId, campaignId, title: form.title.trim(), heldOn, place: form.place.trim() || null, scoringDueOn } });
    setBusy(false);
    if (failure) return setProblem(problemOf(failure));
    if (made) await navigate({ to: '/thu-ky/phien-hop/$id', params: { id: made.createSession.id } });
  };
  usePrimaryAction(() => void create());
  if (error && !data) return <ErrorContent error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />;
  return (
    <>
      <PageTitle title={t('new.title')} lead={t('new.lead')} crumbs={[{ label: t('list.title'), to: '/thu-ky/phien-hop' }]} />
      {!data && <Skeleton lines={5} />}
      {data && councils.length === 0 && <EmptyState title={t('new.noCouncil')} action={<ButtonLink to="/thu-ky/hoi-dong/moi">{t('council.create')}</ButtonLink>}>{t('new.noCouncilHint')}</EmptyState>}
      {data && councils.length > 0 && (
        <form className={styles.form} onSubmit={(event) => void create(event)} noValidate>
          {problem && <ErrorSummary problem={problem} />}
          {!problem && refused && refused.length > 0 && <ErrorSummary items={refused} />}
          <NativeSelect
            id="councilId" label={t('new.council')} error={shown.councilId} value={councilId} onChange={(event) => change({ councilId: event.currentTarget.value })}
            data={[{ value: '', label: t('new.choose') }, ...councils.map(({ id, name, termTo }) => ({ value: id, label: `${name} (${t('new.termTo', { date: formatDate(termTo) })})` }))]}
          />
          <NativeSelect
            id="campaignId" label={t('new.campaign')} error={shown.campaignId} value={campaignId} onChange={(event) => change({ campaignId: event.currentTarget.value })}
            data={[{ value: '', label: t('new.choose') }, ...campaigns.map(({ id, name }) => ({ value: id, label: name }))]}
          />
          <TextInput id="title" label={t('new.name')} description={t('new.nameHint')} error={shown.title} maxLength={500} value={form.title} onChange={(event) => change({ title: event.currentTarget.value })} />
          <DateField id="heldOn" label={t('new.heldOn')} error={shown.heldOn} value={form.heldOn} onChange={(value) => change({ heldOn: value })} />
          <TextInput id="place" label={t('new.place')} error={shown.place} maxLength={500} value={form.place} onChange={(event) => change({ place: event.currentTarget.value })} />
          <DateField id="scoringDueOn" label={t('new.dueOn')} hint={t('new.dueOnHint')} error={shown.scoringDueOn} value={form.scoringDueOn} onChange={(value) => change({ scoringDueOn: value })} />
          <div><Button type="submit" loading={busy}>{t('new.submit')}</Button></div>
        </form>
      )}
    </>
  );
}
