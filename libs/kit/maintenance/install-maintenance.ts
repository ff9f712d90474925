import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { maintenance } from './maintenance.errors.js';
import { maintenancePage } from './maintenance-page.js';
import type { MaintenanceState } from './maintenance-state.js';
import type { Maintenance } from './maintenance.js';

/** Orchestrators keep asking whether the process lives and is ready. */
const LIVE = /^\/health\/live(\?|$)/;
const READY = /^\/health\/ready(\?|$)/;
const API = /^\/+api(\/|\?|$)/i;

/**
 * Closes every door while maintenance lasts, before a body is read and before anybody is signed in: browsers get a page,
 * programs an error in the shape of GraphQL's, both with 503 and the time after which to ask again.
 */
export function installMaintenance(fastify: FastifyInstance, gate: Maintenance): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    const state = gate.current;
    if (state === null || LIVE.test(request.url)) return done();
    refuse(state, request, reply);
  });
}

function refuse(state: MaintenanceState, request: FastifyRequest, reply: FastifyReply): void {
  void reply.status(503).header('retry-after', String(state.retrySeconds)).header('cache-control', 'no-store');
  if (READY.test(request.url)) {
    void reply.send({ status: 'unavailable', checks: { maintenance: 'down' } });
    return;
  }
  if (!API.test(request.url) && /\btext\/html\b/.test(request.headers.accept ?? '')) {
    void reply.type('text/html; charset=utf-8').send(maintenancePage(state));
    return;
  }
  const { since, retrySeconds, message } = state;
  const error = maintenance({ since, retrySeconds, message });
  void reply.send({ errors: [{ message: error.message, extensions: { code: error.code, details: error.details } }] });
}
