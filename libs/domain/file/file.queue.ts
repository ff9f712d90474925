import { defineQueue } from '@kit/jobs';

/** Where received files are checked. */
export const FILES_QUEUE = defineQueue('files', {
  concurrency: 2,
  lockSeconds: 30,
  reason: 'A check reads the whole file and may hold as much memory as an inspection is given, so two at a time in one process; '
    + 'a busy machine may take some seconds to extend the claim on one of them.',
});
