import { Injectable } from '@nestjs/common';
import type { Viewer } from '@kit/context';
import { Database, sql } from '@kit/database';
import { type Connection, decodeCursor, encodeCursor, type PageArgs, pageOf } from '@kit/graphql';
import type { Person } from '../model/organisation.types.js';
import { PersonEntity } from '../model/person.entity.js';
import { personPolicy } from '../policy/organisation.policy.js';
import { orNotFound } from './or-not-found.js';
import { searchPatterns } from './search.js';
import { personJson } from './shapes.js';
import './constraints.js';

export interface PeopleFilter {
  readonly search?: string | null;
  readonly unitId?: string | null;
}

@Injectable()
export class PeopleRepository {
  constructor(private readonly database: Database) {}

  async add(person: PersonEntity): Promise<void> {
    await this.database.manager.insert(PersonEntity, person);
  }

  /** A page of the people who have not left, by given name as Vietnamese lists are sorted. */
  async page(viewer: Viewer, filter: PeopleFilter, page: PageArgs): Promise<Connection<Person>> {
    const conditions = [
      personPolicy.where('person.read', viewer, 'p'),
      sql`(p.left_on is null or p.left_on > vn_today())`,
      sql`p.search_norm like all (${searchPatterns(filter.search)}::text[])`,
    ];
    if (filter.unitId != null) conditions.push(sql`p.unit_id = ${filter.unitId}`);
    if (page.after != null) {
      const [sortName, id] = decodeCursor(page.after, ['string', 'id']);
      conditions.push(sql`(p.sort_name collate "vi-x-icu", p.id) > (${sortName} collate "vi-x-icu", ${id})`);
    }
    const rows = await this.database.rows<{ person: Person; sortName: string }>(sql`
      select ${personJson('p')} as person, p.sort_name as "sortName" from person p
      where ${sql.join(conditions, ' and ')}
      order by p.sort_name collate "vi-x-icu", p.id
      limit ${page.first + 1}`);
    const people = rows.map(({ person, sortName }) => ({ ...person, sortName }));
    return pageOf(people, page.first, (person) => encodeCursor([person.sortName, person.id]));
  }

  async find(tenantId: string, id: string): Promise<Person | null> {
    const row = await this.database.row<{ person: Person }>(sql`
      select ${personJson('p')} as person from person p where p.tenant_id = ${tenantId} and p.id = ${id}`);
    return row?.person ?? null;
  }

  /** @throws NOT_FOUND */
  async get(tenantId: string, id: string): Promise<Person> {
    return orNotFound(await this.find(tenantId, id));
  }

  /** Those of the ids that are people of the tenant who have not left. */
  async presentOf(tenantId: string, ids: readonly string[]): Promise<Set<string>> {
    const rows = await this.database.rows<{ id: string }>(sql`
      select p.id from person p
      where p.tenant_id = ${tenantId} and p.id = any (${ids}::uuid[]) and (p.left_on is null or p.left_on > vn_today())`);
    return new Set(rows.map((row) => row.id));
  }
}
