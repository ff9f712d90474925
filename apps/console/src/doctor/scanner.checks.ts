import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Config } from '@kit/config';
import { type Check, error, type Finding, ok, reasonOf, warning } from './finding.js';

const DAY_MS = 24 * 60 * 60 * 1_000;
const OLDEST_DAYS = 7;
const PATIENCE = 5_000;

/** The virus scanner, and how old what it knows is. */
export function scannerChecks({ clamavUrl }: Config): readonly Check[] {
  return [{ part: 'clamav', run: () => version(clamavUrl) }];
}

async function version(url: string | null): Promise<readonly Finding[]> {
  if (url === null) {
    return [warning('clamav', ['Không quét vi-rút (CLAMAV_URL trống): tệp chỉ được kiểm tra về loại, kích thước và macro.', 'Files are not scanned for viruses (CLAMAV_URL is empty): only type, size and macros are checked.'], [
      'Vui lòng chạy clamd và đặt CLAMAV_URL, ví dụ tcp://127.0.0.1:3310.', 'Run clamd and set CLAMAV_URL, for example tcp://127.0.0.1:3310.',
    ])];
  }
  let answer: string;
  try {
    answer = await ask(url);
  } catch (fault) {
    return [error('clamav', [`ClamAV không trả lời: ${reasonOf(fault)}. Tệp tải lên sẽ chờ.`, `ClamAV does not answer: ${reasonOf(fault)}. Uploads wait.`], [
      'Vui lòng khởi động clamd (sau khi cài phải chờ tải mẫu vi-rút lần đầu) và kiểm tra CLAMAV_URL.', 'Start clamd (after installing it first loads its signatures) and check CLAMAV_URL.',
    ])];
  }
  // "ClamAV 1.4.3/27500/Fri Nov 20 08:30:00 2026"
  const [name = 'ClamAV', number, date] = answer.replace(/\0/g, '').trim().split('/');
  const age = Math.floor((Date.now() - Date.parse(date ?? '')) / DAY_MS);
  if (number === undefined || Number.isNaN(age) || age > OLDEST_DAYS) {
    const days = Number.isNaN(age) ? '?' : String(age);
    return [warning('clamav', [`${name} trả lời, nhưng mẫu vi-rút đã ${days} ngày chưa cập nhật.`, `${name} answers, but its signatures are ${days} days old.`], [
      'Vui lòng xem freshclam có chạy và ra được Internet không.', 'See whether freshclam runs and reaches its mirror.',
    ])];
  }
  return [ok('clamav', `${name} trả lời, mẫu vi-rút ${age} ngày tuổi.`, `${name} answers; its signatures are ${age} days old.`)];
}

async function ask(url: string): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 3_310) });
  const signal = AbortSignal.timeout(PATIENCE);
  const stop = (): void => void socket.destroy(Object.assign(new Error('No answer in time'), { code: 'ETIMEDOUT' }));
  signal.addEventListener('abort', stop);
  try {
    await once(socket, 'connect');
    socket.write('zVERSION\0');
    return await text(socket);
  } finally {
    signal.removeEventListener('abort', stop);
    socket.on('error', () => undefined).destroy();
  }
}
