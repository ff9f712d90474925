import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** No request may take longer, whatever is broken behind the API. */
export const PATIENCE_MS = 10_000;
/** After so long the client gives up, so that a hanging request shows as one. */
const GIVE_UP_MS = 20_000;
const PAUSE_MS = 200;

/** One HTTP exchange; rejects when the line breaks before the whole answer is there. */
export function exchange(url, { method = 'GET', headers = {}, body, agent } = {}) {
  return new Promise((resolve, reject) => {
    const request = http.request(url, { method, headers, agent }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => (response.complete ? resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }) : reject(new Error('the answer broke off'))));
    });
    request.setTimeout(GIVE_UP_MS, () => request.destroy(new Error('no answer')));
    request.on('error', reject);
    request.end(body);
  });
}

/** Answers that no fault of a dependency excuses, and those that only a mistake of this client can bring. */
const NEVER = new Set(['INTERNAL_ERROR', 'not GraphQL', 'GRAPHQL_VALIDATION_FAILED', 'INVALID_INPUT', 'UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND']);

/** What clients saw of the city: how long requests took, what they were answered, and what no client may ever see. */
export class Record {
  requests = 0;
  counts = {};
  times = [];
  slow = [];
  faults = [];
  patienceMs = PATIENCE_MS;

  add(what, outcome, milliseconds) {
    this.requests += 1;
    this.counts[outcome] = (this.counts[outcome] ?? 0) + 1;
    this.times.push(milliseconds);
    // Bytes go to the store itself where there is one; how long a frozen store lets a browser wait is not ours to say.
    if (milliseconds > this.patienceMs && what !== 'bytes') this.slow.push(`${what}: ${Math.round(milliseconds)} ms, then ${outcome}`);
    if (NEVER.has(outcome)) this.faults.push(`${what}: ${outcome}`);
  }
}

/** What a load balancer's client knows of an act: `done` with its data, `refused` with a code, or `unknown`: it may or may not have happened. */
const done = (data) => ({ kind: 'done', data });
const refused = (code, error) => ({ kind: 'refused', code, error });
const unknown = (code) => ({ kind: 'unknown', code });
/** The act was not done, or nobody knows; either way asking again with the same key is right. */
const LATER = new Set(['UNAVAILABLE', 'OUTCOME_UNKNOWN', 'INTERNAL_ERROR', 'MAINTENANCE']);

/** Somebody who works with the city through any of its API processes, as behind a load balancer. */
export class Client {
  static #agent = new http.Agent({ keepAlive: true, maxSockets: 200 });
  #turn = Math.floor(Math.random() * 1_000);

  /** @param {{ urls: readonly string[] }} city */
  constructor(city, token, record) {
    this.city = city;
    this.token = token;
    this.record = record;
  }

  /** Sends one operation once, to the next process. */
  async send(query, variables = {}, what = /\{\s*(\w+)/.exec(query)?.[1] ?? query) {
    const { urls } = this.city;
    const url = urls[(this.#turn += 1) % urls.length];
    const start = performance.now();
    const outcome = await this.#post(`${url}/api/graphql`, JSON.stringify({ query, variables }));
    this.record.add(what, outcome.code ?? 'ok', performance.now() - start);
    return outcome;
  }

  async #post(url, body) {
    try {
      const headers = { 'content-type': 'application/json', ...(this.token && { authorization: `Bearer ${this.token}` }) };
      const answer = await exchange(url, { method: 'POST', headers, body, agent: Client.#agent });
      const { data, errors } = parsed(answer.body);
      if (errors === undefined && data == null) return unknown('not GraphQL');
      if (errors === undefined) return done(data);
      const code = errors[0].extensions?.code ?? 'not GraphQL';
      return LATER.has(code) ? unknown(code) : refused(code, errors[0]);
    } catch (error) {
      return unknown(error.message === 'no answer' ? 'no answer' : `line: ${error.code ?? error.message}`);
    }
  }

  /** Repeats an act that may be repeated until it is known what became of it, or time is up. */
  async insist(query, variables, { until, what }) {
    for (;;) {
      const outcome = await this.send(query, variables, what);
      if (outcome.kind !== 'unknown' || Date.now() > until()) return outcome;
      await sleep(PAUSE_MS);
    }
  }
}

function parsed(body) {
  try {
    return JSON.parse(body.toString());
  } catch {
    return {};
  }
}
