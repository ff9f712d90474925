import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isIP } from 'node:net';
import type { Config } from '@kit/config';
import { error, ok, warning, type Check, type Finding } from './finding.js';

const LEAST_NODE = [20, 19] as const;
/** Passwords and keys that every attacker tries first. */
const WELL_KNOWN = /^(|postgres|password|passw0rd|secret|khoi|khoi_app|khoi_owner|admin|minio|minioadmin|changeme|change-me|12345678?9?0?|root|test)$/i;
const LEAST_PASSWORD = 12;

/** The Node that runs this. */
export function runtimeFindings(version: string): readonly Finding[] {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isNew = major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1]);
  if (isNew) return [ok('node', `Node ${version}.`, `Node ${version}.`)];
  return [error('node', [`Node ${version} quá cũ.`, `Node ${version} is too old.`], [
    'Vui lòng cài Node 24 LTS (ít nhất 20.19).', 'Install Node 24 LTS (20.19 at least).',
  ])];
}

/** What the process itself is told: secrets, addresses, proxies, the web app. */
export function processChecks(config: Config, env: Readonly<Record<string, string | undefined>>): readonly Check[] {
  return [
    { part: 'config', run: async () => [strictness(config)] },
    { part: 'secrets', run: async () => secrets(config, env) },
    { part: 'address', run: async () => address(config) },
    { part: 'web', run: async () => (config.webDir === null ? [] : [web(config.webDir)]) },
  ];
}

function strictness(config: Config): Finding {
  if (config.isProduction) return ok('config', 'Cấu hình hợp lệ, NODE_ENV là production.', 'The configuration is valid; NODE_ENV is production.');
  return warning('config', [`NODE_ENV là ${config.nodeEnv}.`, `NODE_ENV is ${config.nodeEnv}.`], [
    'Khi người dân và cán bộ dùng thật, vui lòng bỏ biến NODE_ENV hoặc đặt là production.',
    'Leave NODE_ENV out, or set it to production, before people use this.',
  ]);
}

function secrets(config: Config, env: Readonly<Record<string, string | undefined>>): readonly Finding[] {
  const findings: Finding[] = [];
  const hasKey = Boolean(env['SECRET_KEY'] || env['SECRET_KEY_FILE']);
  if (!hasKey) {
    findings.push(warning('secrets', ['Chưa có SECRET_KEY: mỗi tiến trình tự đặt một khóa, liên kết tải tệp hỏng khi khởi động lại.',
      'There is no SECRET_KEY: each process makes one of its own, and links to files break at every restart.'], makeKey));
  } else if (new Set(config.secretKey).size < 16) {
    findings.push(error('secrets', ['SECRET_KEY dễ đoán: phần lớn là các byte giống nhau.', 'SECRET_KEY is easily guessed: most of its bytes are alike.'], makeKey));
  }
  const weak = weakPasswords(config);
  if (weak.length > 0) {
    findings.push(error('secrets', [`Mật khẩu hoặc khóa quá yếu: ${weak.join(', ')}.`, `Passwords or keys that are too weak: ${weak.join(', ')}.`], [
      `Vui lòng thay bằng ít nhất ${LEAST_PASSWORD} ký tự ngẫu nhiên, ví dụ: openssl rand -base64 24.`,
      `Replace them by at least ${LEAST_PASSWORD} random characters, for example: openssl rand -base64 24.`,
    ]));
  }
  return findings.length > 0 ? findings : [ok('secrets', 'Khóa và mật khẩu đủ mạnh.', 'Keys and passwords are strong enough.')];
}

const makeKey = [
  'Vui lòng tạo khóa bằng “openssl rand -base64 32” và dùng một khóa cho mọi tiến trình.',
  'Make one with "openssl rand -base64 32" and give it to every process.',
] as const;

function weakPasswords({ databaseUrl, databaseOwnerUrl, redisUrl, s3 }: Config): string[] {
  const found = new Set<string>();
  for (const [name, url] of [['DATABASE_URL', databaseUrl], ['DATABASE_OWNER_URL', databaseOwnerUrl], ['REDIS_URL', redisUrl]] as const) {
    if (url === null) continue;
    const { password, hostname } = new URL(url);
    // On one machine other means keep strangers away: socket permissions, peer authentication, a loopback address.
    if (password === '' && isLocal(hostname)) continue;
    if (isWeak(decodeURIComponent(password))) found.add(name);
  }
  if (s3 !== null && (isWeak(s3.secretKey) || WELL_KNOWN.test(s3.accessKey))) found.add('S3_SECRET_KEY');
  return [...found];
}

const isWeak = (password: string): boolean => password.length < LEAST_PASSWORD || WELL_KNOWN.test(password);

const isLocal = (host: string): boolean => ['', 'localhost', '[::1]', '::1'].includes(host) || (isIP(host) === 4 && host.startsWith('127.'));

function address({ publicUrl, isProduction, trustProxy }: Config): readonly Finding[] {
  const { protocol, hostname } = new URL(publicUrl);
  const findings: Finding[] = [];
  if (protocol !== 'https:' && !isLocal(hostname)) {
    findings.push((isProduction ? error : warning)('address', [
      `PUBLIC_URL (${publicUrl}) không phải https: mật khẩu đi qua mạng không được che.`,
      `PUBLIC_URL (${publicUrl}) is not https: passwords cross the network in the open.`,
    ], ['Vui lòng đặt máy chủ TLS phía trước (xem docs/operations.md, mục TLS) rồi sửa PUBLIC_URL.',
      'Put TLS in front (docs/operations.md, TLS), then correct PUBLIC_URL.']));
  }
  const networks = (trustProxy ?? '').split(',').map((one) => one.trim());
  if (networks.some((one) => /\/0+$/.test(one))) {
    findings.push(error('address', ['TRUST_PROXY tin mọi địa chỉ: ai cũng có thể giả địa chỉ của mình.', 'TRUST_PROXY believes everybody: anyone may pretend to come from anywhere.'], [
      'Vui lòng chỉ ghi địa chỉ của máy chủ trung gian.', 'Name the addresses of the reverse proxies only.',
    ]));
  }
  if (protocol === 'https:' && trustProxy === null) {
    findings.push(warning('address', ['PUBLIC_URL là https nhưng TRUST_PROXY trống: hệ thống chỉ thấy địa chỉ của máy chủ trung gian.',
      'PUBLIC_URL is https and TRUST_PROXY is empty: only the proxy\'s own address is seen.'], [
      'Vui lòng ghi địa chỉ hoặc mạng của máy chủ trung gian vào TRUST_PROXY.', 'Name the address or network of the reverse proxy in TRUST_PROXY.',
    ]));
  }
  return findings.length > 0 ? findings : [ok('address', `Địa chỉ ${publicUrl}.`, `The address is ${publicUrl}.`)];
}

function web(webDir: string): Finding {
  if (existsSync(join(webDir, 'index.html'))) return ok('web', 'Ứng dụng web có trong WEB_DIR.', 'WEB_DIR holds the web app.');
  return error('web', ['WEB_DIR không có index.html.', 'WEB_DIR holds no index.html.'], [
    'Vui lòng biên dịch bằng “npm run build”, hoặc sửa WEB_DIR.', 'Build it with "npm run build", or correct WEB_DIR.',
  ]);
}
