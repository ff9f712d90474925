import path from 'node:path';

/** Some libraries print whole connections; the beginning says what it is about. */
const CONSOLE_LENGTH = 1_000;
const CONSOLE_MESSAGES = 20;

/** Prints one line per test file, and at once everything known about a failure. */
export default class FileByFileReporter {
  onTestResult(test, result) {
    const file = path.relative(test.context.config.rootDir, test.path);
    const { numPassingTests: passed, numFailingTests: failed, numPendingTests: skipped } = result;
    const broken = failed > 0 || result.testExecError;
    const seconds = ((result.perfStats.end - result.perfStats.start) / 1000).toFixed(1);
    const counts = [`${passed} passed`, ...(failed ? [`${failed} failed`] : []), ...(skipped ? [`${skipped} skipped`] : [])];
    this.#print(`  ${broken ? '✖' : '✔'} ${file} · ${counts.join(', ')} · ${seconds} s`);
    if (!broken) return;
    this.#print(result.failureMessage ?? String(result.testExecError?.message));
    for (const { message, origin, type } of (result.console ?? []).slice(0, CONSOLE_MESSAGES)) {
      const shown = message.length > CONSOLE_LENGTH ? `${message.slice(0, CONSOLE_LENGTH)} …` : message;
      this.#print(`    console.${type}: ${shown}\n${origin.split('\n')[0]}`);
    }
  }

  #print(text) {
    process.stdout.write(`${text}\n`);
  }

  getLastError() {}
}
