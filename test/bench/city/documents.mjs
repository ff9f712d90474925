import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Kind, parse, print, visit } from 'graphql';
import { ROOT } from '../../../scripts/lib/paths.mjs';

const WEB = path.join(ROOT, 'apps', 'web', 'src');

/** Every operation of the web app by its name, with the fragments it needs: the very questions that pages ask. */
export function webOperations() {
  const [operations, fragments] = [new Map(), new Map()];
  for (const file of readdirSync(WEB, { recursive: true }).filter((name) => /\.tsx?$/.test(name) && !name.startsWith('gql'))) {
    for (const [, source] of readFileSync(path.join(WEB, file), 'utf8').matchAll(/\bgraphql\(\s*`([^`]+)`/g)) {
      for (const definition of parse(source).definitions) (definition.kind === Kind.FRAGMENT_DEFINITION ? fragments : operations).set(definition.name.value, definition);
    }
  }
  return new Map([...operations].map(([name, definition]) => [name, [definition, ...needed(definition, fragments)].map(print).join('\n')]));
}

function needed(definition, fragments, found = new Set()) {
  visit(definition, {
    FragmentSpread: ({ name: { value } }) => {
      const fragment = fragments.get(value);
      if (fragment === undefined || found.has(fragment)) return;
      found.add(fragment);
      needed(fragment, fragments, found);
    },
  });
  return [...found];
}
