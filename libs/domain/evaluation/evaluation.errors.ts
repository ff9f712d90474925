import { defineError } from '@kit/errors';

export const councilTwice = defineError({
  code: 'COUNCIL_MEMBER_TWICE',
  kind: 'VALIDATION',
  message: 'A person is named twice; chair and secretary are two people (INV-13).',
  vi: 'Một người được ghi tên hai lần trong Hội đồng.',
  fix: 'Vui lòng bỏ dòng bị trùng; Chủ tịch và Thư ký phải là hai người khác nhau.',
  fixEn: 'Remove the repeated line; chair and secretary are two people.',
});

export const councilNeedsOneChair = defineError<{ count: number }>({
  code: 'COUNCIL_NEEDS_ONE_CHAIR',
  kind: 'VALIDATION',
  message: 'A council has exactly one chair (INV-13).',
  vi: 'Hội đồng phải có đúng một Chủ tịch.',
  fix: 'Vui lòng chọn đúng một người giữ vai trò Chủ tịch.',
  fixEn: 'Give exactly one person the role of chair.',
});

export const councilNeedsOneSecretary = defineError<{ count: number }>({
  code: 'COUNCIL_NEEDS_ONE_SECRETARY',
  kind: 'VALIDATION',
  message: 'A council has exactly one secretary (INV-13).',
  vi: 'Hội đồng phải có đúng một Thư ký.',
  fix: 'Vui lòng chọn đúng một người giữ vai trò Ủy viên thư ký.',
  fixEn: 'Give exactly one person the role of secretary.',
});

export const councilTooSmall = defineError<{ voting: number; least: number }>({
  code: 'COUNCIL_TOO_SMALL',
  kind: 'VALIDATION',
  message: 'A council has at least three voting members (INV-13).',
  vi: 'Hội đồng cần ít nhất ba thành viên có quyền chấm điểm, biểu quyết.',
  fix: 'Vui lòng bổ sung thành viên.',
  fixEn: 'Add members.',
});

export const councilChairVotes = defineError({
  code: 'COUNCIL_CHAIR_VOTES',
  kind: 'VALIDATION',
  message: 'The chair of a council is a voting member.',
  vi: 'Chủ tịch Hội đồng phải là thành viên có quyền chấm điểm, biểu quyết.',
  fix: 'Vui lòng đánh dấu quyền biểu quyết cho Chủ tịch.',
  fixEn: 'Make the chair a voting member.',
});

export const councilTermReversed = defineError({
  code: 'COUNCIL_TERM_REVERSED',
  kind: 'VALIDATION',
  message: 'The term ends before it begins.',
  vi: 'Ngày kết thúc nhiệm kỳ trước ngày bắt đầu.',
  fix: 'Vui lòng kiểm tra lại hai ngày.',
  fixEn: 'Check both days.',
});

export const councilNotInForce = defineError<{ termFrom: string; termTo: string }>({
  code: 'COUNCIL_NOT_IN_FORCE',
  kind: 'CONFLICT',
  message: 'The term of the council does not cover today, or its chair, secretary or voting members are missing (INV-13).',
  vi: 'Hội đồng chưa đến hoặc đã hết nhiệm kỳ, hoặc thiếu Chủ tịch, Thư ký, thành viên biểu quyết.',
  fix: 'Vui lòng thành lập hoặc kiện toàn Hội đồng rồi lập phiên họp mới.',
  fixEn: 'Establish or complete a council, then create a new session.',
});

/** What the state allows is told by `EvaluationSession.actions`. */
export const sessionWrongState = defineError<{ state: string }>({
  code: 'SESSION_WRONG_STATE',
  kind: 'CONFLICT',
  message: 'The session is at a stage where this cannot be done.',
  vi: 'Phiên họp đang ở bước không thực hiện được thao tác này.',
  fix: 'Vui lòng tải lại trang để xem tình trạng mới nhất.',
  fixEn: 'Reload the page to see where the session stands.',
});

export const sessionLocked = defineError({
  code: 'SESSION_LOCKED',
  kind: 'CONFLICT',
  message: 'This part of the session is closed and does not change (INV-24).',
  vi: 'Nội dung này của phiên họp đã chốt, không thay đổi được nữa.',
  fix: 'Nếu có sai sót, vui lòng lập phiên họp bổ sung.',
  fixEn: 'A mistake is corrected in a supplementary session.',
});

/** The last guard of INV-15, asked by the database. */
export const sessionRulesFixed = defineError({
  code: 'SESSION_RULES_FIXED',
  kind: 'CONFLICT',
  message: 'The rules and members of a session are fixed when scoring opens (INV-15).',
  vi: 'Quy chế và thành viên của phiên họp đã cố định khi mở chấm điểm.',
  fix: 'Quy chế mới chỉ áp dụng cho các phiên họp sau.',
  fixEn: 'A new regulation applies to later sessions.',
});

export const sessionCampaignUnfit = defineError<{ state: string }>({
  code: 'SESSION_CAMPAIGN_UNFIT',
  kind: 'CONFLICT',
  message: 'The campaign has not opened yet, or is finished.',
  vi: 'Đợt xét chưa mở hoặc đã kết thúc.',
  fix: 'Vui lòng chọn đợt xét khác.',
  fixEn: 'Choose another campaign.',
});

export const sessionDueDatePassed = defineError({
  code: 'SESSION_DUE_DATE_PASSED',
  kind: 'VALIDATION',
  message: 'The last day for sheets lies in the past.',
  vi: 'Hạn nộp phiếu chấm đã qua.',
  fix: 'Vui lòng chọn hạn từ hôm nay trở đi.',
  fixEn: 'Choose today or a later day.',
});

export const agendaEmpty = defineError({
  code: 'AGENDA_EMPTY',
  kind: 'CONFLICT',
  message: 'The session has no initiative on its agenda.',
  vi: 'Phiên họp chưa có hồ sơ nào trong chương trình.',
  fix: 'Vui lòng đưa hồ sơ vào chương trình họp trước.',
  fixEn: 'Put initiatives on the agenda first.',
});

export const agendaTwice = defineError({
  code: 'AGENDA_INITIATIVE_TWICE',
  kind: 'VALIDATION',
  message: 'An initiative is on the agenda twice.',
  vi: 'Một hồ sơ được chọn hai lần.',
  fix: 'Vui lòng bỏ dòng bị trùng.',
  fixEn: 'Remove the repeated line.',
});

/** Not accepted, withdrawn, or of another campaign. */
export const agendaNotReady = defineError({
  code: 'AGENDA_INITIATIVE_NOT_READY',
  kind: 'CONFLICT',
  message: 'The initiative is not accepted in this campaign, or is already judged.',
  vi: 'Hồ sơ chưa được chấp nhận trong đợt xét này, đã rút hoặc đã được đánh giá.',
  fix: 'Vui lòng bỏ hồ sơ này khỏi chương trình họp.',
  fixEn: 'Take it off the agenda.',
});

export const agendaTaken = defineError({
  code: 'AGENDA_INITIATIVE_TAKEN',
  kind: 'CONFLICT',
  message: 'The initiative is on the agenda of another session that is not finished.',
  vi: 'Hồ sơ đang nằm trong chương trình của một phiên họp khác chưa kết thúc.',
  fix: 'Vui lòng bỏ hồ sơ này, hoặc bỏ khỏi phiên họp kia trước.',
  fixEn: 'Leave it out, or take it off the other agenda first.',
});

/** Sheets are saved and submitted only while the session scores. */
export const scoringClosed = defineError<{ state: string }>({
  code: 'SCORING_CLOSED',
  kind: 'CONFLICT',
  message: 'Scoring is closed; sheets no longer change (INV-24).',
  vi: 'Phiên chấm điểm đã kết thúc, phiếu chấm không thay đổi được nữa.',
  fix: 'Vui lòng liên hệ Thư ký Hội đồng.',
  fixEn: 'Ask the secretary of the council.',
});

export const scoringNotOpen = defineError({
  code: 'SCORING_NOT_OPEN',
  kind: 'CONFLICT',
  message: 'Scoring has not opened yet.',
  vi: 'Phiên họp chưa mở chấm điểm.',
  fix: 'Vui lòng chờ Thư ký Hội đồng mở chấm điểm.',
  fixEn: 'Wait until the secretary opens scoring.',
});

/** The last guard of INV-11, asked by the database. */
export const recused = defineError({
  code: 'RECUSED',
  kind: 'CONFLICT',
  message: 'A recused member does not score the item (INV-11).',
  vi: 'Thành viên có xung đột lợi ích không chấm hồ sơ này.',
  fix: 'Vui lòng chuyển sang hồ sơ khác.',
  fixEn: 'Go on with another item.',
});

/** The last guard of INV-15, asked by the database. */
export const notAScorer = defineError({
  code: 'NOT_A_SCORER',
  kind: 'CONFLICT',
  message: 'Only voting members of the session score.',
  vi: 'Chỉ thành viên có quyền biểu quyết của phiên họp mới chấm điểm.',
  fix: 'Vui lòng liên hệ Thư ký Hội đồng.',
  fixEn: 'Ask the secretary of the council.',
});

export const sheetSubmitted = defineError({
  code: 'SHEET_SUBMITTED',
  kind: 'CONFLICT',
  message: 'The sheet is submitted; take it back before you change it.',
  vi: 'Phiếu chấm đã nộp.',
  fix: 'Vui lòng mở lại phiếu trước khi sửa.',
  fixEn: 'Reopen the sheet first.',
});

export const sheetNotSubmitted = defineError({
  code: 'SHEET_NOT_SUBMITTED',
  kind: 'CONFLICT',
  message: 'There is no submitted sheet to take back.',
  vi: 'Không có phiếu chấm đã nộp để mở lại.',
  fix: 'Vui lòng tải lại trang.',
  fixEn: 'Reload the page.',
});

/** The member was recused after beginning the sheet. */
export const sheetVoid = defineError({
  code: 'SHEET_VOID',
  kind: 'CONFLICT',
  message: 'The sheet is void because its member was recused.',
  vi: 'Phiếu chấm đã bị hủy do thành viên có xung đột lợi ích.',
  fix: 'Vui lòng chuyển sang hồ sơ khác.',
  fixEn: 'Go on with another item.',
});

/** Asked by the withdrawal of an initiative. */
export const withdrawalDuringEvaluation = defineError({
  code: 'WITHDRAWAL_DURING_EVALUATION',
  kind: 'CONFLICT',
  message: 'The council is judging the initiative; it can no longer be withdrawn before the decision.',
  vi: 'Hội đồng đang đánh giá sáng kiến này nên chưa thể rút hồ sơ.',
  fix: 'Vui lòng liên hệ Thư ký Hội đồng.',
  fixEn: 'Ask the secretary of the council.',
});
