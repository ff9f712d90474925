import { filesWithWords } from '@domain/file';
import type { Viewer } from '@kit/context';
import { sql, type SqlStatement } from '@kit/database';
import { initiativePolicy } from '../policy/initiative.policy.js';

/**
 * The initiatives with an attached document in whose words all patterns occur, as a list of ids to be put behind `in`. Only documents count that the
 * viewer may read (`AttachmentReaders`): that a secret one speaks of something must not show by a hit.
 */
export function initiativesWithWords(viewer: Viewer, patterns: readonly string[]): SqlStatement {
  return sql`select t.initiative_id from attachment t join initiative ti on ti.id = t.initiative_id
    where t.file_id in (${filesWithWords(viewer.tenantId, patterns)})
      and ${initiativePolicy.where('initiative.read', viewer, 'ti')}
      and (t.confidentiality <> 'AUTHOR_SECRET' or ${initiativePolicy.where('initiative.readSecret', viewer, 'ti')})`;
}
