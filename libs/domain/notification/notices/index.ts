import type { Notice } from '../notice.js';
import { deliberationNotices } from './deliberation.notices.js';
import { evaluationNotices } from './evaluation.notices.js';
import { identityNotices } from './identity.notices.js';
import { initiativeNotices } from './initiative.notices.js';
import { recognitionNotices } from './recognition.notices.js';
import { reminderNotices } from './reminder.notices.js';

/** Every notice of the product, one table per feature. */
export const notices: readonly Notice[] = [
  ...identityNotices, ...initiativeNotices, ...evaluationNotices, ...deliberationNotices, ...recognitionNotices, ...reminderNotices,
];

const byKind = new Map<string, Notice>(notices.map((notice) => [notice.kind, notice]));

/** The notice of a kind; `undefined` for a kind of another version. */
export function noticeOf(kind: string): Notice | undefined {
  return byKind.get(kind);
}
