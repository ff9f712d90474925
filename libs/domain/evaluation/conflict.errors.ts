import { defineError } from '@kit/errors';

/** Asked before a sheet is written, and by the database (INV-11). */
export const conflictUndecided = defineError({
  code: 'CONFLICT_UNDECIDED',
  kind: 'CONFLICT',
  message: 'An interest of the member in this item has not been decided about.',
  vi: 'Thành viên có thể có xung đột lợi ích với hồ sơ này và chưa có quyết định.',
  fix: 'Vui lòng khai báo nếu có xung đột, hoặc chờ Chủ tịch Hội đồng quyết định.',
  fixEn: 'Declare the conflict if there is one, or wait for the decision of the chair.',
});

/** Also the last guard of the database. */
export const conflictCannotBeAllowed = defineError({
  code: 'CONFLICT_CANNOT_BE_ALLOWED',
  kind: 'CONFLICT',
  message: 'Authors, first adopters, the nearest kin and whom the regulation bars never judge the item (INV-11).',
  vi: 'Tác giả, người tham gia áp dụng lần đầu, người thân thích và trường hợp quy chế cấm không được đánh giá hồ sơ.',
  fix: 'Vui lòng để thành viên không tham gia hồ sơ này; có thể bổ sung thành viên thay thế.',
  fixEn: 'Leave the member out of this item; a replacement can be appointed.',
});

export const conflictReasonRequired = defineError({
  code: 'CONFLICT_REASON_REQUIRED',
  kind: 'VALIDATION',
  message: 'Allowing a member to score in spite of an interest needs a reason.',
  vi: 'Chưa nêu lý do cho phép thành viên có liên quan tham gia đánh giá.',
  fix: 'Vui lòng ghi lý do.',
  fixEn: 'Give the reason.',
});

/** One's own conflict, the chair's for a deputy, and items in which the viewer has an interest too. */
export const conflictNotYours = defineError({
  code: 'CONFLICT_NOT_YOURS',
  kind: 'FORBIDDEN',
  message: 'The chair decides about conflicts of members, the head about those of the chair, and nobody about their own.',
  vi: 'Bạn không có thẩm quyền quyết định xung đột lợi ích này.',
  fix: 'Chủ tịch Hội đồng quyết định đối với thành viên; người đứng đầu cơ quan quyết định đối với Chủ tịch Hội đồng.',
  fixEn: 'The chair decides about members, the head of the authority about the chair.',
});

/** An objection is written down by somebody whom it does not concern. */
export const objectionToOneself = defineError({
  code: 'OBJECTION_TO_ONESELF',
  kind: 'FORBIDDEN',
  message: 'An objection is recorded by an officer whom it does not concern.',
  vi: 'Cán bộ có liên quan không được tự ghi nhận kiến nghị này.',
  fix: 'Vui lòng chuyển cho cán bộ khác ghi nhận.',
  fixEn: 'Let another officer record it.',
});

export const presiderNotNeeded = defineError({
  code: 'PRESIDER_NOT_NEEDED',
  kind: 'CONFLICT',
  message: 'The chair or a deputy presides over the item.',
  vi: 'Chủ tịch hoặc Phó Chủ tịch Hội đồng chủ trì được hồ sơ này.',
  fix: 'Không cần chọn người chủ trì.',
  fixEn: 'Nobody has to be chosen.',
});

export const presiderUnfit = defineError({
  code: 'PRESIDER_UNFIT',
  kind: 'VALIDATION',
  message: 'Only a voting member of the session without an interest in the item presides over it.',
  vi: 'Người chủ trì phải là thành viên có quyền biểu quyết của phiên họp và không có xung đột lợi ích với hồ sơ.',
  fix: 'Vui lòng chọn thành viên khác.',
  fixEn: 'Choose another member.',
});

/** INV-12. */
export const headAuthorOnCouncil = defineError({
  code: 'AGENDA_HEAD_IS_AUTHOR',
  kind: 'CONFLICT',
  message: 'A State-funded initiative of the head is not judged by a council on which the head sits (INV-12).',
  vi: 'Người đứng đầu là tác giả của sáng kiến được Nhà nước đầu tư nên không được tham gia Hội đồng đánh giá.',
  fix: 'Vui lòng thay thế người đứng đầu trong Hội đồng hoặc giao Hội đồng khác đánh giá.',
  fixEn: 'Replace the head on the council, or let another council judge it.',
});

export const replacementTooEarly = defineError<{ earliest: string }>({
  code: 'COUNCIL_REPLACEMENT_TOO_EARLY',
  kind: 'VALIDATION',
  message: 'A replacement begins today or later, after the first day of the member replaced, and within the term.',
  vi: 'Ngày thay thế phải từ hôm nay trở đi, sau ngày bắt đầu của thành viên được thay và trong nhiệm kỳ.',
  fix: 'Vui lòng chọn ngày khác.',
  fixEn: 'Choose another day.',
});

export const memberHasLeft = defineError({
  code: 'COUNCIL_MEMBER_HAS_LEFT',
  kind: 'CONFLICT',
  message: 'The member has been replaced or has left already.',
  vi: 'Thành viên này đã được thay thế hoặc đã thôi tham gia Hội đồng.',
  fix: 'Vui lòng tải lại trang.',
  fixEn: 'Reload the page.',
});
