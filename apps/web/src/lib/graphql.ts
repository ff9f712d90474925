import { gql, type TypedDocumentNode } from 'urql';
import type { graphql as typedGraphql } from '../gql/gql.js';

const fragments = new Map<string, TypedDocumentNode>();
const SPREAD = /\.\.\.\s*(?!on\b)([_A-Za-z]\w*)/g;
const FRAGMENT = /\bfragment\s+([_A-Za-z]\w*)\s+on\b/g;

/**
 * A typed query, mutation or fragment. The types come from `npm run codegen`; the text is parsed here, so that each page
 * carries only its own documents instead of one table of all of them.
 *
 * A document that spreads a fragment must import the module that defines it first: a missing one fails at once.
 */
export const graphql = ((source: string) => {
  const needed = [...source.matchAll(SPREAD)].map(([, name = '']) => name);
  const own = [...source.matchAll(FRAGMENT)].map(([, name = '']) => name);
  const foreign = needed.filter((name) => !own.includes(name)).map((name) => {
    const fragment = fragments.get(name);
    if (!fragment) throw new Error(`Import the module of the GraphQL fragment ${name} before using it`);
    return fragment;
  });
  const parts = [source, ...foreign.map(() => '')] as unknown as TemplateStringsArray;
  const document = gql(parts, ...foreign);
  for (const name of own) fragments.set(name, document);
  return document;
}) as unknown as typeof typedGraphql;
