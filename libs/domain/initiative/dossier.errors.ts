import { defineError } from '@kit/errors';

/*
 * What can keep a dossier from being handed in. The same codes come in `Initiative.faults` while the authors write and in
 * the faults of VALIDATION_FAILED when they submit all the same; the path names the field of the dossier.
 */

export const fieldRequired = defineError({
  code: 'INITIATIVE_FIELD_REQUIRED',
  kind: 'VALIDATION',
  message: 'A field that the legal form asks for is empty.',
  vi: 'Mục bắt buộc của đơn còn để trống.',
  fix: 'Vui lòng nhập nội dung cho mục này.',
  fixEn: 'Fill in this field.',
});

export const titleLength = defineError<{ length: number; least: number; most: number }>({
  code: 'INITIATIVE_TITLE_LENGTH',
  kind: 'VALIDATION',
  message: 'The title is too short or too long to name the solution.',
  vi: 'Tên sáng kiến quá ngắn hoặc quá dài.',
  fix: 'Vui lòng đặt tên ngắn gọn, nêu rõ giải pháp và phạm vi áp dụng.',
  fixEn: 'Name the solution and its scope in a short title.',
});

export const authorUnconfirmed = defineError({
  code: 'INITIATIVE_AUTHOR_UNCONFIRMED',
  kind: 'VALIDATION',
  message: 'A co-author has not yet confirmed the share.',
  vi: 'Có đồng tác giả chưa xác nhận tỷ lệ đóng góp.',
  fix: 'Vui lòng nhắc đồng tác giả đăng nhập và xác nhận.',
  fixEn: 'Ask the co-author to sign in and confirm.',
});

export const authorDeclined = defineError({
  code: 'INITIATIVE_AUTHOR_DECLINED',
  kind: 'VALIDATION',
  message: 'A person named as co-author has declined.',
  vi: 'Có người được ghi là đồng tác giả nhưng đã từ chối.',
  fix: 'Vui lòng trao đổi lại, sau đó sửa tỷ lệ hoặc bỏ người này khỏi danh sách tác giả.',
  fixEn: 'Talk to the person, then change the shares or take the person off the list.',
});

export const authorIsAdopter = defineError({
  code: 'INITIATIVE_AUTHOR_IS_ADOPTER',
  kind: 'VALIDATION',
  message: 'An author is also listed as a first adopter.',
  vi: 'Tác giả không đồng thời là người tham gia áp dụng lần đầu.',
  fix: 'Vui lòng bỏ tác giả khỏi danh sách người tham gia áp dụng lần đầu.',
  fixEn: 'Take the author off the list of first adopters.',
});

export const firstAppliedInFuture = defineError<{ today: string }>({
  code: 'INITIATIVE_FIRST_APPLIED_IN_FUTURE',
  kind: 'VALIDATION',
  message: 'The first application lies in the future; only applied or tried solutions can be filed.',
  vi: 'Ngày áp dụng lần đầu nằm ở tương lai; chỉ giải pháp đã áp dụng hoặc áp dụng thử mới được nộp đơn.',
  fix: 'Vui lòng nhập đúng ngày đã áp dụng hoặc áp dụng thử.',
  fixEn: 'Enter the day on which it was really applied or tried.',
});

export const applicationInFuture = defineError<{ today: string }>({
  code: 'INITIATIVE_APPLICATION_IN_FUTURE',
  kind: 'VALIDATION',
  message: 'An application that is said to have begun lies in the future.',
  vi: 'Nơi áp dụng ghi là đã áp dụng nhưng ngày bắt đầu nằm ở tương lai.',
  fix: 'Vui lòng sửa ngày bắt đầu hoặc đổi trạng thái thành dự kiến áp dụng.',
  fixEn: 'Correct the first day, or mark the application as planned.',
});

export const appliedBeforeFirst = defineError<{ firstAppliedOn: string; appliedFrom: string }>({
  code: 'INITIATIVE_APPLIED_BEFORE_FIRST',
  kind: 'VALIDATION',
  message: 'An application began before the day given as the first application.',
  vi: 'Có nơi áp dụng bắt đầu trước ngày áp dụng lần đầu đã khai.',
  fix: 'Vui lòng sửa ngày áp dụng lần đầu thành ngày sớm nhất.',
  fixEn: 'Give the earliest day as the first application.',
});

/** Decree 13/2012: a request is filed within one year of the first application (INV-06). */
export const filedLate = defineError<{ lastDay: string }>({
  code: 'INITIATIVE_FILED_LATE',
  kind: 'VALIDATION',
  message: 'More time has passed since the first application than the rule allows for filing.',
  vi: 'Đã quá thời hạn nộp đơn tính từ ngày áp dụng lần đầu.',
  fix: 'Vui lòng kiểm tra lại ngày áp dụng lần đầu hoặc liên hệ cán bộ tiếp nhận.',
  fixEn: 'Check the day of the first application, or ask the intake officer.',
});

/** Decree 13/2012, Art. 3: an initiative has been applied or tried (INV-05). */
export const applicationRequired = defineError({
  code: 'INITIATIVE_APPLICATION_REQUIRED',
  kind: 'VALIDATION',
  message: 'No place is recorded where the solution was applied or tried.',
  vi: 'Chưa có nơi nào ghi nhận đã áp dụng hoặc áp dụng thử.',
  fix: 'Vui lòng thêm ít nhất một nơi đã áp dụng hoặc áp dụng thử.',
  fixEn: 'Add at least one place where it was applied or tried.',
});

export const evidenceNotReady = defineError<{ state: string }>({
  code: 'INITIATIVE_EVIDENCE_NOT_READY',
  kind: 'VALIDATION',
  message: 'An attached file is still being checked or was refused.',
  vi: 'Có tệp minh chứng chưa kiểm tra xong hoặc không được chấp nhận.',
  fix: 'Vui lòng chờ kiểm tra xong, hoặc gỡ tệp và tải lên tệp khác.',
  fixEn: 'Wait for the check, or remove the file and upload another one.',
});

export const declarationRequired = defineError({
  code: 'INITIATIVE_DECLARATION_REQUIRED',
  kind: 'VALIDATION',
  message: 'The undertaking that everything stated is true was not accepted.',
  vi: 'Chưa đánh dấu cam đoan thông tin trong đơn là trung thực.',
  fix: 'Vui lòng đọc và đánh dấu cam đoan trước khi nộp.',
  fixEn: 'Read and accept the undertaking before you submit.',
});

/** The rules on shares of `domain/shares.ts`. */
export const authorsEmpty = defineError({
  code: 'INITIATIVE_AUTHORS_EMPTY',
  kind: 'VALIDATION',
  message: 'An initiative has at least one author.',
  vi: 'Sáng kiến phải có ít nhất một tác giả.',
  fix: 'Vui lòng thêm tác giả.',
  fixEn: 'Add an author.',
});

export const authorTwice = defineError<{ firstIndex: number }>({
  code: 'INITIATIVE_AUTHOR_TWICE',
  kind: 'VALIDATION',
  message: 'A person is listed as author twice.',
  vi: 'Một người được ghi hai lần trong danh sách tác giả.',
  fix: 'Vui lòng bỏ dòng bị trùng.',
  fixEn: 'Remove the repeated line.',
});

export const shareOutOfRange = defineError<{ min: number; max: number }>({
  code: 'INITIATIVE_SHARE_OUT_OF_RANGE',
  kind: 'VALIDATION',
  message: 'A share lies between 0.01 % and 100 %.',
  vi: 'Tỷ lệ đóng góp phải từ 0,01 % đến 100 %.',
  fix: 'Vui lòng nhập lại tỷ lệ.',
  fixEn: 'Correct the share.',
});

export const shareBelowMinimum = defineError<{ minimumShareBp: number }>({
  code: 'INITIATIVE_SHARE_BELOW_MINIMUM',
  kind: 'VALIDATION',
  message: 'A share is below the minimum that the regulation sets for an author.',
  vi: 'Tỷ lệ đóng góp thấp hơn mức tối thiểu mà quy chế đặt ra cho một tác giả.',
  fix: 'Vui lòng điều chỉnh tỷ lệ, hoặc chuyển người này sang danh sách người tham gia áp dụng lần đầu.',
  fixEn: 'Change the shares, or list the person as a first adopter.',
});

export const sharesNot100 = defineError<{ sumBp: number; missingBp: number }>({
  code: 'INITIATIVE_SHARES_NOT_100',
  kind: 'VALIDATION',
  message: 'The shares of the authors do not add up to 100 %.',
  vi: 'Tổng tỷ lệ đóng góp của các tác giả chưa đúng 100 %.',
  fix: 'Vui lòng điều chỉnh để tổng bằng đúng 100 %.',
  fixEn: 'Change the shares so that they add up to exactly 100 %.',
});
