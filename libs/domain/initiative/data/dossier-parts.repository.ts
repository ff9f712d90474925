import { Injectable } from '@nestjs/common';
import { Database, sql } from '@kit/database';
import { isId } from '@kit/ids';
import {
  ApplicationMeasureEntity, ApplicationRecordEntity, AttachmentEntity, FirstAdopterEntity,
} from '../model/dossier-parts.entity.js';

/** A record with its measures in order. */
export interface RecordWithMeasures {
  readonly record: ApplicationRecordEntity;
  readonly measures: readonly ApplicationMeasureEntity[];
}

/** The lists of a dossier beside its authors. The caller holds the initiative. */
@Injectable()
export class DossierPartsRepository {
  constructor(private readonly database: Database) {}

  async replaceAdopters(initiativeId: string, adopters: readonly FirstAdopterEntity[]): Promise<void> {
    await this.database.manager.delete(FirstAdopterEntity, { initiativeId });
    if (adopters.length > 0) await this.database.manager.insert(FirstAdopterEntity, [...adopters]);
  }

  async recordsOf(initiativeId: string): Promise<RecordWithMeasures[]> {
    const records = await this.database.manager.find(ApplicationRecordEntity, { where: { initiativeId }, order: { position: 'ASC' } });
    const measures = await this.database.manager
      .createQueryBuilder(ApplicationMeasureEntity, 'm')
      .where('m.record_id = any (:ids)', { ids: records.map((record) => record.id) })
      .orderBy('m.position')
      .getMany();
    return records.map((record) => ({ record, measures: measures.filter((measure) => measure.recordId === record.id) }));
  }

  /** Records whose id is among the old ones are kept with all they have, at their new place. */
  async replaceRecords(initiativeId: string, records: readonly RecordWithMeasures[]): Promise<void> {
    const old = await this.database.manager.find(ApplicationRecordEntity, { where: { initiativeId } });
    const oldIds = new Set(old.map((record) => record.id));
    const keptIds = records.map(({ record }) => record.id).filter((id) => oldIds.has(id));
    await this.database.execute(sql`
      delete from application_record where initiative_id = ${initiativeId} and id <> all (${keptIds}::uuid[])`);
    for (const { record, measures } of records) {
      if (oldIds.has(record.id)) {
        await this.database.manager.update(ApplicationRecordEntity, { id: record.id }, { position: record.position });
        continue;
      }
      await this.database.manager.insert(ApplicationRecordEntity, record);
      if (measures.length > 0) await this.database.manager.insert(ApplicationMeasureEntity, [...measures]);
    }
  }

  async record(tenantId: string, id: string): Promise<ApplicationRecordEntity | null> {
    if (!isId(id)) return null;
    return this.database.manager.findOne(ApplicationRecordEntity, { where: { tenantId, id } });
  }

  async confirmRecord(record: ApplicationRecordEntity): Promise<void> {
    const { id, confirmedByPersonId, confirmedAt, confirmationNote } = record;
    await this.database.manager.update(ApplicationRecordEntity, { id }, { confirmedByPersonId, confirmedAt, confirmationNote });
  }

  attachmentsOf(initiativeId: string): Promise<AttachmentEntity[]> {
    return this.database.manager.find(AttachmentEntity, { where: { initiativeId }, order: { position: 'ASC' } });
  }

  async attachment(tenantId: string, id: string): Promise<AttachmentEntity | null> {
    if (!isId(id)) return null;
    return this.database.manager.findOne(AttachmentEntity, { where: { tenantId, id } });
  }

  async addAttachment(attachment: AttachmentEntity): Promise<void> {
    await this.database.manager.insert(AttachmentEntity, attachment);
  }

  async updateAttachment(id: string, patch: Partial<Pick<AttachmentEntity, 'caption' | 'kind' | 'supports' | 'confidentiality'>>): Promise<void> {
    if (Object.keys(patch).length > 0) await this.database.manager.update(AttachmentEntity, { id }, patch);
  }

  async removeAttachment(id: string): Promise<void> {
    await this.database.manager.delete(AttachmentEntity, { id });
  }
}
