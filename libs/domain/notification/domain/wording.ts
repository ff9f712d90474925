import type { Letter, LetterItem } from '@kit/mail';
import { english } from './words.en.js';
import { vietnamese } from './words.vi.js';
import type { WordedKind, Words } from './words.js';

export type MailLocale = 'vi' | 'en';

/** One thing to tell, with the words to fill in as the recipient may know them. */
export interface Part {
  readonly kind: WordedKind;
  readonly params: Readonly<Record<string, unknown>>;
  /** Path in the web app, or `null`. */
  readonly link: string | null;
}

/** Everything a mail says, before it is put into words. */
export interface MailFacts {
  readonly locale: MailLocale;
  readonly fullName: string;
  readonly tenantName: string;
  /** Address of the web app without a trailing slash. */
  readonly publicUrl: string;
  /** At least one. */
  readonly parts: readonly Part[];
  /** Whether the parts are the notices of a day, or the deadlines of one reminder. */
  readonly isDigest: boolean;
}

const WORDS: Readonly<Record<MailLocale, Words>> = { vi: vietnamese, en: english };

/** Where people choose how they receive mail. */
export const SETTINGS_PATH = '/tai-khoan';

export function wordsIn(locale: MailLocale): Words {
  return WORDS[locale];
}

/** Puts a mail into the words of its reader's language. */
export function letterOf(facts: MailFacts): Letter {
  const { locale, parts, publicUrl } = facts;
  const words = WORDS[locale];
  const [first] = parts;
  if (first === undefined) throw new TypeError('a mail tells something');
  const isOne = parts.length === 1;
  const [subject, intro] = facts.isDigest ? [words.digestSubject, words.digestIntro] : [words.remindersSubject, words.remindersIntro];
  const count = { count: parts.length };
  return {
    language: locale,
    subject: isOne ? filled(words.kinds[first.kind].subject, first.params, locale) : filled(subject, count, locale),
    greeting: filled(words.greeting, { fullName: facts.fullName }, locale),
    intro: isOne ? [] : [filled(intro, count, locale)],
    items: parts.map((part) => itemOf(part, locale, publicUrl)),
    footer: [{ text: filled(words.automatic, { tenantName: facts.tenantName }, locale) }, { text: words.settings, url: `${publicUrl}${SETTINGS_PATH}` }],
  };
}

/** The same parts without what only their recipient may know: the words remain, the facts do not. */
export function withheldParts(parts: readonly Part[], locale: MailLocale): Part[] {
  const words = WORDS[locale];
  return parts.map(({ kind }) => {
    const { subject, sentence } = words.kinds[kind];
    const names = [...`${subject} ${sentence}`.matchAll(PLACE)].map(([, name = '']) => [name, words.withheld]);
    return { kind, params: Object.fromEntries(names) as Record<string, string>, link: null };
  });
}

function itemOf({ kind, params, link }: Part, locale: MailLocale, publicUrl: string): LetterItem {
  const { sentence, facts, action } = WORDS[locale].kinds[kind];
  return {
    sentence: filled(sentence, params, locale),
    facts: facts.filter((fact) => [...fact.matchAll(PLACE)].every(([, name = '']) => isGiven(params[name]))).map((fact) => filled(fact, params, locale)),
    action: link === null ? null : { label: action, url: `${publicUrl}${link}` },
  };
}

const PLACE = /\{(\w+)(?::(\w+))?\}/g;

const isGiven = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

function filled(template: string, params: Readonly<Record<string, unknown>>, locale: MailLocale): string {
  return template.replace(PLACE, (_place, name: string, format?: string) => (isGiven(params[name]) ? written(params[name], format, locale) : ''));
}

function written(value: unknown, format: string | undefined, locale: MailLocale): string {
  const text = String(value);
  const words = WORDS[locale];
  if (format === 'date') return dateText(text);
  if (format === 'share') return shareText(Number(value), locale);
  if (format === 'role') return words.roles[text] ?? text;
  if (format === 'grounds') return text.split(',').map((code) => words.grounds[code] ?? code).join('; ');
  return text;
}

/** `2026-11-30` as 30/11/2026, in both languages as the forms of the office write it. */
function dateText(text: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match === null ? text : `${match[3]}/${match[2]}/${match[1]}`;
}

/** Hundredths of a percent: 6050 is 60,5 %. */
function shareText(basisPoints: number, locale: MailLocale): string {
  if (!Number.isInteger(basisPoints)) return '…';
  const fraction = String(basisPoints % 100).padStart(2, '0').replace(/0+$/, '');
  return `${Math.trunc(basisPoints / 100)}${fraction === '' ? '' : `${locale === 'vi' ? ',' : '.'}${fraction}`}%`;
}
