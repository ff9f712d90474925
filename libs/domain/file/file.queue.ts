import { defineQueue } from '@kit/jobs';

/** Where received files are checked. */
export const FILES_QUEUE = defineQueue('files', {
  concurrency: 2,
  reason: 'A check reads the whole file and may hold as much memory as an inspection is given, so two at a time in one process.',
});
