import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Writable } from 'node:stream';
import { type Client, escapeIdentifier } from 'pg';
import { from, to } from 'pg-copy-streams';
import type { TableFacts } from './schema-facts.js';
import { Meter } from './streams.js';

/** What makes the text of a value the same on every server. */
const SETTINGS = `
  set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set timezone = 'UTC'; set extra_float_digits = 1;
  set bytea_output = 'hex'; set client_encoding = 'UTF8'; set client_min_messages = warning; set search_path = public;
  set statement_timeout = 0; set idle_in_transaction_session_timeout = 0`;

/** Prepares a connection for reading or loading whole tables. */
export async function settle(client: Client): Promise<void> {
  await client.query(SETTINGS);
}

const columnsOf = (columns: readonly string[]): string => columns.map((column) => escapeIdentifier(column)).join(', ');

/** The rows of a table as COPY text, in an order that depends on the rows only. */
export function readTable(client: Client, { name, columns, order }: TableFacts): Readable {
  return client.query(to(`copy (select ${columnsOf(columns)} from ${escapeIdentifier(name)} order by ${order}) to stdout`));
}

/**
 * Loads COPY text; returns when the server has taken all of it. Not a `pipeline`: that would wait for ever for the end of a
 * target whose server has refused a row already.
 */
export async function loadTable(client: Client, name: string, columns: readonly string[], rows: Readable): Promise<void> {
  const target = client.query(from(`copy ${escapeIdentifier(name)} (${columnsOf(columns)}) from stdin`));
  await new Promise<void>((resolve, reject) => {
    target.once('finish', resolve);
    // After a fault of the rows the server is told to give up, and says that it did.
    target.on('error', (error) => {
      rows.destroy();
      reject(rows.errored ?? error);
    });
    rows.once('error', (error) => target.destroy(error));
    if (rows.errored === null) rows.pipe(target);
    else target.destroy(rows.errored);
  });
}

/** Counts and hashes a table as `readTable` gives it. */
export async function measureTable(client: Client, table: TableFacts): Promise<Meter> {
  const meter = new Meter(true);
  await pipeline(readTable(client, table), meter, new Writable({ write: (_chunk, _encoding, done) => done() }));
  return meter;
}

