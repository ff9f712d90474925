import { createInterface } from 'node:readline';
import type { ChildRequest } from '../inspection.js';
import { tell } from './channel.js';
import { inspectFile } from './inspect.js';
import { watch } from './watchdog.js';

/*
 * The process that looks at files of strangers. It has no secret, no right to write or to start anything, and a limit for
 * everything; what goes wrong here ends it, and its parent draws the conclusion.
 */

// Readers of documents leave promises alone that fail over a damaged part; what counts is awaited.
process.on('unhandledRejection', () => undefined);
watch(Number(process.argv[2]));
await tell({ say: 'READY' });

for await (const line of createInterface({ input: process.stdin })) {
  const { path } = JSON.parse(line) as ChildRequest;
  const { inspection, readText } = await inspectFile(path);
  await tell({ say: 'CHECKED', inspection });
  // The words are a help for search: a document that keeps them to itself is no worse for it.
  const text = await readText().catch(() => '');
  await tell({ say: 'DONE', text, residentBytes: process.memoryUsage.rss() });
}
process.exit();
