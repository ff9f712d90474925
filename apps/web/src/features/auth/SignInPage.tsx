import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ownPath } from '../../lib/search.js';
import { PageTitle } from '../../ui/PageTitle.js';
import { SignInForm } from './SignInForm.js';
import styles from './auth.module.css';

const route = getRouteApi('/_public/dang-nhap');

/** Signing in with an account of the ward, then on to where the person wanted to go. */
export function SignInPage() {
  const { t } = useTranslation('auth');
  const router = useRouter();
  const { 'tiep-tuc': wanted } = route.useSearch();
  const go = (mustChangePassword: boolean) => {
    router.history.push(mustChangePassword ? '/tai-khoan' : ownPath(wanted));
  };
  return (
    <div className={styles.narrow}>
      <PageTitle title={t('signIn.title')} lead={t('signIn.lead')} />
      <SignInForm onSignedIn={go} />
      <p className={styles.help}>{t('signIn.help')}</p>
    </div>
  );
}
