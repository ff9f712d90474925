import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { environmentSchema, SECRET_VARIABLES } from '@kit/config';
import { repositoryRoot } from '@kit/database';

const ROOT = repositoryRoot();
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const GUIDES = ['docs/operations.md', 'docs/van-hanh.md', 'docker/README.md'] as const;
const variables = new Set([...Object.keys(environmentSchema.shape), ...SECRET_VARIABLES.map((name) => `${name}_FILE`)]);

/** Every word of the console's commands, as commander is told them. */
const commands = new Set(readdirSync(join(ROOT, 'apps', 'console', 'src', 'commands')).filter((file) => file.endsWith('.command.ts'))
  .flatMap((file) => [...read(`apps/console/src/commands/${file}`).matchAll(/(?:command\(|add\(program, )'([a-z:]+)/g)].map(([, name]) => name as string)));

describe('the guides for operators', () => {
  it('lead to files that exist', () => {
    for (const guide of GUIDES) {
      const links = [...read(guide).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, target]) => target as string);
      for (const target of links) expect([guide, target, existsSync(resolve(ROOT, dirname(guide), target))]).toEqual([guide, target, true]);
      for (const [, file] of read(guide).matchAll(/`((?:docker|test)\/[\w./@-]+\.\w+)`/g)) expect([guide, file, existsSync(join(ROOT, file as string))]).toEqual([guide, file, true]);
    }
  });

  it('name commands that the console has', () => {
    const named = GUIDES.flatMap((guide) => [...read(guide).matchAll(/(?:^|[`\s])console ([a-z][a-z:]+)/gm)].map(([, name]) => name as string));
    // "console does", "console and": words of a sentence are no commands.
    const unknown = named.filter((name) => !commands.has(name) && new RegExp(`\`[^\`\\n]*console ${name}`).test(GUIDES.map(read).join('\n')));
    expect([...new Set(unknown)]).toEqual([]);
    expect(named).toEqual(expect.arrayContaining(['doctor', 'migrate', 'backup', 'maintenance']));
  });

  it('name figures that are measured', () => {
    const measured = readdirSync(join(ROOT, 'libs', 'kit', 'metrics')).map((file) => read(`libs/kit/metrics/${file}`)).join('\n');
    const named = [...read('docs/operations.md').matchAll(/\b(khoi_\w+)/g)].map(([, name]) => name as string).filter((name) => !['khoi_owner', 'khoi_app'].includes(name));
    for (const name of new Set(named)) expect([name, measured.includes(`'${name}'`)]).toEqual([name, true]);
  });
});

describe('the units for systemd', () => {
  const units = readdirSync(join(ROOT, 'docker', 'systemd')).filter((file) => file.endsWith('.service'));

  it('set variables that the product knows, each secret from a file that is loaded', () => {
    for (const unit of units) {
      const text = read(`docker/systemd/${unit}`);
      const set = [...text.matchAll(/^Environment=(.*)$/gm)].flatMap(([, line]) => (line as string).split(' ').map((pair) => pair.split('=') as [string, string]));
      expect([unit, set.filter(([name]) => !variables.has(name))]).toEqual([unit, []]);
      const loaded = [...text.matchAll(/^LoadCredential=(\w+):/gm)].map(([, name]) => `%d/${name}`);
      expect([unit, set.filter(([name]) => name.endsWith('_FILE')).map(([, place]) => place)]).toEqual([unit, loaded]);
    }
  });

  it('give the owner of the schema to the backup alone', () => {
    expect(units.filter((unit) => read(`docker/systemd/${unit}`).includes('DATABASE_OWNER_URL'))).toEqual(['khoi-backup.service']);
  });
});
