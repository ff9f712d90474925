import { describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { useTestDatabase } from '../setup/database.js';

describe('a test database', () => {
  const database = useTestDatabase();

  async function ask(url: string, statement: string): Promise<unknown[]> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query(statement)).rows;
    } finally {
      await client.end();
    }
  }

  it('is migrated and empty', async () => {
    expect(await ask(database().appUrl, 'SELECT count(*)::int AS tenants FROM tenant')).toEqual([{ tenants: 0 }]);
  });

  it('lets the application role alter nothing', async () => {
    await expect(ask(database().appUrl, 'ALTER TABLE tenant ADD COLUMN extra text')).rejects.toThrow('must be owner of table tenant');
    await expect(ask(database().appUrl, 'CREATE TABLE extra ()')).rejects.toThrow('permission denied for schema public');
  });

  it('knows Vietnamese letters: order, case and trigrams', async () => {
    expect(await ask(database().appUrl, `
      SELECT array_agg(name ORDER BY name COLLATE "vi-x-icu") AS names
      FROM unnest(ARRAY['Em', 'Đào', 'Dũng', 'Ân', 'Ánh', 'An', 'Bình']) AS name`,
    )).toEqual([{ names: ['An', 'Ánh', 'Ân', 'Bình', 'Dũng', 'Đào', 'Em'] }]);
    expect(await ask(database().appUrl, "SELECT lower('ĐƯỜNG ỐNG') AS text, show_trgm('ống') <> '{}' AS trigrams")).toEqual([{ text: 'đường ống', trigrams: true }]);
  });
});
