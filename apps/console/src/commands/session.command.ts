import type { Command } from 'commander';

export function addSessionCommand(program: Command): void {
  program
    .command('session:verify')
    .description('Work out the results of council sessions again from their rows, and compare locked ones with their seal; says equal or names the first difference')
    .argument('[id]', 'id of a session; without it every session that has been counted')
    .action(async (id: string | undefined) => {
      const [{ verifySessions }, { withApplication }] = await Promise.all([import('./session.action.js'), import('../application.js')]);
      await withApplication((app) => verifySessions(app, id ?? null, (line) => void process.stdout.write(`${line}\n`)));
    });
}
