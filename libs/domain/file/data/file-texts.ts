import { Injectable } from '@nestjs/common';
import { Database, sql, type SqlStatement } from '@kit/database';

/** The words of checked files, kept for search only: normalised, and shown to nobody. */
@Injectable()
export class FileTexts {
  constructor(private readonly database: Database) {}

  /** @param text at most 200,000 characters, NFC */
  async keep(tenantId: string, fileId: string, text: string): Promise<void> {
    await this.database.execute(sql`
      insert into file_text (file_id, tenant_id, search_norm)
      select ${fileId}::uuid, ${tenantId}::uuid, left(norm, 400000) from vn_norm(${text}) norm where norm <> ''
      on conflict (file_id) do nothing`);
  }
}

/**
 * The files of a ward in whose words all of these patterns occur (`searchPatterns`), as a list of ids to be put behind `in`. Says nothing of
 * who may read them: whoever uses it joins it with files the viewer may read, so that a hit in another is no hit.
 */
export function filesWithWords(tenantId: string, patterns: readonly string[]): SqlStatement {
  const words = patterns.map((pattern) => sql`ft.search_norm like ${pattern}`);
  return sql`select ft.file_id from file_text ft where ft.tenant_id = ${tenantId} and ${sql.join(words, ' and ')}`;
}
