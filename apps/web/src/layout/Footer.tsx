import { useTranslation } from 'react-i18next';
import { useSite } from '../session/context.js';
import { PathLink } from '../ui/PathLink.js';
import { openShortcuts } from './overlays.js';
import styles from './frame.module.css';

/** Help, accessibility and privacy in the same place on every page (WCAG 3.2.6). */
export function Footer() {
  const { t } = useTranslation();
  const site = useSite();
  return (
    <footer className={styles.footer} aria-label={t('footer.label')}>
      <div className={styles.footerInner}>
        <ul className={styles.footerLinks}>
          <li><PathLink to="/huong-dan">{t('footer.guide')}</PathLink></li>
          <li><PathLink to="/tro-nang">{t('footer.accessibility')}</PathLink></li>
          <li><PathLink to="/rieng-tu">{t('footer.privacy')}</PathLink></li>
          <li><button type="button" onClick={openShortcuts}>{t('footer.shortcuts')}</button></li>
        </ul>
        <p className={styles.footerNote}>{site?.tenant ? `${site.tenant.name} · ` : ''}{t('footer.openSource')}</p>
      </div>
    </footer>
  );
}
