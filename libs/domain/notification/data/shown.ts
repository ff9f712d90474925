import { sql, type SqlStatement } from '@kit/database';

/** Whether the notice under the alias is still for its reader: one about an agenda item (`params.itemId`) is not for whoever has been recused there since, or may be (INV-11). */
export function isShown(alias: string): SqlStatement {
  const n = sql.identifier(alias);
  return sql`(not ${n}.params ? 'itemId' or not exists (
    select from item_recusal barred where barred.item_id = (${n}.params ->> 'itemId')::uuid and barred.person_id = ${n}.person_id
    union all select from item_undecided waiting where waiting.item_id = (${n}.params ->> 'itemId')::uuid and waiting.person_id = ${n}.person_id))`;
}
