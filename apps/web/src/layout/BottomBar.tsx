import { IconMenu2 } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PathLink } from '../ui/PathLink.js';
import { useNavEntries, type NavEntry } from './nav.js';
import { useCurrentEntry } from './NavList.js';
import styles from './frame.module.css';

const MenuDrawer = lazy(() => import('./MenuDrawer.js'));

/** What a phone shows at the bottom: the three places this person needs most, and everything else in a drawer. */
export function BottomBar() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const entries = firstThree(useNavEntries());
  const current = useCurrentEntry(entries.map((entry) => entry.to));
  return (
    <>
      <nav className={styles.bottom} aria-label={t('nav.label')}>
        {entries.map(({ key, to, icon: Icon }) => (
          <PathLink key={key} to={to} className={styles.bottomItem} aria-current={to === current ? 'page' : undefined}>
            <Icon size={22} aria-hidden />
            {t(`nav.${key}`)}
          </PathLink>
        ))}
        <button type="button" className={styles.bottomItem} onClick={() => setOpen(true)} aria-haspopup="dialog">
          <IconMenu2 size={22} aria-hidden />
          {t('nav.menu')}
        </button>
      </nav>
      {open && <Suspense fallback={null}><MenuDrawer onClose={() => setOpen(false)} /></Suspense>}
    </>
  );
}

/** Office duties come before the person's own pages: they are what somebody opens on the way. */
function firstThree(entries: NavEntry[]): NavEntry[] {
  const own = entries.filter((entry) => !entry.paletteOnly && entry.key !== 'notifications');
  const office = own.filter((entry) => entry.group === 'groupOffice');
  const rest = own.filter((entry) => entry.group !== 'groupOffice');
  return [...rest.slice(0, 1), ...office.slice(0, 2), ...rest.slice(1)].slice(0, 3);
}
