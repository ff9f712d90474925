import { Injectable } from '@nestjs/common';
import { assignedJson, type ItemFacts, recusedJson, seatsJson, undecidedJson } from '@domain/evaluation';
import { Database, sql } from '@kit/database';

@Injectable()
export class NotesRepository {
  constructor(private readonly database: Database) {}

  /** What the policy of the item decides by, while its session takes no step. */
  async hold(tenantId: string, itemId: string): Promise<ItemFacts | null> {
    const session = await this.database.row(sql`
      select s.id from agenda_item a join evaluation_session s on s.id = a.session_id where a.id = ${itemId} and a.tenant_id = ${tenantId} for share of s`);
    return session && this.database.row<ItemFacts>(sql`
      select s.tenant_id as "tenantId", s.state, ${seatsJson('s')} as seats, ${recusedJson('a')} as "recusedIds", ${undecidedJson('a')} as "undecidedIds",
        ${assignedJson('a')} as "assignedIds"
      from agenda_item a join evaluation_session s on s.id = a.session_id where a.id = ${itemId}`);
  }

  /** The revision of the note, whose row stays locked; 0 before it is begun. */
  async revision(itemId: string, personId: string): Promise<number> {
    // Two first saves at once: the second waits here for the first, and then finds its row.
    await this.database.rows(sql`select pg_advisory_xact_lock(hashtextextended(${`item_note ${itemId} ${personId}`}, 5))`);
    const row = await this.database.row<{ revision: number }>(sql`
      select n.revision from item_note n where n.item_id = ${itemId} and n.person_id = ${personId} for update`);
    return row?.revision ?? 0;
  }

  async save(tenantId: string, itemId: string, personId: string, body: string): Promise<void> {
    await this.database.execute(sql`
      insert into item_note (tenant_id, item_id, person_id, body) values (${tenantId}, ${itemId}, ${personId}, ${body})
      on conflict on constraint item_note_once do update set body = excluded.body, revision = item_note.revision + 1`);
  }
}
