import { Injectable } from '@nestjs/common';
import { Database, newId, sql } from '@kit/database';
import { isId } from '@kit/ids';
import type { Dossier } from '../domain/dossier.js';
import type { InitiativeState } from '../domain/terms.js';
import { InitiativeAuthorEntity } from '../model/dossier-parts.entity.js';
import { InitiativeEntity } from '../model/initiative.entity.js';
import { FormalCheckEntity, InitiativeStepEntity, InitiativeVersionEntity } from '../model/procedure.entity.js';
import type { InitiativeFacts } from '../policy/initiative.conditions.js';
import { type DossierContext, dossierJson } from './dossier.shape.js';
import './constraints.js';

/** What changes of an initiative besides its state. */
export type InitiativePatch = Partial<Omit<InitiativeEntity, 'id' | 'tenantId' | 'code' | 'createdByPersonId'>>;

export interface StepParts {
  readonly transition: string;
  readonly from: InitiativeState | null;
  readonly to: InitiativeState;
  /** `null` when the system acted. */
  readonly actorPersonId: string | null;
  readonly note?: string | null;
  readonly at: Date;
}

/** The write side: the row, its authors, and the marks of the procedure. */
@Injectable()
export class InitiativesRepository {
  constructor(private readonly database: Database) {}

  /** The row, locked until the transaction ends: whoever changes any part of an initiative holds it first. */
  async lock(tenantId: string, id: string): Promise<InitiativeEntity | null> {
    if (!isId(id)) return null;
    return this.database.manager.findOne(InitiativeEntity, { where: { tenantId, id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Several rows, locked in the order of their ids, so that two callers never wait for each other. */
  async lockAll(tenantId: string, ids: readonly string[]): Promise<InitiativeEntity[]> {
    await this.database.rows(sql`
      select i.id from initiative i where i.tenant_id = ${tenantId} and i.id = any (${ids}::uuid[]) order by i.id for update`);
    return this.database.manager
      .createQueryBuilder(InitiativeEntity, 'i')
      .where('i.tenant_id = :tenantId and i.id = any (:ids)', { tenantId, ids: [...ids] })
      .orderBy('i.id')
      .getMany();
  }

  /** By position: the lead first. */
  authorsOf(initiativeId: string): Promise<InitiativeAuthorEntity[]> {
    return this.database.manager.find(InitiativeAuthorEntity, { where: { initiativeId }, order: { position: 'ASC' } });
  }

  async factsOf(initiative: InitiativeEntity, authors: readonly InitiativeAuthorEntity[]): Promise<InitiativeFacts> {
    const rows = await this.database.rows<{ unitId: string }>(sql`
      select distinct r.unit_id as "unitId" from application_record r where r.initiative_id = ${initiative.id} and r.unit_id is not null`);
    return {
      tenantId: initiative.tenantId,
      state: initiative.state,
      submittedAt: initiative.submittedAt,
      submittingUnitId: initiative.submittingUnitId,
      authorIds: authors.map((author) => author.personId),
      leadId: authors.find((author) => author.role === 'LEAD')?.personId ?? null,
      recordUnitIds: rows.map((row) => row.unitId),
    };
  }

  async add(initiative: InitiativeEntity, lead: InitiativeAuthorEntity): Promise<void> {
    await this.database.manager.insert(InitiativeEntity, initiative);
    await this.database.manager.insert(InitiativeAuthorEntity, lead);
  }

  async update(id: string, patch: InitiativePatch): Promise<void> {
    if (Object.keys(patch).length > 0) await this.database.manager.update(InitiativeEntity, { id }, patch);
  }

  async replaceAuthors(initiativeId: string, authors: readonly InitiativeAuthorEntity[]): Promise<void> {
    await this.database.manager.delete(InitiativeAuthorEntity, { initiativeId });
    await this.database.manager.insert(InitiativeAuthorEntity, [...authors]);
  }

  async saveAnswer(author: InitiativeAuthorEntity): Promise<void> {
    const { id, confirmedAt, declinedAt, declineReason } = author;
    await this.database.manager.update(InitiativeAuthorEntity, { id }, { confirmedAt, declinedAt, declineReason });
  }

  /** The whole dossier for the rules, as it stands now. */
  async dossier(id: string): Promise<Dossier & DossierContext> {
    const row = await this.database.row<{ dossier: Dossier & DossierContext }>(sql`
      select ${dossierJson} as dossier from initiative i where i.id = ${id}`);
    if (row === null) throw new Error('the initiative vanished while it was locked');
    return row.dossier;
  }

  async addVersion(version: Omit<InitiativeVersionEntity, 'id'> & { readonly createdAt: Date }): Promise<void> {
    // jsonb through a parameter of our own: TypeORM would send the object through its own serialisation.
    await this.database.execute(sql`
      insert into initiative_version (id, tenant_id, initiative_id, number, snapshot, sha256, reason, created_by_person_id, created_at)
      values (${newId()}, ${version.tenantId}, ${version.initiativeId}, ${version.number}, ${JSON.stringify(version.snapshot)}::jsonb,
        ${version.sha256}, ${version.reason}, ${version.createdByPersonId}, ${version.createdAt})`);
  }

  async addStep(initiative: Pick<InitiativeEntity, 'id' | 'tenantId'>, step: StepParts): Promise<void> {
    await this.database.manager.insert(InitiativeStepEntity, {
      id: newId(), tenantId: initiative.tenantId, initiativeId: initiative.id, transition: step.transition,
      fromState: step.from, toState: step.to, actorPersonId: step.actorPersonId, note: step.note ?? null, at: step.at,
    });
  }

  async addFormalCheck(check: Omit<FormalCheckEntity, 'id'>): Promise<void> {
    await this.database.manager.insert(FormalCheckEntity, { ...check, id: newId() });
  }

  async wasReturned(id: string): Promise<boolean> {
    return (await this.database.rows(sql`
      select 1 as one from formal_check k where k.initiative_id = ${id} and k.outcome = 'NEEDS_SUPPLEMENT'`)).length > 0;
  }

  async nameOf(personId: string): Promise<string | null> {
    const row = await this.database.row<{ fullName: string }>(sql`select p.full_name as "fullName" from person p where p.id = ${personId}`);
    return row?.fullName ?? null;
  }

  async updatedAt(id: string): Promise<Date | null> {
    const row = await this.database.row<{ at: Date }>(sql`select i.updated_at as at from initiative i where i.id = ${id}`);
    return row?.at ?? null;
  }
}
