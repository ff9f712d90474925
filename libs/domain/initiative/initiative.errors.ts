import { defineError } from '@kit/errors';

/** A submitted text stays as handed in; it changes only while a supplement is asked for (INV-07). */
export const initiativeFixed = defineError({
  code: 'INITIATIVE_FIXED',
  kind: 'CONFLICT',
  message: 'A submitted initiative cannot be changed.',
  vi: 'Hồ sơ đã nộp nên không sửa được nữa.',
  fix: 'Vui lòng tải lại trang để xem tình trạng mới nhất.',
  fixEn: 'Reload the page to see where the dossier stands.',
});

/** The last guard of INV-01 and INV-03, asked by the database at the commit. */
export const authorsIncomplete = defineError({
  code: 'INITIATIVE_AUTHORS_INCOMPLETE',
  kind: 'CONFLICT',
  message: 'The authors’ shares are not 100 %, or an author has not confirmed.',
  vi: 'Tổng tỷ lệ đóng góp chưa đủ 100 % hoặc còn tác giả chưa xác nhận.',
  fix: 'Vui lòng kiểm tra lại mục Tác giả.',
  fixEn: 'Check the authors.',
});

export const wrongState = defineError<{ state: string }>({
  code: 'INITIATIVE_WRONG_STATE',
  kind: 'CONFLICT',
  message: 'The initiative is at a stage where this cannot be done.',
  vi: 'Hồ sơ đang ở bước không thực hiện được thao tác này.',
  fix: 'Vui lòng tải lại trang để xem tình trạng mới nhất.',
  fixEn: 'Reload the page to see where the dossier stands.',
});

export const supplementAlreadyRequested = defineError({
  code: 'SUPPLEMENT_ALREADY_REQUESTED',
  kind: 'CONFLICT',
  message: 'The dossier was returned once already; it can only be accepted or refused now.',
  vi: 'Hồ sơ đã được yêu cầu bổ sung một lần; chỉ có thể chấp nhận hoặc từ chối.',
  fix: 'Vui lòng chấp nhận đơn, hoặc từ chối với lý do theo quy định.',
  fixEn: 'Accept it, or refuse it on a legal ground.',
});

export const supplementOverdue = defineError<{ dueOn: string }>({
  code: 'SUPPLEMENT_OVERDUE',
  kind: 'CONFLICT',
  message: 'The period for the supplement is over.',
  vi: 'Đã quá thời hạn bổ sung hồ sơ.',
  fix: 'Vui lòng liên hệ cán bộ tiếp nhận.',
  fixEn: 'Ask the intake officer.',
});

export const supplementNotOverdue = defineError<{ dueOn: string }>({
  code: 'SUPPLEMENT_NOT_OVERDUE',
  kind: 'CONFLICT',
  message: 'The authors still have time for the supplement.',
  vi: 'Tác giả vẫn còn thời hạn bổ sung hồ sơ.',
  fix: 'Vui lòng chờ hết thời hạn bổ sung.',
  fixEn: 'Wait until the period is over.',
});

export const applicationRunning = defineError<{ endsOn: string }>({
  code: 'INITIATIVE_FIRST_APPLICATION_RUNNING',
  kind: 'CONFLICT',
  message: 'The first application is not over yet.',
  vi: 'Việc áp dụng lần đầu chưa kết thúc.',
  fix: 'Vui lòng chờ đến khi kết thúc áp dụng lần đầu.',
  fixEn: 'Wait until the first application is over.',
});

export const applicationOver = defineError({
  code: 'INITIATIVE_FIRST_APPLICATION_OVER',
  kind: 'CONFLICT',
  message: 'The first application is over; there is nothing to wait for.',
  vi: 'Việc áp dụng lần đầu đã kết thúc.',
  fix: 'Vui lòng tải lại trang.',
  fixEn: 'Reload the page.',
});

/** The officer judged a version that is no longer the newest. */
export const versionOutdated = defineError<{ current: number }>({
  code: 'INITIATIVE_VERSION_OUTDATED',
  kind: 'CONFLICT',
  message: 'The authors have handed in a newer version.',
  vi: 'Tác giả đã nộp phiên bản mới hơn phiên bản bạn đang xem.',
  fix: 'Vui lòng tải lại và kiểm tra phiên bản mới.',
  fixEn: 'Reload and check the new version.',
});

export const reasonUnknown = defineError<{ code: string }>({
  code: 'INITIATIVE_REASON_UNKNOWN',
  kind: 'VALIDATION',
  message: 'The reason is not in the list for this kind of answer.',
  vi: 'Lý do không có trong danh mục dùng cho loại kết quả này.',
  fix: 'Vui lòng chọn lý do trong danh mục.',
  fixEn: 'Pick a reason of the list.',
});

export const reasonUnfit = defineError<{ code: string }>({
  code: 'INITIATIVE_REASON_UNFIT',
  kind: 'VALIDATION',
  message: 'The ground does not fit this dossier.',
  vi: 'Lý do này không đúng với tình trạng của hồ sơ.',
  fix: 'Vui lòng chọn lý do khác.',
  fixEn: 'Pick another ground.',
});

/** The share that the author saw differs from the stored one: consent is to a number (INV-03). */
export const shareChanged = defineError<{ shareBp: number }>({
  code: 'AUTHORSHIP_SHARE_CHANGED',
  kind: 'CONFLICT',
  message: 'Your share has changed since you looked at it.',
  vi: 'Tỷ lệ đóng góp của bạn vừa được thay đổi.',
  fix: 'Vui lòng xem tỷ lệ mới rồi xác nhận lại.',
  fixEn: 'Look at the new share and confirm again.',
});

export const leadCannotDecline = defineError({
  code: 'AUTHORSHIP_LEAD_CANNOT_DECLINE',
  kind: 'CONFLICT',
  message: 'The lead author cannot decline; the draft can be withdrawn or handed to another lead.',
  vi: 'Tác giả chính không thể từ chối; có thể rút hồ sơ hoặc chuyển cho tác giả chính khác.',
  fix: 'Vui lòng rút hồ sơ hoặc đổi tác giả chính.',
  fixEn: 'Withdraw the draft, or make somebody else the lead.',
});

/** INV-10: one solution is under evaluation once in a ward. */
export const duplicateInvalid = defineError({
  code: 'INITIATIVE_DUPLICATE_INVALID',
  kind: 'VALIDATION',
  message: 'An initiative cannot be a duplicate of itself or of its own duplicate.',
  vi: 'Hồ sơ không thể trùng với chính nó hoặc với hồ sơ đã được ghi là trùng với nó.',
  fix: 'Vui lòng chọn đúng hồ sơ gốc.',
  fixEn: 'Pick the original.',
});

export const decimalInvalid = defineError({
  code: 'INVALID_DECIMAL',
  kind: 'VALIDATION',
  message: 'This is not a number with at most 16 digits before and 4 after the decimal mark.',
  vi: 'Giá trị không phải số, hoặc có quá nhiều chữ số (tối đa 16 chữ số nguyên và 4 chữ số thập phân).',
  fix: 'Vui lòng nhập số dạng 12,5 hoặc 12.5, không dùng dấu phân cách hàng nghìn.',
  fixEn: 'Write it as 12,5 or 12.5, without thousands separators.',
});

export const datesReversed = defineError({
  code: 'INITIATIVE_DATES_REVERSED',
  kind: 'VALIDATION',
  message: 'The last day lies before the first day.',
  vi: 'Ngày kết thúc trước ngày bắt đầu.',
  fix: 'Vui lòng kiểm tra lại hai ngày.',
  fixEn: 'Check both days.',
});

export const benefitAmountUnfit = defineError({
  code: 'INITIATIVE_BENEFIT_AMOUNT_UNFIT',
  kind: 'VALIDATION',
  message: 'A benefit has an amount exactly when it was counted or estimated.',
  vi: 'Chỉ nhập số tiền làm lợi khi lợi ích được tính toán hoặc ước tính, và khi đó bắt buộc phải nhập.',
  fix: 'Vui lòng nhập số tiền, hoặc chọn không tính được thành tiền.',
  fixEn: 'Enter the amount, or choose that it cannot be counted.',
});

export const firstRecordTwice = defineError({
  code: 'INITIATIVE_FIRST_RECORD_TWICE',
  kind: 'VALIDATION',
  message: 'Only one place can be the first where the solution was applied.',
  vi: 'Chỉ một nơi được đánh dấu là nơi áp dụng lần đầu.',
  fix: 'Vui lòng bỏ đánh dấu ở các nơi còn lại.',
  fixEn: 'Unmark the others.',
});

export const adopterTwice = defineError({
  code: 'INITIATIVE_ADOPTER_TWICE',
  kind: 'VALIDATION',
  message: 'A person is listed as first adopter twice.',
  vi: 'Một người được liệt kê hai lần trong danh sách người tham gia áp dụng lần đầu.',
  fix: 'Vui lòng bỏ dòng bị trùng.',
  fixEn: 'Remove the repeated line.',
});

export const fileUnusable = defineError<{ state: string }>({
  code: 'ATTACHMENT_FILE_UNUSABLE',
  kind: 'CONFLICT',
  message: 'The file has not arrived, has expired or was refused.',
  vi: 'Tệp chưa tải lên xong, đã hết hạn hoặc không được chấp nhận.',
  fix: 'Vui lòng tải tệp lên lại.',
  fixEn: 'Upload the file again.',
});

export const fileTwice = defineError({
  code: 'ATTACHMENT_FILE_TWICE',
  kind: 'CONFLICT',
  message: 'The file is attached to this initiative already.',
  vi: 'Tệp này đã được đính kèm vào hồ sơ.',
  fix: 'Vui lòng chọn tệp khác hoặc sửa tệp đã đính kèm.',
  fixEn: 'Choose another file, or change the attachment that is there.',
});

export const sectionUnsupported = defineError({
  code: 'ATTACHMENT_SECTION_UNSUPPORTED',
  kind: 'VALIDATION',
  message: 'This part of the form is not proved by evidence.',
  vi: 'Mục này không cần minh chứng.',
  fix: 'Vui lòng chọn mục mà tệp chứng minh.',
  fixEn: 'Choose the part that the file proves.',
});

export const applicationConfirmed = defineError({
  code: 'APPLICATION_ALREADY_CONFIRMED',
  kind: 'CONFLICT',
  message: 'The application was confirmed already.',
  vi: 'Việc áp dụng này đã được xác nhận.',
  fix: 'Vui lòng tải lại trang.',
  fixEn: 'Reload the page.',
});

/** INV-10, kept by the database. */
export const duplicateUnderEvaluation = defineError({
  code: 'INITIATIVE_DUPLICATE_UNDER_EVALUATION',
  kind: 'CONFLICT',
  message: 'The same solution is under evaluation already.',
  vi: 'Giải pháp này đang được đánh giá trong một hồ sơ khác.',
  fix: 'Vui lòng bỏ hồ sơ trùng khỏi chương trình phiên họp.',
  fixEn: 'Take the duplicate off the agenda.',
});
