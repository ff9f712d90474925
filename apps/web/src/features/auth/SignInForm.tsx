import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblem, type Problem } from '../../lib/errors.js';
import { useSession } from '../../session/context.js';
import { ErrorSummary } from '../../ui/ErrorSummary.js';

export interface SignInFormProps {
  /** Filled in and fixed when somebody signs in again over a page. */
  username?: string;
  onSignedIn: (mustChangePassword: boolean) => void;
}

/** User name and password. Used by the sign-in page and by the dialog over an expired page. */
export function SignInForm({ username, onSignedIn }: SignInFormProps) {
  const { t } = useTranslation('auth');
  const session = useSession();
  const problemOf = useProblem();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useForm({
    initialValues: { username: username ?? '', password: '' },
    validate: {
      username: (value) => (value.trim() ? null : t('signIn.usernameMissing')),
      password: (value) => (value ? null : t('signIn.passwordMissing')),
    },
  });
  const submit = form.onSubmit(async (values) => {
    setBusy(true);
    setProblem(null);
    try {
      const shell = await session.signIn(values.username.trim(), values.password);
      onSignedIn(shell.viewer?.mustChangePassword ?? false);
    } catch (error) {
      setProblem(problemOf(error));
      form.setFieldValue('password', '');
    } finally {
      setBusy(false);
    }
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {problem && <ErrorSummary problem={problem} />}
        <TextInput
          id="username"
          label={t('signIn.username')}
          description={username === undefined ? t('signIn.usernameHint') : undefined}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          readOnly={username !== undefined}
          {...form.getInputProps('username')}
        />
        <PasswordInput
          id="password"
          label={t('signIn.password')}
          autoComplete="current-password"
          data-autofocus={username !== undefined || undefined}
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
          {...form.getInputProps('password')}
        />
        <Button type="submit" loading={busy} fullWidth>{t('signIn.action')}</Button>
      </Stack>
    </form>
  );
}
