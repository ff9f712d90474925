import { IconSearch } from '@tabler/icons-react';
import { Link, useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useOptionalViewer, useSite } from '../session/context.js';
import { ButtonLink } from '../ui/links.js';
import { PathLink } from '../ui/PathLink.js';
import { Wordmark } from '../ui/Wordmark.js';
import { AccountMenu } from './AccountMenu.js';
import { LanguageSwitch } from './LanguageSwitch.js';
import { NotificationBell } from './NotificationBell.js';
import { useNavEntries } from './nav.js';
import { useCurrentEntry } from './NavList.js';
import { openPalette } from './overlays.js';
import styles from './frame.module.css';

/** The bar at the top of every page. Public pages have no side navigation: `withLinks` puts the main places here. */
export function Header({ withLinks = false }: { withLinks?: boolean }) {
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
        {withLinks && <TopLinks />}
        <button type="button" className={styles.search} onClick={openPalette} aria-keyshortcuts="Control+K" title={t('header.searchHint')}>
          <IconSearch size={20} aria-hidden />
          <span className={styles.hideNarrow}>{t('header.search')}</span>
          <kbd className={styles.wide} aria-hidden>Ctrl K</kbd>
        </button>
        {viewer && <NotificationBell />}
        <LanguageSwitch />
        {viewer ? <AccountMenu viewer={viewer} /> : <SignInLink />}
      </div>
    </header>
  );
}

function TopLinks() {
  const { t } = useTranslation();
  const entries = useNavEntries().filter((entry) => entry.key === 'work' || entry.key === 'register');
  const current = useCurrentEntry(entries.map((entry) => entry.to));
  return (
    <nav className={styles.topLinks} aria-label={t('nav.label')}>
      {entries.map(({ key, to }) => <PathLink key={key} to={to} aria-current={to === current ? 'page' : undefined}>{t(`nav.${key}`)}</PathLink>)}
      <PathLink to="/huong-dan">{t('nav.guide')}</PathLink>
    </nav>
  );
}

/** Leads to the sign-in page and back to where the person is. */
function SignInLink() {
  const { t } = useTranslation();
  const here = useRouterState({ select: (state) => state.location });
  if (here.pathname === '/dang-nhap') return null;
  const back = here.pathname === '/' ? undefined : here.href;
  return <ButtonLink to="/dang-nhap" search={{ 'tiep-tuc': back }} variant="default" ml={8}>{t('header.signIn')}</ButtonLink>;
}
