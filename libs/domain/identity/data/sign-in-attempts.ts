import { Injectable } from '@nestjs/common';
import { Database, newId, sql } from '@kit/database';
import { retryLater } from '../identity.errors.js';
import { sha256 } from '../security/tokens.js';

/** Guesses one name may have within the window, whatever address they come from. */
export const MOST_GUESSES = 10;
export const WINDOW_MINUTES = 15;

/**
 * Counts guesses in the database, so that neither several processes nor parallel requests get more of them. Names
 * without an account are counted alike, or the limit itself would tell which names exist.
 */
@Injectable()
export class SignInAttempts {
  constructor(private readonly database: Database) {}

  /**
   * Takes one of the guesses of a name before the password is looked at; a guess that turns out right is given back
   * with {@link succeed}. Guesses on the way count: of twenty parallel ones ten are refused.
   * @returns the id of the attempt
   * @throws RETRY_LATER with the seconds until the oldest guess that counts is forgotten
   */
  claim(name: string): Promise<string> {
    const nameHash = sha256(name);
    return this.database.transaction(async () => {
      await this.database.rows(sql`select pg_advisory_xact_lock(hashtextextended(${nameHash.toString('hex')}, 4))`);
      const spent = await this.database.row<{ seconds: number }>(sql`
        select ceil(extract(epoch from at - clock_timestamp()) + ${WINDOW_MINUTES * 60}::int)::int as seconds
        from sign_in_attempt
        where name_hash = ${nameHash} and not succeeded and at > clock_timestamp() - make_interval(mins => ${WINDOW_MINUTES}::int)
        order by at desc offset ${MOST_GUESSES - 1} limit 1`);
      if (spent !== null) throw retryLater({ seconds: Math.max(1, spent.seconds) });
      const id = newId();
      await this.database.execute(sql`insert into sign_in_attempt (id, name_hash) values (${id}, ${nameHash})`);
      return id;
    });
  }

  async succeed(id: string): Promise<void> {
    await this.database.execute(sql`update sign_in_attempt set succeeded = true where id = ${id}`);
  }

  /** Forgets what no longer counts; somebody who tries a million names must not fill the disk for ever. */
  async forget(): Promise<void> {
    await this.database.execute(sql`
      delete from sign_in_attempt where id in (
        select id from sign_in_attempt where at < clock_timestamp() - interval '1 day' order by at limit 1000)`);
  }
}
