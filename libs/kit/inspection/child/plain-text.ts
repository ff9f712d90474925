import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Fault } from './fault.js';
import type { TextSink } from './text-sink.js';

/** A cell that starts another program when a table is opened: `=cmd|'/c calc'!A0`. */
const COMMAND = /(?:^|[,;\t"])\s*[=+@-][^,;\t|]{0,200}\b[A-Za-z]\w{1,30}\|'[^']{0,1000}'!/;
/** No line that people wrote is longer; what comes behind is not looked at in one piece. */
const LONGEST_LINE = 100_000;

/** @throws Fault */
export async function checkPlainText(path: string): Promise<void> {
  const lines = createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity });
  for await (const line of lines) {
    for (let at = 0; at < line.length; at += LONGEST_LINE) {
      if (COMMAND.test(line.slice(at, at + LONGEST_LINE))) throw new Fault('ACTIVE_CONTENT');
    }
  }
}

export async function readPlainText(path: string, into: TextSink): Promise<void> {
  for await (const chunk of createReadStream(path, 'utf8')) {
    into.add(chunk as string);
    if (into.isFull) return;
  }
}
