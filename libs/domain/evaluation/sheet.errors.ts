import { defineError } from '@kit/errors';

/*
 * What can be wrong with one line of a score sheet. They arrive as faults of VALIDATION_FAILED, all at once, with the path
 * of the field: `input.lines.2.points`. Points in details are hundredths. The rules behind them are `sheetFaults`.
 */

export const sheetUnknownCriterion = defineError<{ criterionCode: string }>({
  code: 'SHEET_UNKNOWN_CRITERION',
  kind: 'VALIDATION',
  message: 'The rule book of the session has no such criterion.',
  vi: 'Tiêu chí này không có trong quy chế của phiên họp.',
  fix: 'Vui lòng tải lại phiếu chấm.',
  fixEn: 'Reload the sheet.',
});

export const sheetCriterionTwice = defineError<{ criterionCode: string }>({
  code: 'SHEET_CRITERION_TWICE',
  kind: 'VALIDATION',
  message: 'A criterion has two lines.',
  vi: 'Một tiêu chí được chấm hai lần.',
  fix: 'Vui lòng bỏ dòng bị trùng.',
  fixEn: 'Remove the repeated line.',
});

export const sheetLineMissing = defineError<{ criterionCode: string }>({
  code: 'SHEET_LINE_MISSING',
  kind: 'VALIDATION',
  message: 'A criterion has no line.',
  vi: 'Còn tiêu chí chưa chấm.',
  fix: 'Vui lòng chấm đủ các tiêu chí.',
  fixEn: 'Score every criterion.',
});

export const sheetLevelRequired = defineError<{ criterionCode: string }>({
  code: 'SHEET_LEVEL_REQUIRED',
  kind: 'VALIDATION',
  message: 'The criterion asks for a level first.',
  vi: 'Chưa chọn mức của tiêu chí.',
  fix: 'Vui lòng chọn một mức rồi cho điểm trong mức đó.',
  fixEn: 'Choose one level, then points inside it.',
});

export const sheetUnknownLevel = defineError<{ criterionCode: string }>({
  code: 'SHEET_UNKNOWN_LEVEL',
  kind: 'VALIDATION',
  message: 'The criterion has no such level.',
  vi: 'Tiêu chí không có mức này.',
  fix: 'Vui lòng chọn một mức trong danh sách.',
  fixEn: 'Choose a level of the list.',
});

export const sheetPointsRequired = defineError<{ criterionCode: string }>({
  code: 'SHEET_POINTS_REQUIRED',
  kind: 'VALIDATION',
  message: 'The criterion has no points.',
  vi: 'Tiêu chí chưa có điểm.',
  fix: 'Vui lòng nhập điểm.',
  fixEn: 'Enter the points.',
});

export const sheetPointsNotInteger = defineError<{ criterionCode: string }>({
  code: 'SHEET_POINTS_NOT_INTEGER',
  kind: 'VALIDATION',
  message: 'Points are whole hundredths.',
  vi: 'Điểm không hợp lệ.',
  fix: 'Vui lòng nhập lại điểm.',
  fixEn: 'Enter the points again.',
});

export const sheetPointsOutsideCriterion = defineError<{ criterionCode: string; min: number; max: number }>({
  code: 'SHEET_POINTS_OUTSIDE_CRITERION',
  kind: 'VALIDATION',
  message: 'The points lie outside the criterion.',
  vi: 'Điểm nằm ngoài khung điểm của tiêu chí.',
  fix: 'Vui lòng nhập điểm trong khung.',
  fixEn: 'Enter points between the least and the most.',
});

export const sheetPointsOutsideLevel = defineError<{ criterionCode: string; levelCode: string; min: number; max: number }>({
  code: 'SHEET_POINTS_OUTSIDE_LEVEL',
  kind: 'VALIDATION',
  message: 'The points lie outside the chosen level.',
  vi: 'Điểm nằm ngoài khung của mức đã chọn.',
  fix: 'Vui lòng nhập điểm trong khung của mức, hoặc chọn mức khác.',
  fixEn: 'Enter points inside the level, or choose another level.',
});

export const sheetPointsOffStep = defineError<{ criterionCode: string; step: number }>({
  code: 'SHEET_POINTS_OFF_STEP',
  kind: 'VALIDATION',
  message: 'The points are no multiple of the step.',
  vi: 'Điểm không đúng bước điểm quy định.',
  fix: 'Vui lòng làm tròn điểm theo bước điểm của tiêu chí.',
  fixEn: 'Round the points to the step of the criterion.',
});

export const sheetAnswerRequired = defineError<{ criterionCode: string }>({
  code: 'SHEET_ANSWER_REQUIRED',
  kind: 'VALIDATION',
  message: 'The condition has no answer.',
  vi: 'Điều kiện chưa được trả lời.',
  fix: 'Vui lòng chọn Đạt hoặc Không đạt.',
  fixEn: 'Answer yes or no.',
});

export const sheetCommentRequired = defineError<{ criterionCode: string }>({
  code: 'SHEET_COMMENT_REQUIRED',
  kind: 'VALIDATION',
  message: 'These points or this answer need a reason.',
  vi: 'Mức điểm hoặc câu trả lời này cần nêu lý do.',
  fix: 'Vui lòng ghi nhận xét cho tiêu chí.',
  fixEn: 'Say why in the comment.',
});

export const sheetFieldNotAllowed = defineError<{ criterionCode: string }>({
  code: 'SHEET_FIELD_NOT_ALLOWED',
  kind: 'VALIDATION',
  message: 'The criterion takes no such value.',
  vi: 'Tiêu chí này không nhận giá trị đó.',
  fix: 'Vui lòng tải lại phiếu chấm.',
  fixEn: 'Reload the sheet.',
});
