/**
 * How Khơi writes and reads dates, numbers, points, shares and money. Everything is shown in Vietnamese time and with
 * Vietnamese separators in both languages, so that a figure on the screen equals the figure on the paper.
 */
type Language = 'vi' | 'en';

const ZONE = 'Asia/Ho_Chi_Minh';
const DAY = 86_400_000;
const HOUR = 3_600_000;
const MINUTE = 60_000;

const dateParts = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, day: '2-digit', month: '2-digit', year: 'numeric' });
const timeParts = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

const LOCAL_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** `YYYY-MM-DD` or an instant → `06/03/2026`. */
export function formatDate(value: string | Date): string {
  const local = typeof value === 'string' ? LOCAL_DATE.exec(value) : null;
  return local ? `${local[3]}/${local[2]}/${local[1]}` : dateParts.format(new Date(value));
}

/** An instant → `08:12` in Vietnamese time. */
export function formatTime(value: string | Date): string {
  return timeParts.format(new Date(value));
}

/** An instant → `08:12 ngày 06/03/2026`. */
export function formatDateTime(value: string | Date, language: Language = 'vi'): string {
  return `${formatTime(value)} ${language === 'vi' ? 'ngày' : 'on'} ${formatDate(value)}`;
}

/** The last millisecond of a local day: deadlines are ends of days in Vietnam. An instant is returned as it is. */
export function deadlineInstant(value: string | Date): Date {
  return typeof value === 'string' && LOCAL_DATE.test(value) ? new Date(`${value}T23:59:59.999+07:00`) : new Date(value);
}

/** A deadline → `23:59 ngày 30/11/2026 (giờ Việt Nam)`. */
export function formatDeadline(value: string | Date, language: Language = 'vi'): string {
  const zone = language === 'vi' ? '(giờ Việt Nam)' : '(Vietnam time)';
  return `${formatDateTime(deadlineInstant(value), language)} ${zone}`;
}

/** Time left to a deadline in its two largest units → `còn 3 ngày 4 giờ`, or `quá hạn 2 ngày`. */
export function formatRemaining(value: string | Date, now: Date = new Date(), language: Language = 'vi'): string {
  const gap = deadlineInstant(value).getTime() - now.getTime();
  const left = Math.abs(gap);
  const days = Math.floor(left / DAY);
  const hours = Math.floor((left % DAY) / HOUR);
  const minutes = Math.floor((left % HOUR) / MINUTE);
  const parts = days > 0 ? [unit(days, 'day', language), hours > 0 ? unit(hours, 'hour', language) : '']
    : hours > 0 ? [unit(hours, 'hour', language), minutes > 0 ? unit(minutes, 'minute', language) : '']
      : [unit(Math.max(minutes, 1), 'minute', language)];
  const amount = parts.filter(Boolean).join(' ');
  if (language === 'vi') return gap >= 0 ? `còn ${amount}` : `quá hạn ${amount}`;
  return gap >= 0 ? `${amount} left` : `${amount} overdue`;
}

const UNITS = { day: 'ngày', hour: 'giờ', minute: 'phút' } as const;

function unit(count: number, name: keyof typeof UNITS, language: Language): string {
  return language === 'vi' ? `${count} ${UNITS[name]}` : `${count} ${name}${count === 1 ? '' : 's'}`;
}

/** `12500` → `12.500`; `fraction` fixes the number of decimals. */
export function formatNumber(value: number, fraction?: number): string {
  return new Intl.NumberFormat('vi-VN', fraction === undefined
    ? { maximumFractionDigits: 3 }
    : { minimumFractionDigits: fraction, maximumFractionDigits: fraction }).format(value);
}

/** Hundredths of a point → `27,5`; with `fixed` always two decimals: `27,50`. */
export function formatPoints(hundredths: number, fixed = false): string {
  return formatHundredths(hundredths, fixed);
}

/** Hundredths of a percent → `33,33%`. */
export function formatShare(shareBp: number): string {
  return `${formatHundredths(shareBp, false)}%`;
}

function formatHundredths(value: number, fixed: boolean): string {
  const sign = value < 0 ? '-' : '';
  const whole = Math.floor(Math.abs(value) / 100);
  const rest = String(Math.abs(value) % 100).padStart(2, '0');
  const decimals = fixed ? rest : rest.replace(/0+$/, '');
  return `${sign}${formatNumber(whole)}${decimals ? `,${decimals}` : ''}`;
}

/** Whole đồng → `12.500.000 ₫`. */
export function formatVnd(amount: number): string {
  return `${formatNumber(amount, 0)}\u00a0₫`;
}

/** Bytes → `12,4 MB`. */
export function formatBytes(bytes: number): string {
  const steps = ['B', 'KB', 'MB', 'GB'] as const;
  let value = bytes;
  let step = 0;
  while (value >= 1024 && step < steps.length - 1) {
    value /= 1024;
    step += 1;
  }
  return `${formatNumber(Math.round(value * 10) / 10)}\u00a0${steps[step]}`;
}

/**
 * What a person typed as points or percent → integer hundredths; null when it is not such a number.
 * `27,5`, `27.5` and `27` are read; a third decimal is refused rather than rounded.
 */
export function parseHundredths(input: string): number | null {
  const match = /^(\d{1,7})(?:[.,](\d{0,2}))?$/.exec(input.replace(/[\s\u00a0%]/g, ''));
  if (!match) return null;
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

/**
 * What a person typed as a measured number → number; null when unreadable. The last separator is the decimal one when
 * both kinds appear; a single separator followed by exactly three digits groups thousands.
 */
export function parseNumber(input: string): number | null {
  const text = input.replace(/[\s\u00a0]/g, '');
  if (!/^-?\d[\d.,]*$/.test(text)) return null;
  const last = Math.max(text.lastIndexOf(','), text.lastIndexOf('.'));
  if (last < 0) return Number(text);
  const separator = text[last];
  const groups = text.split(/[.,]/);
  const sameKind = !text.includes(separator === ',' ? '.' : ',');
  const grouped = groups.slice(1).every((group) => group.length === 3);
  if (sameKind && grouped) return Number(groups.join(''));
  if (sameKind && groups.length > 2) return null;
  return Number(`${text.slice(0, last).replace(/[.,]/g, '')}.${text.slice(last + 1)}`);
}

/** What a person typed as money → whole đồng; separators only group, because đồng has no smaller unit. */
export function parseVnd(input: string): number | null {
  const digits = input.replace(/[\s\u00a0.,₫đ]/gi, '').replace(/vnd$/i, '');
  if (!/^\d{1,15}$/.test(digits)) return null;
  return Number(digits);
}

/** `06/03/2026` or `6-3-2026` → `2026-03-06`; null when there is no such day. */
export function parseDate(input: string): string | null {
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(input.trim());
  if (!match) return null;
  const [day, month, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Today in Vietnam as `YYYY-MM-DD`. For display only: deadlines are decided by the server. */
export function todayLocal(now: Date = new Date()): string {
  const [day, month, year] = dateParts.format(now).split('/');
  return `${year}-${month}-${day}`;
}
