import 'i18next';
import type auth from './vi/auth.json';
import type campaign from './vi/campaign.json';
import type common from './vi/common.json';
import type decision from './vi/decision.json';
import type discussion from './vi/discussion.json';
import type errors from './vi/errors.json';
import type file from './vi/file.json';
import type help from './vi/help.json';
import type initiative from './vi/initiative.json';
import type intake from './vi/intake.json';
import type meeting from './vi/meeting.json';
import type notification from './vi/notification.json';
import type operations from './vi/operations.json';
import type register from './vi/register.json';
import type scoring from './vi/scoring.json';
import type session from './vi/session.json';
import type work from './vi/work.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      auth: typeof auth; campaign: typeof campaign; common: typeof common; decision: typeof decision; discussion: typeof discussion; errors: typeof errors; file: typeof file;
      help: typeof help; initiative: typeof initiative; intake: typeof intake; meeting: typeof meeting; notification: typeof notification; operations: typeof operations;
      register: typeof register; scoring: typeof scoring; session: typeof session; work: typeof work;
    };
  }
}
