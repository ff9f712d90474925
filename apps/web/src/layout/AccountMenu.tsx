import { IconChevronDown, IconLogout, IconSettings, IconUserCircle } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Viewer } from '../session/api.js';
import { useSignOut } from '../session/useSignOut.js';
import { PathLink } from '../ui/PathLink.js';
import styles from './AccountMenu.module.css';
import frame from './frame.module.css';

/** Name, account page and signing out: a button that discloses two links. */
export function AccountMenu({ viewer }: { viewer: Viewer }) {
  const { t } = useTranslation();
  const signOut = useSignOut();
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return undefined;
    const onPointer = (event: PointerEvent) => { if (!root.current?.contains(event.target as Node)) setOpen(false); };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener('pointerdown', onPointer);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', onPointer);
      document.removeEventListener('keydown', onKey);
    };
  }, [open]);
  return (
    <div ref={root} className={styles.root} onBlur={(event) => { if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) setOpen(false); }}>
      <button
        ref={button} type="button" className={frame.icon} aria-expanded={open} aria-controls="account-menu"
        aria-label={t('header.accountMenu', { name: viewer.person.fullName })} onClick={() => setOpen(!open)}
      >
        <IconUserCircle size={24} aria-hidden />
        <span className={frame.wide}>{viewer.person.fullName}</span>
        <IconChevronDown size={16} aria-hidden className={frame.wide} />
      </button>
      <div id="account-menu" className={styles.panel} hidden={!open}>
        <p className={styles.name}>{viewer.person.fullName}</p>
        <PathLink to="/tai-khoan" className={styles.item} onClick={() => setOpen(false)}><IconSettings size={20} aria-hidden />{t('nav.account')}</PathLink>
        <button type="button" className={styles.item} onClick={signOut}><IconLogout size={20} aria-hidden />{t('header.signOut')}</button>
      </div>
    </div>
  );
}
