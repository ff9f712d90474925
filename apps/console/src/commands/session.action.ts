import { VerifySession } from '@domain/evaluation';
import { Database, sql } from '@kit/database';
import { isId } from '@kit/ids';
import type { INestApplicationContext } from '@nestjs/common';
import { CommandError } from '../application.js';

/**
 * Verifies one session, or all that have been counted, and prints a line for each.
 * @throws CommandError when there is no such session, or when one differs
 */
export async function verifySessions(app: Pick<INestApplicationContext, 'get'>, id: string | null, print: (line: string) => void): Promise<void> {
  const sessions = await app.get(Database, { strict: false }).rows<{ id: string; title: string }>(sql`
    select s.id, s.title from evaluation_session s where s.counted_at is not null and (${id}::text is null or s.id::text = ${id}) order by s.id`);
  if (id !== null && sessions.length === 0) throw new CommandError(isId(id) ? 'There is no such session, or it has not been counted yet.' : 'This is no id of a session.');
  let differing = 0;
  for (const { id: sessionId, title } of sessions) {
    const found = await app.get(VerifySession, { strict: false }).execute(sessionId);
    if (found.isEqual) {
      print(`equal    ${sessionId}  ${found.items} results  ${found.sha256 ?? 'not locked yet'}  ${title}`);
    } else {
      differing += 1;
      print(`DIFFERS  ${sessionId}  in ${found.part}${found.itemId === null ? '' : ` of item ${found.itemId}`}  ${title}`);
    }
  }
  if (differing > 0) throw new CommandError(`${differing} of ${sessions.length} sessions differ from what was counted or sealed.`);
}
