import { isId } from '@kit/ids';

/** What an audited event was about, and what else it says. */
export interface AuditedObject {
  readonly type: string;
  readonly id: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

/** Fields whose object has another name than the field. */
const NAMES: Readonly<Record<string, string>> = { unitId: 'OrgUnit', tenantId: 'Tenant', evaluationSessionId: 'EvaluationSession' };

/**
 * An event is filed under the first id that it names: `(initiativeId, checkId)` is about an initiative. An event
 * class whose field is called otherwise says it itself: `static readonly objectType = 'EvaluationSession'`.
 */
export function auditedObject(event: object): AuditedObject {
  const { tenantId, ...fields } = event as Record<string, unknown>;
  const named = Object.entries(fields).find(([name, value]) => name.endsWith('Id') && isId(value));
  const own = (event.constructor as { objectType?: string }).objectType;
  if (named === undefined) return { type: own ?? 'Tenant', id: isId(tenantId) ? tenantId : null, details: fields };
  const [name, id] = named as [string, string];
  const { [name]: _, ...details } = fields;
  return { type: own ?? NAMES[name] ?? capitalised(name.slice(0, -'Id'.length)), id, details };
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
