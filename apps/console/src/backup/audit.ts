import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';

/** What an operator did with the whole database: into the audit of the platform, and of every ward when it concerns its rows. */
export interface OperatorAct {
  readonly action: 'operation.backup-created' | 'operation.backup-verified' | 'operation.backup-rehearsed' | 'operation.backup-restored';
  /** Id of the backup. */
  readonly backupId: string;
  /** Ids, codes, numbers and dates. */
  readonly details: Readonly<Record<string, string | number>>;
  readonly everyWard?: boolean;
}

export async function recordAct(client: Client, { action, backupId, details, everyWard = false }: OperatorAct): Promise<void> {
  const values = [action, backupId, JSON.stringify(details), `console ${randomUUID()}`];
  await client.query(`
    insert into audit_event (tenant_id, action, object_type, object_id, details, request_id)
    select t.id, $1, 'Backup', $2, $3, $4 from (select null::uuid as id ${everyWard ? 'union all select id from tenant' : ''}) t`, values);
}
