import { defineError } from '@kit/errors';

export const assignmentNotUsed = defineError({
  code: 'ASSIGNMENT_NOT_USED',
  kind: 'CONFLICT',
  message: 'The regulation has every member score every item; there is nothing to assign.',
  vi: 'Theo quy chế, mọi thành viên chấm mọi hồ sơ nên không cần phân công.',
  fix: 'Nếu muốn phân công, vui lòng quy định số phiếu cho mỗi hồ sơ trong quy chế.',
  fixEn: 'To assign members, let the regulation say how many sheets an item has.',
});

export const assignmentTwice = defineError({
  code: 'ASSIGNMENT_TWICE',
  kind: 'VALIDATION',
  message: 'An item, or a member of an item, is named twice.',
  vi: 'Một hồ sơ, hoặc một thành viên của cùng hồ sơ, được ghi hai lần.',
  fix: 'Vui lòng bỏ dòng bị trùng.',
  fixEn: 'Remove the repeated line.',
});

export const assignmentRecused = defineError({
  code: 'ASSIGNMENT_RECUSED',
  kind: 'VALIDATION',
  message: 'The member is recused from the item and cannot be assigned to it (INV-11).',
  vi: 'Thành viên này có xung đột lợi ích với hồ sơ nên không được phân công.',
  fix: 'Vui lòng chọn thành viên khác.',
  fixEn: 'Choose another member.',
});

export const assignmentTooMany = defineError<{ most: number }>({
  code: 'ASSIGNMENT_TOO_MANY',
  kind: 'VALIDATION',
  message: 'An item has more members than the regulation gives it sheets.',
  vi: 'Hồ sơ có nhiều thành viên chấm hơn số phiếu theo quy chế.',
  fix: 'Vui lòng bớt thành viên.',
  fixEn: 'Take members off the item.',
});

/** Fewer members than the regulation asks for, although more could score; or more than it allows. */
export const assignmentNotReady = defineError<{ assigned: number; needed: number }>({
  code: 'ASSIGNMENT_NOT_READY',
  kind: 'CONFLICT',
  message: 'The item does not have the number of members that the regulation asks for.',
  vi: 'Hồ sơ chưa đủ, hoặc thừa, thành viên chấm theo quy chế.',
  fix: 'Vui lòng đề xuất và áp dụng phân công trước khi mở chấm điểm.',
  fixEn: 'Propose and apply an assignment before you open scoring.',
});

export const assignmentFixed = defineError({
  code: 'ASSIGNMENT_FIXED',
  kind: 'CONFLICT',
  message: 'The assignment is fixed when scoring opens; while members score, only missing ones are added.',
  vi: 'Phân công đã cố định khi mở chấm điểm; sau đó chỉ bổ sung thành viên cho hồ sơ còn thiếu.',
  fix: 'Vui lòng chỉ bổ sung thành viên cho hồ sơ còn thiếu.',
  fixEn: 'Only add members where some are missing.',
});

export const assignmentNothingToUndo = defineError({
  code: 'ASSIGNMENT_NOTHING_TO_UNDO',
  kind: 'CONFLICT',
  message: 'No applied assignment is left to undo.',
  vi: 'Không còn lần phân công nào để hoàn tác.',
  fix: 'Vui lòng tải lại trang.',
  fixEn: 'Reload the page.',
});

/** The last guard, asked by the database. */
export const notAssigned = defineError({
  code: 'NOT_ASSIGNED',
  kind: 'CONFLICT',
  message: 'Other members are assigned to score the item.',
  vi: 'Hồ sơ này được phân công cho thành viên khác chấm.',
  fix: 'Vui lòng chuyển sang hồ sơ khác.',
  fixEn: 'Go on with another item.',
});
