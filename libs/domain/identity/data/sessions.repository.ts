import { Injectable } from '@nestjs/common';
import { Database, sql } from '@kit/database';
import { SessionEntity } from '../model/session.entity.js';

@Injectable()
export class SessionsRepository {
  constructor(private readonly database: Database) {}

  async add(session: SessionEntity): Promise<void> {
    await this.database.manager.insert(SessionEntity, session);
  }

  /** At most one write a minute and session, whatever the number of requests. */
  async touch(id: string): Promise<void> {
    await this.database.execute(sql`
      update session set last_seen_at = clock_timestamp()
      where id = ${id} and last_seen_at < clock_timestamp() - interval '1 minute'`);
  }

  /** Ends one session of the account; answers whether there was one to end. */
  async end(accountId: string, id: string): Promise<boolean> {
    const ended = await this.database.execute(sql`
      update session set ended_at = clock_timestamp() where id = ${id} and account_id = ${accountId} and ended_at is null`);
    return ended === 1;
  }

  /** Ends every session of the account but `except`; answers how many. */
  endAll(accountId: string, except: string | null = null): Promise<number> {
    return this.database.execute(sql`
      update session set ended_at = clock_timestamp()
      where account_id = ${accountId} and ended_at is null and id is distinct from ${except}::uuid`);
  }
}
