/** Writes src/routeTree.gen.ts from the files in src/routes, so that type checking does not need a Vite build first. */
import { fileURLToPath } from 'node:url';
import { Generator, getConfig } from '@tanstack/router-generator';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
await new Generator({ config: getConfig({}, root), root }).run();
