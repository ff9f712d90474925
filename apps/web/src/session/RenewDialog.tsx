import { Button, Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SignInForm } from '../features/auth/SignInForm.js';
import { useFocusBack } from '../lib/useFocusBack.js';
import { useOptionalViewer, useSession } from './context.js';

/** Signing in again over the page, so that nothing typed is lost and the waiting requests go on. */
export default function RenewDialog() {
  const { t } = useTranslation('auth');
  const session = useSession();
  const viewer = useOptionalViewer();
  useFocusBack();
  const leave = () => {
    session.forget();
    window.location.assign('/dang-nhap');
  };
  return (
    <Modal opened onClose={leave} withCloseButton={false} closeOnClickOutside={false} closeOnEscape={false} title={t('renew.title')}>
      <Text mb="md">{t('renew.text')}</Text>
      <SignInForm username={viewer?.username} onSignedIn={() => undefined} />
      <Button variant="subtle" mt="sm" fullWidth onClick={leave}>{t('renew.leave')}</Button>
    </Modal>
  );
}
