import type { Notice } from '../notice.js';
import { evaluationNotices } from './evaluation.notices.js';
import { identityNotices } from './identity.notices.js';
import { initiativeNotices } from './initiative.notices.js';
import { recognitionNotices } from './recognition.notices.js';

/** Every notice of the product, one table per feature. */
export const notices: readonly Notice[] = [...identityNotices, ...initiativeNotices, ...evaluationNotices, ...recognitionNotices];
