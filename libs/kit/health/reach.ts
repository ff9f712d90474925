import { once } from 'node:events';
import { connect } from 'node:net';

/** Milliseconds in which a server has to take the connection and to greet. */
const PATIENCE = 2_500;

const PORTS: Readonly<Record<string, number>> = { 'smtp:': 587, 'smtps:': 465, 'tcp:': 3310 };

/**
 * Opens a connection to the server of an address and closes it again; sends no password.
 * @param say what to send, where the server waits for the first word
 * @param greeting what the answer has to begin with; without it an open port is enough
 * @throws when nobody answers in time, or with something else
 */
export async function reach(url: string, { say, greeting }: { readonly say?: string; readonly greeting?: string } = {}): Promise<void> {
  const { hostname, port, protocol } = new URL(url);
  const socket = connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || PORTS[protocol]), noDelay: true });
  const signal = AbortSignal.timeout(PATIENCE);
  try {
    await once(socket, 'connect', { signal });
    if (greeting === undefined) return;
    if (say !== undefined) socket.write(say);
    const [first] = (await once(socket, 'data', { signal })) as [Buffer];
    if (!first.toString('latin1').startsWith(greeting)) throw new Error('The server greets in another way than expected');
  } finally {
    // Without a listener a late error would end the process.
    socket.on('error', () => undefined).destroy();
  }
}
