import { Injectable } from '@nestjs/common';
import type { Viewer } from '@kit/context';
import { Database, sql } from '@kit/database';
import type { KinshipKind } from '../model/closed-lists.js';
import type { Kinship } from '../model/kinship.types.js';
import { kinshipPolicy } from '../policy/kinship.policy.js';
import { personJsonOf } from './shapes.js';
import './constraints.js';

/** Nobody has more people of the same ward to declare. */
export const MOST_KINSHIPS = 100;

/** A tie as conflicts of interest are found by it. */
export interface TieBetween {
  readonly one: string;
  readonly other: string;
  readonly kind: KinshipKind;
}

@Injectable()
export class KinshipsRepository {
  constructor(private readonly database: Database) {}

  /** What the viewer declared and has not ended, by the name of the other person. */
  async own(viewer: Viewer): Promise<Kinship[]> {
    const rows = await this.database.rows<Kinship & { sortName: string }>(sql`
      select k.id, k.kind, k.valid_from as "validFrom", k.tenant_id as "tenantId", k.declared_by_person_id as "declaredById",
        ${personJsonOf(sql`k.person_b_id`)} as person
      from kinship k join person other on other.id = k.person_b_id
      where ${kinshipPolicy.where('kinship.read', viewer, 'k')} and k.valid_to is null
      order by other.sort_name collate "vi-x-icu", k.id limit ${MOST_KINSHIPS}`);
    return rows;
  }

  async count(personId: string): Promise<number> {
    const row = await this.database.row<{ count: number }>(sql`
      select count(*)::int as count from kinship k where k.person_a_id = ${personId} and k.valid_to is null`);
    return row?.count ?? 0;
  }

  async add(tie: { id: string; tenantId: string; personId: string; otherId: string; kind: KinshipKind }): Promise<void> {
    await this.database.execute(sql`
      insert into kinship (id, tenant_id, person_a_id, person_b_id, kind, declared_by_person_id)
      values (${tie.id}, ${tie.tenantId}, ${tie.personId}, ${tie.otherId}, ${tie.kind}, ${tie.personId})`);
  }

  /** Answers whether there was such a tie to end. */
  async end(viewer: Viewer, id: string): Promise<boolean> {
    return (await this.database.execute(sql`
      update kinship k set valid_to = vn_today() where k.id = ${id} and k.valid_to is null and ${kinshipPolicy.where('kinship.read', viewer, 'k')}`)) > 0;
  }

  /** The two people of a tie. */
  async between(tenantId: string, id: string): Promise<readonly [string, string] | null> {
    const row = await this.database.row<{ one: string; other: string }>(sql`
      select k.person_a_id as one, k.person_b_id as other from kinship k where k.tenant_id = ${tenantId} and k.id = ${id}`);
    return row === null ? null : [row.one, row.other];
  }

  /** Ties that hold between somebody of the first and somebody of the second, whoever declared them. */
  amid(tenantId: string, ones: readonly string[], others: readonly string[]): Promise<TieBetween[]> {
    return this.database.rows<TieBetween>(sql`
      select k.person_a_id as one, k.person_b_id as other, k.kind from kinship k
      where k.tenant_id = ${tenantId} and k.valid_to is null
        and ((k.person_a_id = any (${ones}::uuid[]) and k.person_b_id = any (${others}::uuid[]))
          or (k.person_a_id = any (${others}::uuid[]) and k.person_b_id = any (${ones}::uuid[])))`);
  }
}
