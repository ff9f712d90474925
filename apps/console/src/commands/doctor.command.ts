import { type Command, Option } from 'commander';

export function addDoctorCommand(program: Command): void {
  program
    .command('doctor')
    .description('Check every part of this installation and say what to do; exit with 1 when something must be mended')
    .option('--json', 'print the findings as JSON, in both languages')
    .addOption(new Option('--lang <language>', 'language of the report').choices(['vi', 'en']).default(process.env['KHOI_LANG'] === 'en' ? 'en' : 'vi'))
    .action(async ({ json, lang }: { json?: boolean; lang: 'vi' | 'en' }) => {
      const [{ examine, isIll }, { reportText }] = await Promise.all([import('../doctor/doctor.js'), import('../doctor/report.js')]);
      const findings = await examine(process.env);
      process.stdout.write(json === true ? `${JSON.stringify(findings, null, 2)}\n` : reportText(findings, lang));
      if (isIll(findings)) process.exitCode = 1;
    });
}
