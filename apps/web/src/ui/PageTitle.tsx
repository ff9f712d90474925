import { Title } from '@mantine/core';
import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { hasNavigated } from '../lib/navigation.js';
import { PathLink } from './PathLink.js';
import styles from './PageTitle.module.css';

export interface Crumb {
  label: string;
  /** A path of the application, such as `/ho-so`. */
  to: string;
}

export interface PageTitleProps {
  title: string;
  /** A short line above the title: the code of a dossier, the name of a campaign. */
  above?: ReactNode;
  /** One sentence under the title. */
  lead?: ReactNode;
  /** The way back up; the page itself is not repeated. */
  crumbs?: Crumb[];
  /** Buttons at the right of the title, under it on a phone. */
  actions?: ReactNode;
  /** The text of the browser tab when it should differ, e.g. `Lỗi: …` after a refused form. */
  documentTitle?: string;
}

/** Numbers of documents (`02/QĐ-UBND`) stay on one line, whatever the width. */
function unbroken(title: string): ReactNode[] {
  return title.split(/(\d+\/\S+)/).map((part, index) => (index % 2 === 1 ? <span key={index} className={styles.number}>{part}</span> : part));
}

/** The h1 of every page. It names the browser tab and takes the focus when someone comes from another page. */
export function PageTitle({ title, above, lead, crumbs, actions, documentTitle }: PageTitleProps) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    document.title = `${documentTitle ?? title} – ${t('appName')}`;
  }, [title, documentTitle, t]);
  useLayoutEffect(() => {
    if (hasNavigated()) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <header>
      {crumbs && crumbs.length > 0 && (
        <nav className={styles.crumbs} aria-label={t('breadcrumb')}>
          <ol>{crumbs.map((crumb) => <li key={crumb.to}><PathLink to={crumb.to}>{crumb.label}</PathLink></li>)}</ol>
        </nav>
      )}
      <div className={styles.head}>
        <div className={styles.text}>
          {above && <p className={styles.above}>{above}</p>}
          <Title order={1} ref={heading} tabIndex={-1} className={styles.title}>{unbroken(title)}</Title>
          {lead && <p className={styles.lead}>{lead}</p>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </header>
  );
}
