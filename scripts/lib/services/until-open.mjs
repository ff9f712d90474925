import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const isOpen = (port) => new Promise((resolve) => {
  const socket = connect(port, '127.0.0.1');
  const answer = (open) => {
    socket.destroy();
    resolve(open);
  };
  socket.once('connect', () => answer(true)).once('error', () => answer(false));
});

/**
 * Waits until a server of this machine takes connections.
 * @param {number} port
 * @param {{ hasExited: () => boolean }} server
 * @throws when it ends before, or is still closed after a minute
 */
export async function untilOpen(port, server) {
  const end = Date.now() + 60_000;
  while (Date.now() < end && !server.hasExited()) {
    if (await isOpen(port)) return;
    await sleep(50);
  }
  throw new Error(server.hasExited() ? 'the server ended at its start' : 'the server does not answer within a minute');
}
