import { afterAll, beforeAll } from '@jest/globals';
import { Config } from '@kit/config';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../../../apps/api/src/create-app.js';
import type { Feature } from '../../../apps/api/src/features.js';
import { useTestDatabase } from '../../setup/database.js';
import type { GraphqlFault } from '../../setup/graphql.js';
import { TreeModule } from './tiny-feature.js';

export interface GraphqlAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly body: Body;
}

/** What the tiny feature answers, by field of the root. A test looks only where it has asked. */
interface TreeData {
  readonly tree: { readonly name: string; readonly height: number; readonly notes: readonly string[]; readonly neighbour: object };
  readonly trees: {
    readonly edges: readonly { readonly cursor: string; readonly node: { readonly name: string; readonly leaves: unknown } }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
  readonly whoAmI: string | null;
  readonly locale: string;
  readonly plantTree: string;
}

/** JSON of an answer, `null` where it is none; the doors beside GraphQL answer in the same shape. */
export interface Body {
  readonly data: TreeData;
  readonly errors: readonly [GraphqlFault, ...GraphqlFault[]];
}


export interface Ask {
  readonly as?: string;
  readonly variables?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface TreeApp {
  readonly app: NestFastifyApplication;
  /** Sends one GraphQL operation; a string with `"variables"` as JSON text is sent as it is. */
  ask(query: string, options?: Ask): Promise<GraphqlAnswer>;
  /** Sends raw bytes to the GraphQL door. */
  post(payload: string, headers?: Readonly<Record<string, string>>): Promise<GraphqlAnswer>;
}

/** The API with the trees and nothing else, once for the tests of a file. */
export function useTreeApp(env: Readonly<Record<string, string>> = {}, features: readonly Feature[] = [TreeModule]): () => TreeApp {
  const database = useTestDatabase();
  let app: NestFastifyApplication | undefined;
  beforeAll(async () => {
    const config = Config.fromEnv({ NODE_ENV: 'test', LOG_LEVEL: 'silent', DATABASE_URL: database().appUrl, ...env });
    app = await createApp({ config, features });
  }, 60_000);
  afterAll(async () => {
    await app?.close();
  });

  const post: TreeApp['post'] = async (payload, headers = {}) => {
    const answer = await app!.inject({
      method: 'POST', url: '/api/graphql', payload, headers: { 'content-type': 'application/json', ...headers },
    });
    const isJson = String(answer.headers['content-type']).includes('json');
    return {
      status: answer.statusCode, headers: answer.headers, text: answer.payload, body: JSON.parse(isJson ? answer.payload : 'null') as Body,
    };
  };
  return () => ({
    app: app!,
    post,
    ask: (query, { as, variables, headers } = {}) =>
      post(JSON.stringify({ query, variables }), { ...(as && { authorization: `Bearer ${as}` }), ...headers }),
  });
}
