import { Interrupted, Refusal, elapsed } from './terminal.mjs';

/** Counts what passed and failed in a test run; a check counts as one, a Jest run as its tests. */
export class Tally {
  passed = 0;
  failed = 0;

  /**
   * Runs one check and prints its line, with everything it said if it failed.
   * @param {string} label
   * @param {() => Promise<{ code: number | null, output: string }>} check
   */
  async check(label, check) {
    const start = performance.now();
    const { ok, output } = await check().then(
      (result) => ({ ok: result.code === 0, output: result.output }),
      (error) => {
        if (error instanceof Interrupted) throw error;
        return { ok: false, output: error instanceof Refusal ? `${error.details ?? ''}\n${error.message}` : error.stack };
      },
    );
    this.#line(ok, label, start);
    if (ok) this.passed += 1;
    else this.failed += 1;
    if (!ok) console.log(output.trim());
    return ok;
  }

  /**
   * Adds the result file of a Jest run. A test file that could not run counts as one failure, and so does a run without a result.
   * @param {string} label
   * @param {number} start milliseconds of `performance.now()`
   * @param {{ code: number | null, output: string, result: object | null }} run
   */
  addJest(label, start, { code, output, result }) {
    const passed = result?.numPassedTests ?? 0;
    const broken = (result?.numFailedTests ?? 0) + (result?.numRuntimeErrorTestSuites ?? 0);
    const failed = broken === 0 && code !== 0 ? 1 : broken;
    this.passed += passed;
    this.failed += failed;
    this.#line(failed === 0, `${label} · ${passed} passed, ${failed} failed`, start);
    if (failed > 0 && broken === 0) console.log(output.trim());
  }

  #line(ok, label, start) {
    console.log(`${ok ? '✔' : '✖'} ${label} · ${elapsed(start)}`);
  }
}
