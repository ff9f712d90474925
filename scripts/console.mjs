import { requireNode } from './lib/node-version.mjs';

requireNode();
const { runCommand } = await import('./lib/lifecycle.mjs');
const { runConsole } = await import('./lib/run-console.mjs');
await runCommand(runConsole, { interruptedCode: 130 });
