import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { INTAKE_CHOICES } from './queries.js';
import type { IntakeSearch } from './search.js';
import styles from './intake.module.css';

const route = getRouteApi('/_app/thu-ky/tiep-nhan');
const PAUSE = 250;

/** Words, campaign and unit; all of them live in the address. */
export function QueueFilters({ search }: { search: IntakeSearch }) {
  const { t } = useTranslation('intake');
  const navigate = route.useNavigate();
  const [{ data }] = useQuery({ query: INTAKE_CHOICES, requestPolicy: 'cache-first' });
  const change = (part: IntakeSearch) => void navigate({ search: (before) => ({ ...before, 'ho-so': undefined, ...part }), replace: true, resetScroll: false });
  const { words, setWords, compositionProps } = useSearchWords(search['tu-khoa'] ?? '', (next) => change({ 'tu-khoa': next || undefined }));
  const isNarrowed = Boolean(search['tu-khoa'] ?? search.dot ?? search['don-vi']);
  return (
    <form role="search" className={styles.filters} onSubmit={(event) => event.preventDefault()}>
      <TextInput
        type="search" label={t('filter.words')} placeholder={t('filter.wordsHint')} leftSection={<IconSearch size={18} aria-hidden />} className={styles.words}
        autoComplete="off" spellCheck={false} value={words} onChange={(event) => setWords(event.currentTarget.value)} {...compositionProps}
      />
      <NativeSelect
        label={t('filter.campaign')} value={search.dot ?? ''} onChange={(event) => change({ dot: event.currentTarget.value || undefined })}
        data={[{ value: '', label: t('filter.allCampaigns') }, ...(data?.campaigns ?? []).map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <NativeSelect
        label={t('filter.unit')} value={search['don-vi'] ?? ''} onChange={(event) => change({ 'don-vi': event.currentTarget.value || undefined })}
        data={[{ value: '', label: t('filter.allUnits') }, ...(data?.units ?? []).map(({ id, shortName }) => ({ value: id, label: shortName }))]}
      />
      {isNarrowed && <Button variant="default" onClick={() => { setWords(''); change({ 'tu-khoa': undefined, dot: undefined, 'don-vi': undefined }); }}>{t('filter.clear')}</Button>}
    </form>
  );
}

/** What is typed goes to the address after a pause, and never in the middle of composing a Vietnamese letter. */
function useSearchWords(initial: string, send: (words: string) => void) {
  const [words, setWords] = useState(initial);
  const [isComposing, setComposing] = useState(false);
  const sent = useRef(initial);
  const latest = useRef(send);
  latest.current = send;
  useEffect(() => {
    if (isComposing || words.trim() === sent.current) return undefined;
    const timer = window.setTimeout(() => {
      sent.current = words.trim();
      latest.current(sent.current);
    }, PAUSE);
    return () => window.clearTimeout(timer);
  }, [words, isComposing]);
  return { words, setWords, compositionProps: { onCompositionStart: () => setComposing(true), onCompositionEnd: () => setComposing(false) } };
}
