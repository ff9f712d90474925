import type { LoggerService } from '@nestjs/common';
import { serializeError } from '@kit/logging';

/**
 * What the rooms log while a command runs, for whoever sits before the terminal: one line on standard error, which leaves
 * standard output to the command. Says no more than the log of a server would: static messages, codes, no values.
 */
export class TerminalLog implements LoggerService {
  constructor(private readonly write: (line: string) => void = (line) => void process.stderr.write(line)) {}

  log(): void {}

  warn(message: unknown, ...rest: unknown[]): void {
    this.#say('⚠', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.#say('✖', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.#say('✖', message, rest);
  }

  #say(sign: string, message: unknown, rest: readonly unknown[]): void {
    const { msg, code, err } = (typeof message === 'object' && message !== null ? message : { msg: message }) as { msg?: unknown; code?: unknown; err?: unknown };
    const context = rest.at(-1);
    const error = err === undefined ? undefined : serializeError(err);
    const reason = [code, error?.code ?? error?.type].filter((word) => typeof word === 'string');
    const facts = reason.length === 0 ? '' : ` (${[...new Set(reason)].join(', ')})`;
    this.write(`${sign} ${typeof context === 'string' ? `${context}: ` : ''}${typeof msg === 'string' ? msg : 'Something went wrong.'}${facts}\n`);
  }
}
