import { schemaOf, schemaText } from '@kit/graphql';
import { features } from '../../../api/src/features.js';
import type { GeneratedDocument } from './document.js';

/** The GraphQL schema, sorted. */
export const schemaDocument: GeneratedDocument = {
  file: 'schema.graphql',
  command: 'schema:print',
  text: async () => schemaText(await schemaOf(features)),
};
