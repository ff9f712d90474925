import { requireNode } from './lib/node-version.mjs';

requireNode();
const { runCommand } = await import('./lib/lifecycle.mjs');
const { test } = await import('./lib/test-run.mjs');
await runCommand(test, { interruptedCode: 130 });
