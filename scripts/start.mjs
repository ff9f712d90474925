import { requireNode } from './lib/node-version.mjs';

requireNode();
const { runCommand } = await import('./lib/lifecycle.mjs');
const { launch } = await import('./lib/launcher.mjs');
await runCommand(launch);
