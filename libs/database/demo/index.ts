import type { INestApplicationContext } from '@nestjs/common';

export { DEMO_PASSWORD, demoAccounts } from './accounts.js';

/**
 * Writes the demo ward into an empty, migrated database through the use cases, each act by the person whose act it is.
 * An interruption leaves half a ward; begin again with an empty database.
 * @param app the features, with or without their HTTP server; jobs must be off
 * @param onStep hears one sentence after each step, in Vietnamese unless `KHOI_LANG=en`
 */
export async function fillDemoWard(app: INestApplicationContext, onStep: (step: string) => void): Promise<void> {
  // Loaded on use: whoever only lists the accounts need not wait for all features.
  const { fill } = await import('./fill.js');
  await fill(app, onStep);
}
