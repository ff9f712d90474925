import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { freePort } from '../ports.mjs';
import { keep, run } from '../processes.mjs';
import { findProgram } from '../programs.mjs';
import { untilOpen } from './until-open.mjs';

/** One monitor, one disk and one gateway, all on the loopback address, nothing signed between them and nothing kept twice. */
const settings = ({ folder, monitorPort, gatewayPort }) => `[global]
fsid = ${randomUUID()}
mon_host = v2:127.0.0.1:${monitorPort}
public_addr = 127.0.0.1
cluster_addr = 127.0.0.1
ms_bind_msgr1 = false
auth_cluster_required = none
auth_service_required = none
auth_client_required = none
ms_mon_client_mode = crc
ms_cluster_mode = crc
ms_service_mode = crc
ms_client_mode = crc
paxos_propose_interval = 0.05
paxos_min_wait = 0.01
mon_tick_interval = 1
mon_allow_pool_size_one = true
mon_data_avail_warn = 1
mon_data_avail_crit = 1
osd_crush_chooseleaf_type = 0
osd_pool_default_size = 1
osd_pool_default_min_size = 1
osd_pool_default_pg_num = 1
osd_pool_default_pg_autoscale_mode = off
osd_objectstore = bluestore
bluestore_block_size = ${16 * 1024 ** 3}
bluestore_cache_autotune = false
bluestore_cache_size = ${64 * 1024 ** 2}
rgw_frontends = beast endpoint=127.0.0.1:${gatewayPort}
mon_data = ${folder}/mon
osd_data = ${folder}/osd
rgw_data = ${folder}/rgw
run_dir = ${folder}
crash_dir = ${folder}
admin_socket = ${folder}/$name.$pid.asok
log_file = ${folder}/$name.log
`;

/**
 * Ceph's S3 server: it verifies every signature and every condition of a form, which a stand-in does not.
 * @type {import('./index.mjs').Service}
 */
export const s3 = {
  name: 'S3 server',
  variable: 'KHOI_TEST_S3_URL',
  packages: ['radosgw', 'ceph-mon', 'ceph-osd', 'ceph-common'],
  programs: ['radosgw', 'radosgw-admin', 'ceph-mon', 'ceph-osd', 'ceph', 'monmaptool'],
  async start(life, folder) {
    const [monitorPort, gatewayPort] = [await freePort(), await freePort()];
    for (const name of ['mon', 'osd', 'rgw']) mkdirSync(path.join(folder, name));
    const conf = path.join(folder, 'ceph.conf');
    writeFileSync(conf, settings({ folder, monitorPort, gatewayPort }));
    const once = async (program, ...args) => {
      const { code, output } = await run(life, findProgram(program), args, { cwd: folder });
      if (code !== 0) throw new Error(`${program} ended with ${code}: ${output.slice(-500)}`);
    };
    const serve = (program, ...args) => keep(life, {
      command: findProgram(program), args: ['-c', conf, ...args, '-f'], env: process.env, cwd: folder,
      logFile: path.join(folder, `${program}.out`), stopSignal: 'SIGTERM', forceSignal: 'SIGKILL', patienceMs: 5_000,
    });

    const map = path.join(folder, 'monmap');
    await once('monmaptool', '--create', '--addv', 'a', `[v2:127.0.0.1:${monitorPort}]`, map);
    await once('ceph-mon', '-c', conf, '-i', 'a', '--mkfs', '--monmap', map);
    await untilOpen(monitorPort, await serve('ceph-mon', '-i', 'a'));
    const disk = randomUUID();
    await once('ceph', '-c', conf, 'osd', 'new', disk, '0');
    await once('ceph-osd', '-c', conf, '-i', '0', '--mkfs', '--osd-uuid', disk);
    await serve('ceph-osd', '-i', '0');
    const [access, secret] = [randomBytes(10).toString('hex'), randomBytes(20).toString('hex')];
    await once('radosgw-admin', '-c', conf, 'user', 'create', '--uid=khoi', '--display-name=Khoi', `--access-key=${access}`, `--secret-key=${secret}`);
    await untilOpen(gatewayPort, await serve('radosgw', '-n', 'client.rgw'));
    return `http://${access}:${secret}@127.0.0.1:${gatewayPort}`;
  },
};
