import { Injectable } from '@nestjs/common';
import { Database, sql } from '@kit/database';
import { isId } from '@kit/ids';

/** Which initiatives are the same solution (INV-10). Two levels only: an original and its duplicates. */
@Injectable()
export class DuplicatesRepository {
  constructor(private readonly database: Database) {}

  /** The original behind a submitted initiative: itself, or what it is a duplicate of; `null` when the ward has no such one. */
  async originalOf(tenantId: string, id: string): Promise<string | null> {
    if (!isId(id)) return null;
    const row = await this.database.row<{ original: string }>(sql`
      select coalesce(i.duplicate_of_id, i.id) as original from initiative i
      where i.tenant_id = ${tenantId} and i.id = ${id} and i.submitted_at is not null`);
    return row?.original ?? null;
  }

  /** Lets the duplicates of an initiative that turns out to be one itself point at its original. */
  async redirect(tenantId: string, from: string, to: string): Promise<void> {
    await this.database.execute(sql`
      update initiative set duplicate_of_id = ${to} where tenant_id = ${tenantId} and duplicate_of_id = ${from} and id <> ${to}`);
  }
}
