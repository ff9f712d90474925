import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import * as format from './format.js';

/** The functions of `format.ts` that need words, bound to the language on the screen, with the others beside them. */
export function useFormat() {
  const { i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'vi';
  return useMemo(() => ({
    ...format,
    formatDateTime: (value: string | Date) => format.formatDateTime(value, language),
    formatDeadline: (value: string | Date) => format.formatDeadline(value, language),
    formatRemaining: (value: string | Date, now?: Date) => format.formatRemaining(value, now, language),
  }), [language]);
}
