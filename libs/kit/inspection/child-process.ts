import { type ChildProcess, spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import type { Readable, Writable } from 'node:stream';
import { childArguments } from './child-program.js';
import { type ChildMessage, type ChildRequest, FAULTS, type GivenUp, type Inspection, type InspectionOutcome, TEXT_LENGTH } from './inspection.js';
import type { InspectionLimits } from './limits.js';

/** More than the longest text in the worst encoding of JSON; a child that says more has lost its mind. */
const MOST_ANSWER_BYTES = 8 * TEXT_LENGTH;

/** Windows cannot start a program without knowing where it is itself. */
const SYSTEM: NodeJS.ProcessEnv = process.platform === 'win32' ? { SystemRoot: process.env['SystemRoot'] } : {};

/** The child did not come up, or was ended by us: says nothing about a file. */
export class ChildUnavailable extends Error {
  override readonly name = 'ChildUnavailable';
}

/** One process that looks at files, one after the other. */
export class InspectionChild {
  readonly #process: ChildProcess;
  readonly #requests: Writable;
  readonly #started: Promise<void>;
  #hear: (message: ChildMessage) => void = () => undefined;
  #lost: (why: GivenUp) => void = () => undefined;
  #unheard = '';
  #isGone = false;
  #isStopped = false;
  #isOutOfMemory = false;
  #filesSeen = 0;
  #keptBytes = 0;

  /** @param folder where the files lie that it will be shown */
  constructor(
    folder: string,
    private readonly limits: InspectionLimits,
  ) {
    this.#process = spawn(process.execPath, childArguments(limits, folder), {
      // Nothing of our environment: it holds the secrets of the installation.
      env: { NODE_ENV: 'production', VIPS_BLOCK_UNTRUSTED: '1', MALLOC_ARENA_MAX: '2', ...SYSTEM },
      cwd: folder,
      stdio: ['pipe', 'ignore', 'ignore', 'pipe'],
      windowsHide: true,
    });
    offerToKernel(this.#process.pid);
    this.#requests = this.#process.stdin!;
    this.#requests.on('error', () => undefined);
    this.#listen(this.#process.stdio[3] as Readable);
    this.#process.once('error', () => this.#end());
    this.#process.once('close', () => this.#end());
    this.#started = this.#untilReady();
    this.#started.catch(() => undefined);
  }

  /** Whether it is fit for another file. */
  get isFresh(): boolean {
    return !this.#isGone && !this.#isStopped && this.#filesSeen < this.limits.filesPerProcess && this.#keptBytes < this.limits.keptBytes;
  }

  /** Shows it a file; whatever it does, an answer comes in time. @throws ChildUnavailable */
  async inspect(path: string): Promise<InspectionOutcome> {
    await this.#started;
    this.#filesSeen += 1;
    const { promise, resolve, reject } = withResolvers<InspectionOutcome>();
    let inspection: Inspection | undefined;
    let timer = setTimeout(() => this.#lose('TIME'), this.limits.checkMs);
    this.#lost = (why) => {
      if (this.#isStopped) reject(new ChildUnavailable('stopped'));
      else if (inspection === undefined) resolve({ kind: 'GIVEN_UP', why });
      else resolve({ kind: 'INSPECTED', file: { ...inspection, text: '' } });
    };
    this.#hear = (message) => {
      if (message.say === 'CHECKED' && inspection === undefined) {
        inspection = message.inspection;
        clearTimeout(timer);
        timer = setTimeout(() => this.#lose('TIME'), this.limits.textMs);
      } else if (message.say === 'DONE' && inspection !== undefined) {
        this.#keptBytes = message.residentBytes;
        resolve({ kind: 'INSPECTED', file: { ...inspection, text: message.text } });
      } else this.#lose('CRASH');
    };
    if (this.#isGone) this.#lost('CRASH');
    else this.#requests.write(`${JSON.stringify({ path } satisfies ChildRequest)}\n`);
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      this.#hear = () => this.stop();
      this.#lost = () => undefined;
    }
  }

  /** Ends it at once, whatever it is doing. */
  stop(): void {
    this.#isStopped = true;
    this.#process.kill('SIGKILL');
  }

  /** Lets an idle child not keep this process alive, or again. */
  keepsAwake(awake: boolean): void {
    for (const handle of [this.#process, this.#requests, this.#process.stdio[3]] as unknown as { ref?(): void; unref?(): void }[]) {
      if (awake) handle.ref?.();
      else handle.unref?.();
    }
  }

  async #untilReady(): Promise<void> {
    const { promise, resolve, reject } = withResolvers<void>();
    const timer = setTimeout(() => this.#lose('TIME'), this.limits.startMs);
    this.#lost = () => reject(new ChildUnavailable('did not start'));
    this.#hear = (message) => (message.say === 'READY' ? resolve() : this.#lose('CRASH'));
    try {
      await promise;
    } finally {
      clearTimeout(timer);
    }
  }

  #listen(answers: Readable): void {
    answers.setEncoding('utf8').on('error', () => undefined).on('data', (chunk: string) => {
      const lines = (this.#unheard + chunk).split('\n');
      this.#unheard = lines.pop() ?? '';
      if (this.#unheard.length > MOST_ANSWER_BYTES) return this.#lose('CRASH');
      for (const line of lines) this.#understand(line);
    });
  }

  #understand(line: string): void {
    const message = messageOf(line);
    if (message === null) this.#lose('CRASH');
    else if (message.say === 'OUT_OF_MEMORY') this.#isOutOfMemory = true;
    else this.#hear(message);
  }

  #lose(why: GivenUp): void {
    this.#isGone = true;
    this.#process.kill('SIGKILL');
    this.#lost(why);
  }

  #end(): void {
    this.#isGone = true;
    this.#lost(this.#isOutOfMemory || this.#endedForMemory() ? 'MEMORY' : 'CRASH');
  }

  /** V8 aborts when its heap is full. */
  #endedForMemory(): boolean {
    return this.#process.signalCode === 'SIGABRT' || this.#process.exitCode === 134;
  }
}

/** Where memory runs out, Linux shall end this process before any other of the machine or container. */
function offerToKernel(pid: number | undefined): void {
  if (process.platform === 'linux' && pid !== undefined) void writeFile(`/proc/${pid}/oom_score_adj`, '1000').catch(() => undefined);
}

/** What a line says, or `null`: a child that was taken over by a file may say anything. */
function messageOf(line: string): ChildMessage | null {
  try {
    const message = JSON.parse(line) as ChildMessage;
    switch (message.say) {
      case 'READY': case 'OUT_OF_MEMORY': return { say: message.say };
      case 'CHECKED': return isInspection(message.inspection) ? message : null;
      case 'DONE': return isText(message.text) && Number.isFinite(message.residentBytes) ? message : null;
      default: return null;
    }
  } catch {
    return null;
  }
}

function isText(text: unknown): boolean {
  return typeof text === 'string' && text.length <= TEXT_LENGTH && !text.includes('\0');
}

function isInspection({ type, fault }: Inspection): boolean {
  return (type === null || /^[\w.+-]{1,60}\/[\w.+-]{1,100}$/.test(type)) && (fault === null || FAULTS.includes(fault));
}

function withResolvers<T>(): { promise: Promise<T>; resolve: (value: T) => void; reject: (error: Error) => void } {
  let resolve!: (value: T) => void;
  let reject!: (error: Error) => void;
  const promise = new Promise<T>((yes, no) => {
    [resolve, reject] = [yes, no];
  });
  return { promise, resolve, reject };
}
