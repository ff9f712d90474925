import { createServer } from 'node:net';
import { Refusal } from './terminal.mjs';

/** Binds a port for a moment. Answers the port, or the error code of the system. */
function tryPort(host, port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve({ code: error.code }));
    server.listen({ host, port, exclusive: true }, () => {
      const { port: bound } = server.address();
      server.close(() => resolve({ port: bound }));
    });
  });
}

/**
 * A free port on the loopback address: the preferred one if nobody uses it.
 * @param {number} [preferred]
 */
export async function freePort(preferred) {
  const wanted = preferred ? await tryPort('127.0.0.1', preferred) : {};
  return wanted.port ?? (await tryPort('127.0.0.1', 0)).port;
}

/**
 * The port of the product from `PORT` (3000 if unset, 0 takes any free one), checked to be free on `host`.
 * @throws {Refusal} when it is not a port, is taken, or may not be used
 */
export async function requirePort(host, text = '3000') {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) {
    throw new Refusal(`PORT phải là số từ 0 đến 65535, không phải “${text}”.`, `PORT must be a number from 0 to 65535, not “${text}”.`);
  }
  const outcome = await tryPort(host, port);
  if (outcome.port) return outcome.port;
  const other = port >= 1024 && port < 65_535 ? port + 1 : 3000;
  if (outcome.code === 'EADDRINUSE') {
    throw new Refusal(
      `Cổng ${port} đang được chương trình khác sử dụng. Vui lòng đóng chương trình đó, hoặc chọn cổng khác: PORT=${other} npm start.`,
      `Port ${port} is in use by another program. Please close that program, or choose another port: PORT=${other} npm start.`,
    );
  }
  throw new Refusal(
    `Không mở được cổng ${port} trên địa chỉ ${host} (${outcome.code}). Vui lòng chọn cổng khác: PORT=${other} npm start.`,
    `Port ${port} cannot be opened on ${host} (${outcome.code}). Please choose another: PORT=${other} npm start.`,
  );
}
