import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource, Database, onConstraint, sql } from '@kit/database';
import { defineError, DomainError } from '@kit/errors';
import { type KitDatabase, useKitDatabase } from './kit-database.js';

const nameTaken = defineError({ code: 'KIT_NAME_TAKEN', kind: 'CONFLICT', message: 'The name is taken.', vi: 'Tên đã có.' });
onConstraint('kit_thing_name_key', () => nameTaken({}, ['input', 'name']));

/** Two small tables, empty before each test, and the database of the product over them. */
export interface KitThings {
  readonly server: KitDatabase;
  /** Only inside tests and hooks. */
  readonly db: Database;
  insert(name: string): Promise<number>;
  /** As somebody outside every transaction sees them. */
  names(): Promise<string[]>;
}

export function useKitThings(): KitThings {
  const server = useKitDatabase();
  let dataSource: DataSource;
  let db: Database;

  beforeAll(async () => {
    await server.query(`
      create table kit_thing (name text constraint kit_thing_name_key unique, amount bigint, day date, n int constraint kit_n_small check (n < 10));
      create table kit_account (id int primary key, balance int not null);
      grant all on kit_thing, kit_account to ${server.appRole}`);
    dataSource = await createDataSource(server.config, []).initialize();
    db = new Database(dataSource);
  });
  afterAll(async () => {
    await dataSource.destroy();
  });
  beforeEach(async () => {
    await server.query('truncate kit_thing, kit_account');
  });
  return {
    server,
    get db() {
      return db;
    },
    insert: (name) => db.execute(sql`insert into kit_thing (name) values (${name})`),
    names: async () => (await server.query<{ name: string }>('select name from kit_thing order by name')).map((row) => row.name),
  };
}

/** Code of the error the work fails with. */
export const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return 'no error';
};
