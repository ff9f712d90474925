import { register } from 'node:module';

// Lets Node run TypeScript sources as they are; for tests only, a build needs none of it.
register('./typescript-hooks.mjs', import.meta.url);
