import { Button, Textarea } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient, useQuery } from 'urql';
import { ErrorContent } from '../../layout/ErrorPage.js';
import { useProblem, type Problem } from '../../lib/errors.js';
import { usePrimaryAction } from '../../lib/keyboard.js';
import { useFormat } from '../../lib/useFormat.js';
import { useNow } from '../../lib/useNow.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorSummary, type SummaryItem } from '../../ui/ErrorSummary.js';
import { ButtonLink } from '../../ui/links.js';
import { PageTitle } from '../../ui/PageTitle.js';
import { Skeleton } from '../../ui/Skeletons.js';
import { StickyActionBar } from '../../ui/StickyActionBar.js';
import { Choices } from './Choices.js';
import { Guidance } from './Guidance.js';
import styles from './list.module.css';
import { CREATE_INITIATIVE, OPEN_CAMPAIGNS } from './queries.js';

/** Begins a dossier: which campaign, and what it is called. Everything else can wait. */
export function NewDossierPage() {
  const { t } = useTranslation('initiative');
  const { formatDeadline, formatRemaining } = useFormat();
  const now = useNow();
  const router = useRouter();
  const client = useClient();
  const problemOf = useProblem();
  const [{ data, error }, reload] = useQuery({ query: OPEN_CAMPAIGNS });
  const [chosen, setChosen] = useState<string | null>(null);
  const [title, setTitle] = useState('');
  const [items, setItems] = useState<SummaryItem[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setBusy] = useState(false);
  const begun = useRef(false);
  const campaigns = (data?.campaigns ?? []).filter(({ acceptsSubmissions }) => acceptsSubmissions);
  const campaignId = chosen ?? (campaigns.length === 1 ? campaigns[0]?.id ?? null : null);

  const begin = async () => {
    const missing = [
      ...(campaignId ? [] : [{ text: t('new.campaignMissing'), fieldId: 'campaignId' }]),
      ...(title.trim() ? [] : [{ text: t('missing.title'), fieldId: 'title' }]),
    ];
    setItems(missing);
    setProblem(null);
    if (missing.length > 0 || !campaignId || begun.current) return;
    // A second click while the first is under way would make a second draft.
    begun.current = true;
    setBusy(true);
    const { data: answer, error: refused } = await client.mutation(CREATE_INITIATIVE, { input: { campaignId, title: title.trim() } });
    if (answer) return void router.navigate({ to: '/ho-so/$code', params: { code: answer.createInitiative.code } });
    begun.current = false;
    setBusy(false);
    setProblem(problemOf(refused));
  };
  usePrimaryAction(() => void begin());

  if (error && !data) return <ErrorContent error={error} onRetry={() => reload()} />;
  return (
    <>
      <PageTitle title={t('new.title')} lead={t('new.lead')} crumbs={[{ label: t('list.title'), to: '/ho-so' }]} />
      {!data ? <Skeleton lines={5} /> : campaigns.length === 0
        ? <EmptyState title={t('new.noCampaign')} action={<ButtonLink to="/ho-so" variant="default">{t('new.back')}</ButtonLink>}>{t('new.noCampaignText')}</EmptyState>
        : (
          <form className={styles.form} onSubmit={(event) => { event.preventDefault(); void begin(); }} noValidate>
            {(items.length > 0 || problem) && <ErrorSummary items={items} problem={problem ?? undefined} />}
            <Choices
              id="campaignId" label={t('new.campaign')} value={campaignId} onChange={setChosen} error={items.find(({ fieldId }) => fieldId === 'campaignId')?.text}
              choices={campaigns.map((campaign) => ({
                value: campaign.id, label: campaign.name,
                hint: t('new.closes', { deadline: formatDeadline(campaign.lastSubmissionDay), left: formatRemaining(campaign.lastSubmissionDay, now) }),
              }))}
            />
            <div>
              <Textarea
                id="title" label={t('general.title')} description={t('general.titleHint')} value={title} autosize minRows={2} maxLength={500}
                error={items.find(({ fieldId }) => fieldId === 'title')?.text ?? problem?.fields.title} onChange={(event) => setTitle(event.currentTarget.value.replace(/\s*\n\s*/g, ' '))}
              />
              <Guidance points={t('general.titlePoints', { returnObjects: true })} example={t('general.titleExample')} />
            </div>
            <StickyActionBar><Button type="submit" loading={isBusy}>{t('new.begin')}</Button></StickyActionBar>
          </form>
        )}
    </>
  );
}
