import { findContext } from '@kit/context';
import { Database } from '@kit/database';
import { isId } from '@kit/ids';
import type { TestApp } from './app.js';

/**
 * Collects the text of every SQL statement that the app sends for requests while `work` runs. What the process does by
 * itself, such as looking into the outbox, belongs to no request and is left out.
 */
export async function statementsDuring(app: TestApp, work: () => Promise<unknown>): Promise<string[]> {
  const statements: string[] = [];
  const stop = app.get(Database).onStatement((text) => {
    // Jobs and schedules have names for ids.
    if (isId(findContext()?.requestId)) statements.push(text);
  });
  try {
    await work();
  } finally {
    stop();
  }
  return statements;
}

/** How many SQL statements the app sends for requests while `work` runs. */
export async function countStatements(app: TestApp, work: () => Promise<unknown>): Promise<number> {
  return (await statementsDuring(app, work)).length;
}

/**
 * Shows that a list asks the database the same whether it has one row or three.
 *
 * @param add makes one more row that `read` shows
 * @param read reads the list over HTTP and answers how many rows came
 * @returns what is sent for one row and for three; equal for a sound list
 */
export async function statementsByRows(
  app: TestApp,
  add: () => Promise<unknown>,
  read: () => Promise<number>,
): Promise<{ readonly one: string[]; readonly three: string[] }> {
  const withRows = async (wanted: number): Promise<string[]> => {
    for (let rows = await read(); rows < wanted; rows += 1) await add();
    if ((await read()) !== wanted) throw new Error(`the list has ${await read()} rows where it should have ${wanted}`);
    return statementsDuring(app, read);
  };
  return { one: await withRows(1), three: await withRows(3) };
}
