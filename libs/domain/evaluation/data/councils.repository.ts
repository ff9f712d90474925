import { Injectable } from '@nestjs/common';
import type { Viewer } from '@kit/context';
import { Database, sql } from '@kit/database';
import { notFound } from '@kit/errors';
import { CouncilEntity, CouncilMemberEntity } from '../model/council.entity.js';
import type { Council } from '../model/council.types.js';
import { councilPolicy } from '../policy/council.policy.js';
import { councilJson } from './council.shapes.js';
import './constraints.js';

/** A ward has one council at a time, perhaps a few by field. */
const MOST_COUNCILS = 200;

@Injectable()
export class CouncilsRepository {
  constructor(private readonly database: Database) {}

  async add(council: CouncilEntity, members: readonly CouncilMemberEntity[]): Promise<void> {
    await this.database.manager.insert(CouncilEntity, council);
    await this.database.manager.insert(CouncilMemberEntity, [...members]);
  }

  addMember(member: CouncilMemberEntity): Promise<unknown> {
    return this.database.manager.insert(CouncilMemberEntity, member);
  }

  /** An appointment, locked until the transaction ends. */
  lockMember(councilId: string, id: string): Promise<CouncilMemberEntity | null> {
    return this.database.manager.findOne(CouncilMemberEntity, { where: { councilId, id }, lock: { mode: 'pessimistic_write' } });
  }

  async endMember(id: string, validTo: string, replacedById: string): Promise<void> {
    await this.database.manager.update(CouncilMemberEntity, { id }, { validTo, replacedById });
  }

  /** The latest term first. */
  async list(viewer: Viewer): Promise<Council[]> {
    const rows = await this.database.rows<{ council: Council }>(sql`
      select ${councilJson('c')} as council from council c where ${councilPolicy.where('council.read', viewer, 'c')}
      order by c.term_to desc, c.id desc limit ${MOST_COUNCILS}`);
    return rows.map(({ council }) => council);
  }

  /** @throws NOT_FOUND */
  async get(tenantId: string, id: string): Promise<Council> {
    const row = await this.database.row<{ council: Council }>(sql`
      select ${councilJson('c')} as council from council c where c.tenant_id = ${tenantId} and c.id = ${id}`);
    if (row === null) throw notFound();
    return row.council;
  }
}
