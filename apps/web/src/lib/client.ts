import { cacheExchange, Client, fetchExchange } from 'urql';
import { currentLanguage } from '../i18n/index.js';

const SIGNED_OUT = '"UNAUTHENTICATED"';

/** What the client asks of the session: whether somebody is signed in, and to wait until they are so again. */
export interface SessionGate {
  isSignedIn(): boolean;
  /** Opens the sign-in dialog over the page; resolves to true after signing in again, to false when given up. */
  renew(): Promise<boolean>;
}

/**
 * The GraphQL client: cookie session, POST only, answers from the cache first and then from the network.
 *
 * When the session has run out in the middle of work, the request waits for the sign-in dialog and is then sent again,
 * so that neither the page nor what was being saved is lost. The server refuses before it acts, so repeating is safe.
 */
export function createClient(gate: SessionGate): Client {
  return new Client({
    url: '/api/graphql',
    exchanges: [cacheExchange, fetchExchange],
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    // Reasons and templates come in words: in the language on the screen, not in that of the browser.
    fetchOptions: () => ({ credentials: 'same-origin', headers: { 'x-khoi-client': 'web', 'accept-language': currentLanguage() } }),
    fetch: fetchWithRenewal(gate),
  });
}

function fetchWithRenewal(gate: SessionGate): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    if (!gate.isSignedIn()) return response;
    const text = await response.text();
    if (!text.includes(SIGNED_OUT) || init?.signal?.aborted) return sameResponse(response, text);
    return (await gate.renew()) ? fetch(input, init) : sameResponse(response, text);
  };
}

function sameResponse(response: Response, text: string): Response {
  return new Response(text, { status: response.status, statusText: response.statusText, headers: response.headers });
}
