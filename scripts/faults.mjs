// npm run test:faults [-- name …] [--loops n] [--seconds n] [--slack n] [--short] [--plain] [--list]: breaks a running city in every way we know and
// asks afterwards whether anything acknowledged was lost, anything happened twice, or anything is untrue that must always be true.
import { requireNode } from './lib/node-version.mjs';

requireNode();
const { runCommand } = await import('./lib/lifecycle.mjs');
const { testFaults } = await import('../test/faults/run.mjs');
await runCommand(testFaults, { interruptedCode: 130 });
