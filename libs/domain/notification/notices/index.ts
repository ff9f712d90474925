import type { Notice } from '../notice.js';
import { identityNotices } from './identity.notices.js';
import { initiativeNotices } from './initiative.notices.js';

/** Every notice of the product, one table per feature. */
export const notices: readonly Notice[] = [...identityNotices, ...initiativeNotices];
