import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../ui/links.js';
import { PageTitle } from '../ui/PageTitle.js';
import { PublicFrame } from './Frame.js';

/** No such page, or none that this person may see: the two are never told apart. */
export function NotFoundContent() {
  const { t } = useTranslation();
  return (
    <div style={{ maxWidth: '44rem' }} data-page="problem">
      <PageTitle title={t('page.notFoundTitle')} />
      <p>{t('page.notFoundText')}</p>
      <Group mt="lg"><ButtonLink to="/">{t('action.goHome')}</ButtonLink></Group>
    </div>
  );
}

/** The same with the frame around it, for addresses that no route knows. */
export function NotFoundPage() {
  return <PublicFrame><NotFoundContent /></PublicFrame>;
}
