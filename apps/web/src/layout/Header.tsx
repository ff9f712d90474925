import { IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useOptionalViewer, useSite } from '../session/context.js';
import { ButtonLink } from '../ui/links.js';
import { Wordmark } from '../ui/Wordmark.js';
import { AccountMenu } from './AccountMenu.js';
import { LanguageSwitch } from './LanguageSwitch.js';
import { NotificationBell } from './NotificationBell.js';
import { openPalette } from './overlays.js';
import styles from './frame.module.css';

/** The bar at the top of every page. */
export function Header() {
  const { t } = useTranslation();
  const viewer = useOptionalViewer();
  const site = useSite();
  return (
    <header className={styles.header}>
      <div className={styles.headerInner}>
        <Link to="/" className={styles.brand}>
          <Wordmark />
          {site?.tenant && <span className={styles.tenant}>{site.tenant.name}</span>}
        </Link>
        <span className={styles.spacer} />
        <button type="button" className={styles.search} onClick={openPalette} aria-label={t('header.searchHint')} aria-keyshortcuts="Control+K">
          <IconSearch size={20} aria-hidden />
          <span className={styles.wide}>{t('header.search')} <kbd>Ctrl K</kbd></span>
        </button>
        {viewer && <NotificationBell />}
        <LanguageSwitch />
        {viewer ? <AccountMenu viewer={viewer} /> : <ButtonLink to="/dang-nhap" variant="filled" ml={8}>{t('header.signIn')}</ButtonLink>}
      </div>
    </header>
  );
}
