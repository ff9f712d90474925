import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import vietnamese from './vi/common.json';
import { formatDate, formatDeadline, formatNumber, formatPoints, formatShare, formatVnd } from '../lib/format.js';

/** Languages of the screens. Vietnamese is the original; English is complete. */
export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One namespace per screen family: `src/i18n/<language>/<namespace>.json`. */
export const NAMESPACES = [
  'common', 'auth', 'work', 'initiative', 'intake', 'scoring', 'session', 'discussion', 'decision', 'register', 'file', 'errors', 'notification', 'help', 'operations', 'campaign', 'meeting',
] as const;

const STORAGE_KEY = 'khoi.language';
const files = import.meta.glob<Record<string, unknown>>(['./{vi,en}/*.json', '!./vi/common.json', '../gql/errors.*.json'], { import: 'default' });

/** Fetches one namespace when a screen first asks for it, so that the entry carries no texts of other screens. */
const lazyFiles: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read(language, namespace, done) {
    const load = files[namespace === 'catalogue' ? `../gql/errors.${language}.json` : `./${language}/${namespace}.json`];
    if (!load) return done(new Error(`No texts for ${language}/${namespace}`), null);
    load().then((texts) => done(null, texts as never), (error: Error) => done(error, null));
  },
};

function isLanguage(value: string | null | undefined): value is Language {
  return value === 'vi' || value === 'en';
}

/** The language chosen earlier in this browser; Vietnamese otherwise. */
export function storedLanguage(): Language {
  try {
    const stored = localStorage.getItem(STORAGE_KEY);
    return isLanguage(stored) ? stored : 'vi';
  } catch {
    return 'vi';
  }
}

/** Switches texts and `<html lang>` and remembers the choice. */
export async function changeLanguage(language: Language): Promise<void> {
  await i18next.changeLanguage(language);
  try {
    localStorage.setItem(STORAGE_KEY, language);
  } catch {
    // Private windows may refuse storage: the choice then lasts as long as the page.
  }
}

/** Hears of every change of the language on the screen. */
export function onLanguageChange(listener: () => void): void {
  i18next.on('languageChanged', listener);
}

/** The language on the screen now. */
export function currentLanguage(): Language {
  return isLanguage(i18next.language) ? i18next.language : 'vi';
}

/** Loads the texts of the shell; resolves when the first page can be drawn. */
export async function initI18n(): Promise<void> {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language;
  });
  await i18next.use(lazyFiles).use(initReactI18next).init({
    lng: storedLanguage(),
    fallbackLng: false,
    // Most people read Vietnamese: its shell comes with the entry, everything else when asked for.
    resources: { vi: { common: vietnamese } },
    partialBundledLanguages: true,
    ns: ['common'],
    defaultNS: 'common',
    interpolation: { escapeValue: false },
    react: { useSuspense: true },
    returnNull: false,
  });
  addFormats();
}

/** Formats that texts may use: `{{shareBp, share}}`, `{{points, points}}`, `{{amount, vnd}}`, `{{on, date}}`, `{{at, deadline}}`. */
function addFormats(): void {
  const { formatter } = i18next.services;
  formatter?.add('share', (value) => formatShare(Number(value)));
  formatter?.add('points', (value) => formatPoints(Number(value)));
  formatter?.add('vnd', (value) => formatVnd(Number(value)));
  formatter?.add('number', (value) => formatNumber(Number(value)));
  formatter?.add('date', (value) => formatDate(String(value)));
  formatter?.add('deadline', (value, language) => formatDeadline(String(value), language === 'en' ? 'en' : 'vi'));
}

export { i18next };
