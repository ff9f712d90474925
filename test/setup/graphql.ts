import { GRAPHQL_PATH } from '@kit/graphql';

/** An error as clients see it. */
export interface GraphqlFault {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: {
    readonly code: string;
    readonly path?: readonly (string | number)[];
    readonly details?: Readonly<Record<string, unknown>>;
    readonly faults?: readonly { readonly code: string; readonly path: readonly (string | number)[]; readonly details: unknown }[];
    readonly errorId?: string;
  };
}

export interface GraphqlAnswer<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly data?: T | null;
  readonly errors?: readonly GraphqlFault[];
}

export type Variables = Readonly<Record<string, unknown>>;

/** Somebody at the other end of the wire: keeps cookies like a browser, or sends a bearer token. */
export class GraphqlClient {
  readonly cookies = new Map<string, string>();
  token: string | null = null;

  constructor(private readonly url: string) {}

  /** Sends an operation and answers everything that came back, errors included. */
  async send<T = Record<string, unknown>>(
    query: string,
    variables: Variables = {},
    headers: Readonly<Record<string, string>> = {},
  ): Promise<GraphqlAnswer<T>> {
    const response = await fetch(`${this.url}${GRAPHQL_PATH}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...this.#credentials(), ...headers },
      body: JSON.stringify({ query, variables }),
    });
    this.#keepCookies(response.headers);
    const body = (await response.json()) as Omit<GraphqlAnswer<T>, 'status' | 'headers'>;
    return { status: response.status, headers: response.headers, ...body };
  }

  /** The data of an operation that is expected to succeed. */
  async ask<T = Record<string, unknown>>(query: string, variables: Variables = {}): Promise<T> {
    const answer = await this.send<T>(query, variables);
    if (answer.errors !== undefined || answer.data == null) {
      throw new Error(`the operation failed (${answer.status}): ${JSON.stringify(answer.errors)}`);
    }
    return answer.data;
  }

  /** What a client can tell about the one error of an operation that is expected to fail. */
  async refusal(query: string, variables: Variables = {}): Promise<GraphqlFault['extensions']> {
    const { data, errors, status } = await this.send(query, variables);
    if (errors?.length !== 1 || errors[0] === undefined) {
      throw new Error(`expected one error (${status}), got ${JSON.stringify(errors ?? data)}`);
    }
    return errors[0].extensions;
  }

  #credentials(): Record<string, string> {
    if (this.token !== null) return { authorization: `Bearer ${this.token}` };
    const cookies = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return cookies === '' ? {} : { cookie: cookies };
  }

  #keepCookies(headers: Headers): void {
    for (const line of headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';');
      const at = pair.indexOf('=');
      const isExpired = attributes.some((one) => /^\s*expires=/i.test(one) && Date.parse(one.split('=')[1] ?? '') <= Date.now());
      if (isExpired) this.cookies.delete(pair.slice(0, at));
      else this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }
}
