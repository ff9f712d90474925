import { defineError } from '@kit/errors';

export const sessionNotLocked = defineError({
  code: 'DECISION_SESSION_NOT_LOCKED',
  kind: 'CONFLICT',
  message: 'A decision is proposed from a locked session.',
  vi: 'Phiên họp chưa khóa kết quả nên chưa lập được dự thảo quyết định.',
  fix: 'Vui lòng đề nghị Chủ tịch Hội đồng khóa phiên trước.',
  fixEn: 'Ask the chair to lock the session first.',
});

export const decisionExists = defineError({
  code: 'DECISION_EXISTS',
  kind: 'CONFLICT',
  message: 'The session already has its decision.',
  vi: 'Phiên họp này đã có quyết định.',
  fix: 'Vui lòng mở quyết định đã lập.',
  fixEn: 'Open the decision that exists.',
});

export const nothingToDecide = defineError({
  code: 'DECISION_NOTHING_TO_DECIDE',
  kind: 'CONFLICT',
  message: 'The session has no result to decide on.',
  vi: 'Phiên họp không có kết quả nào cần quyết định.',
  fix: 'Các hồ sơ bị hoãn sẽ được xem xét ở phiên sau.',
  fixEn: 'Deferred items come to a later session.',
});

export const decisionIssued = defineError({
  code: 'DECISION_ISSUED',
  kind: 'CONFLICT',
  message: 'An issued decision does not change.',
  vi: 'Quyết định đã ban hành nên không sửa được.',
  fix: 'Nếu có sai sót, vui lòng ban hành quyết định đính chính.',
  fixEn: 'Issue a decision that corrects it.',
});

/** `undecided`: how many items still wait. */
export const decisionIncomplete = defineError<{ readonly undecided?: number }>({
  code: 'DECISION_INCOMPLETE',
  kind: 'CONFLICT',
  message: 'Every item is decided before the decision is issued.',
  vi: 'Còn sáng kiến chưa được quyết định.',
  fix: 'Vui lòng quyết định từng sáng kiến trước khi ban hành.',
  fixEn: 'Decide every item first.',
});

export const decisionDate = defineError({
  code: 'DECISION_DATE',
  kind: 'CONFLICT',
  message: 'A later number never has an earlier date.',
  vi: 'Ngày ban hành không hợp lệ so với quyết định liền trước.',
  fix: 'Vui lòng kiểm tra giờ của máy chủ và thử lại.',
  fixEn: 'Check the clock of the server and retry.',
});

export const decisionNumber = defineError({
  code: 'DECISION_NUMBER',
  kind: 'CONFLICT',
  message: 'Numbers have no gaps.',
  vi: 'Số quyết định không liên tục.',
  fix: 'Vui lòng thử lại; nếu vẫn lỗi hãy báo quản trị viên.',
  fixEn: 'Retry; tell the administrator if it happens again.',
});

/** Who created a solution does not decide on it. */
export const headIsAuthor = defineError({
  code: 'DECISION_HEAD_IS_AUTHOR',
  kind: 'FORBIDDEN',
  message: 'The head neither decides on an initiative of their own nor signs the decision on it.',
  vi: 'Thủ trưởng là tác giả nên không tự quyết định sáng kiến này và không ký quyết định này.',
  fix: 'Vui lòng để cấp phó ký thay (KT.) quyết định và ký.',
  fixEn: 'Let the deputy decide and sign.',
});

const fault = (code: string, message: string, vi: string, fix: string, fixEn: string) =>
  defineError({ code, kind: 'VALIDATION', message, vi, fix, fixEn });

export const decisionFaultErrors = [
  fault('DECISION_DEVIATION_NEEDS_REASON', 'A decision against the council’s advice needs a written reason.',
    'Quyết định khác ý kiến Hội đồng cần có lý do bằng văn bản.', 'Vui lòng ghi rõ lý do.', 'Write the reason.'),
  fault('DECISION_REFUSAL_NEEDS_REASON', 'A refusal names a legal ground and says why.',
    'Từ chối công nhận cần ít nhất một căn cứ và phần giải thích.', 'Vui lòng chọn căn cứ và ghi lý do.', 'Choose a ground and write the reason.'),
  fault('DECISION_REFUSAL_REASON_UNKNOWN', 'The ground is not on the legal list.',
    'Căn cứ từ chối không có trong danh mục.', 'Vui lòng chọn lại căn cứ.', 'Choose a ground of the list.'),
  fault('DECISION_REASONS_ONLY_FOR_REFUSAL', 'Only a refusal has grounds of refusal.',
    'Chỉ khi từ chối mới chọn căn cứ từ chối.', 'Vui lòng bỏ chọn các căn cứ.', 'Remove the grounds.'),
  fault('DECISION_EFFECTIVENESS_NEEDS_RECOGNITION', 'Effectiveness is recognised only with the initiative.',
    'Chỉ công nhận hiệu quả áp dụng khi sáng kiến được công nhận.', 'Vui lòng chọn lại.', 'Choose again.'),
  fault('DECISION_NOT_APPLIED', 'An initiative is recognised only after it was applied or tried.',
    'Sáng kiến chưa có hồ sơ áp dụng hoặc áp dụng thử nên chưa công nhận được.', 'Vui lòng chờ đơn vị áp dụng hoặc từ chối có lý do.', 'Wait for its application, or refuse with a reason.'),
];
