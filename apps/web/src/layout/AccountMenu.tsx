import { Menu } from '@mantine/core';
import { IconChevronDown, IconLogout, IconSettings, IconUserCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Viewer } from '../session/api.js';
import { useSignOut } from '../session/useSignOut.js';
import styles from './frame.module.css';

/** Name, account page and signing out. */
export function AccountMenu({ viewer }: { viewer: Viewer }) {
  const { t } = useTranslation();
  const signOut = useSignOut();
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <button type="button" className={styles.icon} aria-label={t('header.accountMenu', { name: viewer.person.fullName })}>
          <IconUserCircle size={24} aria-hidden />
          <span className={styles.wide}>{viewer.person.fullName}</span>
          <IconChevronDown size={16} aria-hidden className={styles.wide} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label fz="md" c="gray.9">{viewer.person.fullName}</Menu.Label>
        <Menu.Item component={Link} to="/tai-khoan" leftSection={<IconSettings size={18} aria-hidden />}>{t('nav.account')}</Menu.Item>
        <Menu.Item leftSection={<IconLogout size={18} aria-hidden />} onClick={signOut}>{t('header.signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
