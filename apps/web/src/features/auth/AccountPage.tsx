import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../ui/PageTitle.js';
export function AccountPage() {
  const { t } = useTranslation();
  return <PageTitle title={t('nav.account')} />;
}
