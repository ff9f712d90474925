import { startTransition } from 'react';
import { useTranslation } from 'react-i18next';
import { changeLanguage } from '../i18n/index.js';
import styles from './frame.module.css';

/** Switches between Vietnamese and English; the label is in the language it leads to. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  const other = i18n.language === 'en' ? 'vi' : 'en';
  return (
    <button
      type="button"
      className={styles.icon}
      aria-label={`${other.toUpperCase()} – ${t('header.languageLabel')}`}
      onClick={() => startTransition(() => { void changeLanguage(other); })}
    >
      {other.toUpperCase()}
    </button>
  );
}
