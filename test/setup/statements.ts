import { Database } from '@kit/database';
import type { TestApp } from './app.js';

/** Collects the text of every SQL statement that the app sends while `work` runs. */
export async function statementsDuring(app: TestApp, work: () => Promise<unknown>): Promise<string[]> {
  const statements: string[] = [];
  const stop = app.get(Database).onStatement((text) => statements.push(text));
  try {
    await work();
  } finally {
    stop();
  }
  return statements;
}

/** How many SQL statements the app sends while `work` runs. */
export async function countStatements(app: TestApp, work: () => Promise<unknown>): Promise<number> {
  return (await statementsDuring(app, work)).length;
}
