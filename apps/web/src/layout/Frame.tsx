import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../lib/useFormat.js';
import { useNow } from '../lib/useNow.js';
import { useHasRole, useOptionalViewer, useSite } from '../session/context.js';
import { BottomBar } from './BottomBar.js';
import { Footer } from './Footer.js';
import { Header } from './Header.js';
import { COUNCIL } from './nav.js';
import { NavList } from './NavList.js';
import styles from './frame.module.css';

const KeptSheetsSender = lazy(() => import('../features/scoring/KeptSheetsSender.js'));

/** Frame of the pages of signed-in people: side navigation on wide screens, bottom bar on phones. */
export function AppFrame({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className={`${styles.page} ${styles.withBottom}`}>
      <Top />
      <div className={styles.body}>
        <nav className={styles.side} aria-label={t('nav.label')}><NavList /></nav>
        <main id="main" tabIndex={-1} className={styles.main}>{children}</main>
      </div>
      <Footer />
      <PrintedBy />
      <BottomBar />
    </div>
  );
}

/** Frame of public pages: no side navigation. `full` lets the page draw its own bands from edge to edge. */
export function PublicFrame({ children, full = false }: { children: ReactNode; full?: boolean }) {
  const viewer = useOptionalViewer();
  return (
    <div className={`${styles.page} ${viewer ? styles.withBottom : ''}`}>
      <Top withLinks />
      <main id="main" tabIndex={-1} className={full ? styles.fullMain : styles.publicMain}>{children}</main>
      <Footer />
      {viewer && <BottomBar />}
    </div>
  );
}

function Top({ withLinks = false }: { withLinks?: boolean }) {
  const { t } = useTranslation();
  const site = useSite();
  const scores = useHasRole(...COUNCIL);
  return (
    <>
      <a className={styles.skip} href="#main">{t('skipToContent')}</a>
      {site?.isDemo && <p className={styles.demo} style={{ margin: 0 }}>{t('demoBanner')}</p>}
      <OfflineBar />
      {scores && <Suspense fallback={null}><KeptSheetsSender /></Suspense>}
      <Header withLinks={withLinks} />
    </>
  );
}

/** Says that the network is gone, for as long as it is. */
function OfflineBar() {
  const { t } = useTranslation();
  const [offline, setOffline] = useState(!navigator.onLine);
  useEffect(() => {
    const update = () => setOffline(!navigator.onLine);
    window.addEventListener('online', update);
    window.addEventListener('offline', update);
    return () => {
      window.removeEventListener('online', update);
      window.removeEventListener('offline', update);
    };
  }, []);
  return <div role="status">{offline && <p className={styles.offline} style={{ margin: 0 }}>{t('offline')}</p>}</div>;
}

/** On paper only, at the foot of each page: when it was printed, and by whom. */
function PrintedBy() {
  const { t } = useTranslation();
  const { formatDateTime } = useFormat();
  const viewer = useOptionalViewer();
  const now = useNow();
  return <p className={styles.printed} aria-hidden>{t('printed', { at: formatDateTime(now), name: viewer?.person.fullName ?? '' })}</p>;
}
