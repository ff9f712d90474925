import { useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PathLink } from '../ui/PathLink.js';
import { useNavEntries } from './nav.js';
import styles from './frame.module.css';

const GROUPS = ['groupMine', 'groupOffice', 'groupPublic'] as const;

/** The navigation by role, as groups of links: in the side column on wide screens, in the drawer on phones. */
export function NavList({ onGo }: { onGo?: () => void }) {
  const { t } = useTranslation();
  const entries = useNavEntries().filter((entry) => !entry.paletteOnly);
  const current = useCurrentEntry(entries.map((entry) => entry.to));
  return GROUPS.map((group) => {
    const own = entries.filter((entry) => entry.group === group);
    if (own.length === 0) return null;
    return (
      <div key={group} className={styles.navGroup}>
        <p className={styles.navHeading} id={`nav-${group}`}>{t(`nav.${group}`)}</p>
        <ul className={styles.navList} aria-labelledby={`nav-${group}`}>
          {own.map(({ key, to, icon: Icon }) => (
            <li key={key}>
              <PathLink to={to} className={styles.navLink} aria-current={to === current ? 'page' : undefined} onClick={onGo}>
                <Icon size={20} aria-hidden />
                {t(`nav.${key}`)}
              </PathLink>
            </li>
          ))}
        </ul>
      </div>
    );
  });
}

/** The entry whose path is the longest beginning of the address on the screen. */
export function useCurrentEntry(paths: string[]): string | undefined {
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  return paths
    .filter((path) => pathname === path || pathname.startsWith(`${path}/`))
    .sort((a, b) => b.length - a.length)[0];
}
