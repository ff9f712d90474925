import { Injectable } from '@nestjs/common';
import { searchPatterns } from '@domain/organisation';
import type { Viewer } from '@kit/context';
import { Database, sql } from '@kit/database';
import { notFound } from '@kit/errors';
import { type Connection, decodeCursor, encodeCursor, type PageArgs, pageOf } from '@kit/graphql';
import { AccountEntity, type AccountStatus } from '../model/account.entity.js';
import type { Account } from '../model/identity.types.js';
import { accountPolicy } from '../policy/identity.policy.js';
import { accountJson } from './shapes.js';
import './constraints.js';

/** What signing in has to know of an account. */
export interface Credential {
  readonly accountId: string;
  readonly tenantId: string;
  readonly personId: string;
  readonly username: string;
  readonly passwordHash: string;
  /** Account active, person still there, ward not suspended. */
  readonly isOpen: boolean;
}

@Injectable()
export class AccountsRepository {
  constructor(private readonly database: Database) {}

  async add(account: AccountEntity): Promise<void> {
    await this.database.manager.insert(AccountEntity, account);
  }

  credentialByUsername(username: string): Promise<Credential | null> {
    return this.#credential(sql`a.username = ${username}`);
  }

  credentialById(id: string): Promise<Credential | null> {
    return this.#credential(sql`a.id = ${id}`);
  }

  /** A page of the accounts of the viewer's ward, by given name; `search` looks into names and usernames. */
  async page(viewer: Viewer, search: string | null | undefined, page: PageArgs): Promise<Connection<Account>> {
    const patterns = searchPatterns(search);
    const conditions = [
      accountPolicy.where('account.read', viewer, 'a'),
      sql`(p.search_norm like all (${patterns}::text[]) or a.username like all (${patterns}::text[]))`,
    ];
    if (page.after != null) {
      const [sortName, id] = decodeCursor(page.after, ['string', 'id']);
      conditions.push(sql`(p.sort_name collate "vi-x-icu", a.id) > (${sortName} collate "vi-x-icu", ${id})`);
    }
    const rows = await this.database.rows<{ account: Account; sortName: string }>(sql`
      select ${accountJson('a')} as account, p.sort_name as "sortName"
      from account a join person p on p.id = a.person_id
      where ${sql.join(conditions, ' and ')}
      order by p.sort_name collate "vi-x-icu", a.id
      limit ${page.first + 1}`);
    const accounts = rows.map(({ account, sortName }) => ({ ...account, sortName }));
    return pageOf(accounts, page.first, (account) => encodeCursor([account.sortName, account.id]));
  }

  /** @throws NOT_FOUND */
  async get(tenantId: string, id: string): Promise<Account> {
    const row = await this.database.row<{ account: Account }>(sql`
      select ${accountJson('a')} as account from account a where a.tenant_id = ${tenantId} and a.id = ${id}`);
    if (row === null) throw notFound();
    return row.account;
  }

  /** Locks the row of an account of the tenant; its person. @throws NOT_FOUND */
  async lock(tenantId: string, id: string): Promise<{ readonly personId: string; readonly status: AccountStatus }> {
    const row = await this.database.row<{ personId: string; status: AccountStatus }>(sql`
      select person_id as "personId", status from account where tenant_id = ${tenantId} and id = ${id} for update`);
    if (row === null) throw notFound();
    return row;
  }

  async setStatus(id: string, status: AccountStatus): Promise<void> {
    await this.database.manager.update(AccountEntity, { id }, { status });
  }

  async setPassword(id: string, passwordHash: string, mustChangePassword: boolean): Promise<void> {
    await this.database.manager.update(AccountEntity, { id }, { passwordHash, mustChangePassword });
  }

  async signedIn(id: string): Promise<void> {
    await this.database.execute(sql`update account set last_sign_in_at = clock_timestamp() where id = ${id}`);
  }

  #credential(which: ReturnType<typeof sql>): Promise<Credential | null> {
    return this.database.row<Credential>(sql`
      select a.id as "accountId", a.tenant_id as "tenantId", a.person_id as "personId", a.username,
        a.password_hash as "passwordHash",
        (a.status = 'ACTIVE' and t.status = 'ACTIVE' and (p.left_on is null or p.left_on > vn_today())) as "isOpen"
      from account a join person p on p.id = a.person_id join tenant t on t.id = a.tenant_id
      where ${which}`);
  }
}
