import { Button, Checkbox, Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient, useQuery } from 'urql';
import type { MailLanguage, MailMode } from '../../gql/schema.js';
import { useProblem, type Problem } from '../../lib/errors.js';
import { ErrorSummary } from '../../ui/ErrorSummary.js';
import { Skeleton } from '../../ui/Skeletons.js';
import { MAIL_PREFERENCES, SAVE_MAIL_PREFERENCES } from './outboxQueries.js';
import styles from './outbox.module.css';

const MODES: readonly MailMode[] = ['AT_ONCE', 'DAILY', 'NEVER'];
const LANGUAGES: readonly (readonly [MailLanguage, lang: string, name: string])[] = [['VI', 'vi', 'Tiếng Việt'], ['EN', 'en', 'English']];

interface Choice { mode: MailMode; hasQuietHours: boolean; language: MailLanguage }

/** How the person gets mail about their notices. */
export function MailPreferences() {
  const { t } = useTranslation('notification');
  const problemOf = useProblem();
  const [{ data, error }] = useQuery({ query: MAIL_PREFERENCES });
  if (error && !data) return <ErrorSummary problem={problemOf(error)} />;
  if (!data) return <Skeleton lines={4} />;
  const saved = data.viewer?.mailPreferences;
  if (!saved) return null;
  const where = saved.isConnected ? (saved.address ? t('mail.address', { address: saved.address }) : t('mail.noAddress')) : t('mail.off');
  return (
    <>
      <p className={styles.soft}>{where}</p>
      <PreferencesForm saved={saved} />
    </>
  );
}

function PreferencesForm({ saved }: { saved: Choice }) {
  const { t } = useTranslation('notification');
  const client = useClient();
  const problemOf = useProblem();
  const [choice, setChoice] = useState<Choice>({ mode: saved.mode, hasQuietHours: saved.hasQuietHours, language: saved.language });
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSaving, setSaving] = useState(false);
  const [isSaved, setSaved] = useState(false);
  const choose = (part: Partial<Choice>) => {
    setChoice((now) => ({ ...now, ...part }));
    setSaved(false);
  };
  const save = async () => {
    setSaving(true);
    const { error } = await client.mutation(SAVE_MAIL_PREFERENCES, { input: choice });
    setSaving(false);
    setProblem(error ? problemOf(error) : null);
    setSaved(!error);
  };
  return (
    <form onSubmit={(event) => { event.preventDefault(); void save(); }}>
      {problem && <ErrorSummary problem={problem} />}
      <Stack gap="md">
        <Radio.Group label={t('mail.when')} value={choice.mode} onChange={(mode) => choose({ mode: mode as MailMode })}>
          <Stack gap="xs" mt="xs">{MODES.map((mode) => <Radio key={mode} value={mode} label={t(`mail.mode.${mode}`)} description={t(`mail.modeHint.${mode}`)} />)}</Stack>
        </Radio.Group>
        <Checkbox
          label={t('mail.quiet')} description={t('mail.quietHint')} checked={choice.hasQuietHours}
          onChange={({ currentTarget: { checked } }) => choose({ hasQuietHours: checked })}
        />
        <Radio.Group label={t('mail.language')} value={choice.language} onChange={(language) => choose({ language: language as MailLanguage })}>
          <Stack gap="xs" mt="xs">{LANGUAGES.map(([value, lang, name]) => <Radio key={value} value={value} label={<span lang={lang}>{name}</span>} />)}</Stack>
        </Radio.Group>
        <div><Button type="submit" variant="default" loading={isSaving}>{t('mail.save')}</Button></div>
      </Stack>
      <p role="status" className={styles.soft}>{isSaved ? t('mail.saved') : ''}</p>
    </form>
  );
}
