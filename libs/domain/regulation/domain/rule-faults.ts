import type { Fault } from '@kit/errors';

/** What can be wrong with a rule book. */
export type RuleFaultCode =
  /** A field is missing, unknown or of the wrong type; `details.issue` names the problem. */
  | 'REGULATION_SHAPE'
  | 'REGULATION_CODE_TWICE'
  | 'REGULATION_UNKNOWN_GROUP'
  | 'REGULATION_UNKNOWN_CRITERION'
  | 'REGULATION_GROUP_EMPTY'
  | 'REGULATION_NO_SCORED_CRITERION'
  /** `scalePoints` is not the sum of the scored criteria; `details.sum`. */
  | 'REGULATION_SCALE_SUM'
  /** A minimum lies above its maximum, or a scored criterion has no points. */
  | 'REGULATION_POINTS_RANGE'
  /** Points, levels or minimums on a criterion that is not scored. */
  | 'REGULATION_POINTS_NOT_SCORED'
  | 'REGULATION_OFF_STEP'
  | 'REGULATION_LEVEL_OUTSIDE'
  | 'REGULATION_LEVEL_OVERLAP'
  /** No level reaches the maximum of the criterion, so the scale could never be filled. */
  | 'REGULATION_LEVELS_MISS_MAXIMUM'
  /** A minimum that no initiative could reach; `details.reachable`. */
  | 'REGULATION_UNREACHABLE'
  /** Grade bands do not go from the best down. */
  | 'REGULATION_GRADE_ORDER'
  /** A stricter act asks for fewer points than a milder one. */
  | 'REGULATION_THRESHOLD_ORDER'
  /** A share of zero or above one. */
  | 'REGULATION_SHARE_RANGE'
  /** Fewer members score an item than sheets are needed for a result; `details.least`. */
  | 'REGULATION_SHEETS_TOO_FEW';

/** One fault of a rule book; `path` leads to the field, e.g. `['criteria', 2, 'levels', 0, 'max']`. */
export interface RuleFault extends Fault {
  readonly code: RuleFaultCode;
}

/** Collects faults while a rule book is read. */
export class RuleFaults {
  readonly list: RuleFault[] = [];

  add(code: RuleFaultCode, path: RuleFault['path'], details: RuleFault['details'] = {}): void {
    this.list.push({ code, path, details });
  }
}
