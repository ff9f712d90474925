import type { Command } from 'commander';
import { driftOf, type GeneratedDocument, writeDocument } from '../documents/document.js';

/** The commands that write the generated documents or check them; the code they describe is loaded only when asked. */
export function addDocumentCommands(program: Command): void {
  add(program, 'schema:print', 'schema.graphql', async () => (await import('../documents/schema.document.js')).schemaDocument);
  add(program, 'policy:print', 'docs/permissions.md', async () => (await import('../documents/permissions.document.js')).permissionsDocument);
  add(program, 'errors:print', 'docs/errors.md', async () => (await import('../documents/errors.document.js')).errorsDocument);
  add(program, 'environment:print', 'docs/environment.md', async () => (await import('../documents/environment.document.js')).environmentDocument);
}

function add(program: Command, name: string, file: string, load: () => Promise<GeneratedDocument>): void {
  program
    .command(name)
    .description(`Write ${file} from the code`)
    .option('--check', 'write nothing; exit with 1 and show the first difference when the file is out of date')
    .action(async ({ check }: { check?: boolean }) => {
      const document = await load();
      if (check !== true) return void process.stdout.write(`${await writeDocument(document)}\n`);
      const drift = await driftOf(document);
      if (!drift) return;
      process.stderr.write(
        `${file} is out of date at line ${drift.line}. Run "npm run console -- ${name}".\n` +
          `- ${drift.found ?? '(end of file)'}\n+ ${drift.expected ?? '(end of file)'}\n`,
      );
      process.exitCode = 1;
    });
}
