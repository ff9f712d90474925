import { type Fault, ValidationFailed } from '@kit/errors';
import { findReason } from '../domain/reasons.js';
import type { ReasonKind } from '../domain/terms.js';
import { reasonUnknown } from '../initiative.errors.js';
import type { StoredFault } from '../model/procedure.entity.js';
import type { FormalFaultInput } from '../model/procedure.inputs.js';

/** The picked reasons as they are stored. @throws VALIDATION_FAILED naming every code the library does not have for this answer */
export function pickedReasons(kind: ReasonKind, faults: readonly FormalFaultInput[]): StoredFault[] {
  const unknown = faults.flatMap(({ code }, index): Fault[] =>
    findReason(kind, code) === null ? [{ code: reasonUnknown.code, path: ['input', 'faults', index, 'code'], details: { code } }] : []);
  ValidationFailed.throwIfAny(unknown);
  return faults.map(({ code, section, note }) => ({ code, section, note: (note ?? '').trim() || null }));
}
