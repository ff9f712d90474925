import { defineError, type ErrorFactory } from '@kit/errors';
import type { RuleFaultCode } from './domain/rule-faults.js';

const fault = (code: RuleFaultCode, message: string, vi: string): ErrorFactory =>
  defineError({
    code, kind: 'VALIDATION', message, vi,
    fix: 'Vui lòng sửa mục được nêu trong quy chế rồi lưu lại.', fixEn: 'Correct the named part of the rule book and save it again.',
  });

/** The words for what can be wrong with a rule book; the faults themselves come with path and details in VALIDATION_FAILED. */
export const RULE_FAULTS: Readonly<Record<RuleFaultCode, ErrorFactory>> = {
  REGULATION_SHAPE: fault('REGULATION_SHAPE', 'A part of the rule book is missing, unknown or of the wrong type.', 'Một mục của quy chế bị thiếu, thừa hoặc sai kiểu dữ liệu.'),
  REGULATION_CODE_TWICE: fault('REGULATION_CODE_TWICE', 'A code is used twice.', 'Mã bị dùng hai lần.'),
  REGULATION_UNKNOWN_GROUP: fault('REGULATION_UNKNOWN_GROUP', 'There is no criterion group with this code.', 'Không có nhóm tiêu chí mang mã này.'),
  REGULATION_UNKNOWN_CRITERION: fault('REGULATION_UNKNOWN_CRITERION', 'There is no scored criterion with this code.', 'Không có tiêu chí chấm điểm mang mã này.'),
  REGULATION_GROUP_EMPTY: fault('REGULATION_GROUP_EMPTY', 'A criterion group has no criterion.', 'Nhóm tiêu chí chưa có tiêu chí nào.'),
  REGULATION_NO_SCORED_CRITERION: fault('REGULATION_NO_SCORED_CRITERION', 'No criterion gives points.', 'Quy chế chưa có tiêu chí chấm điểm nào.'),
  REGULATION_SCALE_SUM: fault('REGULATION_SCALE_SUM', 'The scale differs from the sum of its criteria.', 'Thang điểm không bằng tổng điểm tối đa của các tiêu chí.'),
  REGULATION_POINTS_RANGE: fault('REGULATION_POINTS_RANGE', 'A minimum lies above its maximum, or a scored criterion has no points.', 'Điểm tối thiểu lớn hơn điểm tối đa, hoặc tiêu chí chấm điểm không có điểm.'),
  REGULATION_POINTS_NOT_SCORED: fault('REGULATION_POINTS_NOT_SCORED', 'A criterion that is not scored has points or levels.', 'Tiêu chí không chấm điểm lại có điểm hoặc mức điểm.'),
  REGULATION_OFF_STEP: fault('REGULATION_OFF_STEP', 'Points are not a multiple of the step.', 'Điểm không phải là bội số của bước điểm.'),
  REGULATION_LEVEL_OUTSIDE: fault('REGULATION_LEVEL_OUTSIDE', 'A level lies outside its criterion.', 'Mức điểm nằm ngoài khung điểm của tiêu chí.'),
  REGULATION_LEVEL_OVERLAP: fault('REGULATION_LEVEL_OVERLAP', 'Two levels overlap.', 'Hai mức điểm chồng lên nhau.'),
  REGULATION_LEVELS_MISS_MAXIMUM: fault('REGULATION_LEVELS_MISS_MAXIMUM', 'No level reaches the maximum of the criterion.', 'Không có mức nào đạt điểm tối đa của tiêu chí.'),
  REGULATION_UNREACHABLE: fault('REGULATION_UNREACHABLE', 'No initiative could reach this minimum.', 'Mức điểm yêu cầu này không thể đạt được.'),
  REGULATION_GRADE_ORDER: fault('REGULATION_GRADE_ORDER', 'Grades do not go from the best down.', 'Các mức xếp loại chưa theo thứ tự từ cao xuống thấp.'),
  REGULATION_THRESHOLD_ORDER: fault('REGULATION_THRESHOLD_ORDER', 'A stricter recognition asks for fewer points than a milder one.', 'Ngưỡng của mức công nhận cao lại thấp hơn ngưỡng của mức thấp.'),
  REGULATION_SHARE_RANGE: fault('REGULATION_SHARE_RANGE', 'A share is zero or more than the whole.', 'Tỷ lệ bằng không hoặc lớn hơn một.'),
  REGULATION_SHEETS_TOO_FEW: fault('REGULATION_SHEETS_TOO_FEW', 'Fewer members score an item than sheets are needed for a result.', 'Số thành viên chấm mỗi hồ sơ ít hơn số phiếu tối thiểu để có kết quả.'),
};
