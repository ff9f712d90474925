import { sql, type SqlStatement } from '@kit/database';
import { decodeCursor, encodeCursor, invalidCursor } from '@kit/graphql';
import type { RegisterSort } from '../model/closed-lists.js';
import type { Matching } from './register-filter.js';

/** The place of an entry in an order: where the next page begins. */
export interface RegisterCursor {
  readonly matching: Matching;
  readonly rank: number;
  /** The title, or the instant of publication as PostgreSQL writes it, with its microseconds. */
  readonly key: string;
  readonly id: string;
}

interface Order {
  /** Over rows `p (id, title, published_at, rank)`. */
  readonly by: SqlStatement;
  readonly beyond: (cursor: RegisterCursor) => SqlStatement;
}

/** Each order with its continuation after a cursor; ids make every order total. */
export const ORDERS: Readonly<Record<RegisterSort, Order>> = {
  NEWEST: {
    by: sql`p.published_at desc, p.id desc`,
    beyond: ({ key, id }) => sql`(p.published_at, p.id) < (${key}::timestamptz, ${id}::uuid)`,
  },
  TITLE: {
    by: sql`p.title collate "vi-x-icu", p.id`,
    beyond: ({ key, id }) => sql`(p.title collate "vi-x-icu", p.id) > (${key}::text collate "vi-x-icu", ${id}::uuid)`,
  },
  RELEVANCE: {
    by: sql`p.rank desc, p.published_at desc, p.id desc`,
    beyond: ({ rank, key, id }) => sql`(p.rank, p.published_at, p.id) < (${rank}::int, ${key}::timestamptz, ${id}::uuid)`,
  },
};

const LARGEST_RANK = 1_000;

export function writeCursor(sort: RegisterSort, { matching, rank, key, id }: RegisterCursor): string {
  return encodeCursor([sort, matching, rank, key, id]);
}

/** @throws INVALID_CURSOR, also for a cursor of another order, which would begin at a random place */
export function readCursor(after: string, wanted: RegisterSort): RegisterCursor {
  const [sort, matching, rank, key, id] = decodeCursor(after, ['string', 'string', 'number', wanted === 'TITLE' ? 'string' : 'instant', 'id']);
  const isSound = sort === wanted && (matching === 'EXACT' || matching === 'APPROXIMATE') && Number.isInteger(rank) && rank >= 0 && rank <= LARGEST_RANK;
  if (!isSound) throw invalidCursor({}, ['after']);
  return { matching, rank, key, id };
}
