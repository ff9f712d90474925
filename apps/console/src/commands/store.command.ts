import type { Command } from 'commander';

export function addStoreCommand(program: Command): void {
  program
    .command('store')
    .description('The object store (S3_ENDPOINT)')
    .command('prepare')
    .description('Make the bucket and give it versioning, object lock, lifecycle rules and the right of the site to send files')
    .action(async () => {
      const { prepareStore } = await import('./store.action.js');
      await prepareStore((line) => void process.stdout.write(`${line}\n`));
    });
}
