import { Button, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { useProblem, type Problem } from '../../lib/errors.js';
import { useSession, useViewer } from '../../session/context.js';
import { ErrorSummary } from '../../ui/ErrorSummary.js';
import { CHANGE_PASSWORD } from './queries.js';
import styles from './auth.module.css';

const SHORTEST = 10;

/** The old password and a new one, typed once: it can be shown instead of being typed twice. */
export function ChangePasswordForm() {
  const { t } = useTranslation('auth');
  const client = useClient();
  const session = useSession();
  const viewer = useViewer();
  const problemOf = useProblem();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [done, setDone] = useState(false);
  const [busy, setBusy] = useState(false);
  const form = useForm({
    initialValues: { currentPassword: '', newPassword: '' },
    validate: {
      currentPassword: (value) => (value ? null : t('password.currentMissing')),
      newPassword: (value) => (value.length >= SHORTEST ? null : t('password.tooShort', { count: SHORTEST })),
    },
  });
  const submit = form.onSubmit(async (input) => {
    setBusy(true);
    setDone(false);
    setProblem(null);
    const { error } = await client.mutation(CHANGE_PASSWORD, { input });
    setBusy(false);
    if (error) {
      const refused = problemOf(error);
      form.setErrors(refused.fields);
      return setProblem(refused);
    }
    form.reset();
    setDone(true);
    await session.refresh();
  });
  const reveal = { 'aria-label': t('signIn.showPassword') };
  return (
    <form onSubmit={submit} noValidate className={styles.form}>
      <Stack gap="md">
        {problem && <ErrorSummary problem={problem} />}
        <div role="status">{done && <p className={styles.done}>{t('password.done')}</p>}</div>
        {/* Password managers need to know whose password this is. */}
        <input type="text" name="username" autoComplete="username" value={viewer.username} readOnly hidden />
        <PasswordInput id="currentPassword" label={t('password.current')} autoComplete="current-password" visibilityToggleButtonProps={reveal} {...form.getInputProps('currentPassword')} />
        <PasswordInput id="newPassword" label={t('password.new')} description={t('password.hint', { count: SHORTEST })} autoComplete="new-password" visibilityToggleButtonProps={reveal} {...form.getInputProps('newPassword')} />
        <div><Button type="submit" loading={busy}>{t('password.action')}</Button></div>
      </Stack>
    </form>
  );
}
