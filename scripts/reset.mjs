import { requireNode } from './lib/node-version.mjs';

requireNode();
const { runCommand } = await import('./lib/lifecycle.mjs');
const { reset } = await import('./lib/reset-data.mjs');
await runCommand(reset, { interruptedCode: 130 });
