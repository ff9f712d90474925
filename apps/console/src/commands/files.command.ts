import { type Command, Option } from 'commander';

export function addFilesCommand(program: Command): void {
  const files = program.command('files').description('The bytes of all files');
  const print = (line: string): void => void process.stdout.write(`${line}\n`);
  files
    .command('move')
    .description('Move all files between the folder FILES_DIR and the object store; may be broken off and begun again')
    .addOption(new Option('--to <place>', 'where to').choices(['disk', 'store']).makeOptionMandatory())
    .option('--keep', 'remove nothing from where the files were')
    .action(async (options: { to: 'disk' | 'store'; keep?: boolean }) => {
      const { moveFiles } = await import('./files.action.js');
      await moveFiles(options, print);
    });
  files
    .command('check')
    .description('Read every file and compare it with the checksum in the database')
    .action(async () => {
      const { checkFiles } = await import('./files.action.js');
      await checkFiles(print);
    });
}
