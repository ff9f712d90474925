import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { freePort } from '../ports.mjs';
import { keep } from '../processes.mjs';
import { findProgram } from '../programs.mjs';
import { untilOpen } from './until-open.mjs';

/**
 * The harmless file by which virus scanners are tried out (eicar.org). In two pieces: as one, this very source would be quarantined
 * on machines that are looked after.
 */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** A list of one: any type of file (0), anywhere (*), these bytes. The real lists are large and come over the network. */
const signatures = `Test.Eicar:0:*:${Buffer.from(EICAR, 'latin1').toString('hex')}\n`;

const settings = (folder, port) => `
Foreground yes
TCPAddr 127.0.0.1
TCPSocket ${port}
DatabaseDirectory ${path.join(folder, 'signatures')}
TemporaryDirectory ${folder}
LogFile ${path.join(folder, 'clamd.log')}
SelfCheck 86400
MaxThreads 4
ConcurrentDatabaseReload no
StreamMaxLength 4M
`;

/** @type {import('./index.mjs').Service} */
export const clamav = {
  name: 'ClamAV',
  variable: 'KHOI_TEST_CLAMAV_URL',
  packages: ['clamav-daemon'],
  programs: ['clamd'],
  async start(life, folder) {
    const port = await freePort();
    mkdirSync(path.join(folder, 'signatures'));
    writeFileSync(path.join(folder, 'signatures', 'test.ndb'), signatures);
    writeFileSync(path.join(folder, 'clamd.conf'), settings(folder, port));
    const server = await keep(life, {
      command: findProgram('clamd'), args: ['--config-file', path.join(folder, 'clamd.conf')],
      env: process.env, cwd: folder, logFile: path.join(folder, 'output.log'), stopSignal: 'SIGTERM', forceSignal: 'SIGKILL', patienceMs: 5_000,
    });
    await untilOpen(port, server);
    return `tcp://127.0.0.1:${port}`;
  },
};
