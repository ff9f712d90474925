import { useTranslation } from 'react-i18next';
import type { DiffSegment } from '../../gql/schema.js';
import { formatDate } from '../../lib/format.js';

type Segment = Pick<DiffSegment, 'kind' | 'text'>;

const CODE = /\b(?:[A-Z]{4,}(?:_[A-Z]+)*|true|false|\d{4}-\d{2}-\d{2})\b/g;

/** Fields that a version keeps as codes and dates, and the texts in which their codes are explained. */
const CODED: Readonly<Record<string, readonly string[]>> = {
  kind: ['kind'], isStateFunded: [], firstApplication: ['firstKind'], applicationRecords: ['applied', 'benefit'],
};

/** The differences of two versions as people read them: `TECHNICAL` is a technical solution, `2026-03-06` a date. */
export function useWordedSegments(): (path: string, segments: readonly Segment[]) => Segment[] {
  const { t } = useTranslation('initiative');
  const lookUp = t as unknown as (key: string, options: { defaultValue: string }) => string;
  const word = (code: string, texts: readonly string[]): string => {
    if (code === 'true' || code === 'false') return t(code === 'true' ? 'yes' : 'no');
    if (/^\d/.test(code)) return formatDate(code);
    return texts.map((text) => lookUp(`${text}.${code}`, { defaultValue: '' })).find(Boolean) ?? code;
  };
  return (path, segments) => {
    const texts = CODED[path];
    return segments.map(({ kind, text }) => ({ kind, text: texts ? text.replace(CODE, (code) => word(code, texts)) : text }));
  };
}
