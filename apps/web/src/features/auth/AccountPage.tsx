import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../session/context.js';
import { KeyValue } from '../../ui/KeyValue.js';
import { PageTitle } from '../../ui/PageTitle.js';
import { MailPreferences } from '../notification/MailPreferences.js';
import { ChangePasswordForm } from './ChangePasswordForm.js';
import { Kinships } from './Kinships.js';
import { LanguageChoice } from './LanguageChoice.js';
import { SessionList } from './SessionList.js';
import styles from './auth.module.css';

/** The person's own account: who they are here, password, sessions and language. */
export function AccountPage() {
  const { t } = useTranslation('auth');
  const { t: common } = useTranslation();
  const { t: mail } = useTranslation('notification');
  const viewer = useViewer();
  const roles = viewer.roles.map((holding) => {
    const name = common(`role.${holding.role}`);
    return holding.unit ? `${name} – ${holding.unit.shortName}` : name;
  });
  return (
    <>
      <PageTitle title={t('account.title')} />
      {viewer.mustChangePassword && <p className={styles.notice} role="status">{t('account.mustChange')}</p>}
      <section className={styles.section}>
        <Title order={2}>{t('account.aboutYou')}</Title>
        <KeyValue items={[
          { label: t('account.fullName'), value: viewer.person.fullName },
          { label: t('account.username'), value: viewer.username },
          { label: t('account.unit'), value: viewer.person.unit?.shortName },
          { label: t('account.position'), value: viewer.person.position },
          { label: t('account.roles'), value: roles.length > 0 ? roles.join('\n') : t('account.noRoles') },
        ]} />
        <p className={styles.soft}>{t('account.correction')}</p>
      </section>
      <section className={styles.section}>
        <Title order={2} id="mat-khau">{t('password.title')}</Title>
        <ChangePasswordForm />
      </section>
      <section className={styles.section}>
        <Title order={2}>{t('sessions.title')}</Title>
        <SessionList />
      </section>
      <section className={styles.section}>
        <Title order={2}>{t('kinship.title')}</Title>
        <Kinships />
      </section>
      <section className={styles.section}>
        <Title order={2}>{mail('mail.title')}</Title>
        <MailPreferences />
      </section>
      <section className={styles.section}>
        <Title order={2}>{t('language.title')}</Title>
        <LanguageChoice />
      </section>
    </>
  );
}
