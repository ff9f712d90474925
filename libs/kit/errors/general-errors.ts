import { defineError, type ErrorFactory } from './catalogue.js';

/** For errors whose answer must be the same bytes whatever the reason. */
export type NoDetails = Readonly<Record<string, never>>;

/** Missing and not-for-you are one answer, so that nobody can probe for ids. */
export const notFound: ErrorFactory<NoDetails> = defineError<NoDetails>({
  code: 'NOT_FOUND',
  kind: 'NOT_FOUND',
  message: 'There is no such object, or you may not see it.',
  vi: 'Không tìm thấy nội dung này, hoặc bạn không có quyền xem.',
  fix: 'Vui lòng kiểm tra lại đường dẫn hoặc liên hệ cán bộ phụ trách.',
  fixEn: 'Check the address or ask the officer in charge.',
});

export const unauthenticated: ErrorFactory<NoDetails> = defineError<NoDetails>({
  code: 'UNAUTHENTICATED',
  kind: 'UNAUTHENTICATED',
  message: 'You are not signed in, or your session has ended.',
  vi: 'Bạn chưa đăng nhập hoặc phiên làm việc đã kết thúc.',
  fix: 'Vui lòng đăng nhập lại.',
  fixEn: 'Sign in again.',
});

export const forbidden: ErrorFactory<NoDetails> = defineError<NoDetails>({
  code: 'FORBIDDEN',
  kind: 'FORBIDDEN',
  message: 'You may see this object but not do this with it.',
  vi: 'Bạn không có quyền thực hiện thao tác này.',
  fix: 'Vui lòng liên hệ quản trị viên nếu bạn cho rằng đây là nhầm lẫn.',
  fixEn: 'Ask an administrator if you think this is a mistake.',
});

/** `current` is the revision now stored; the client reloads, merges and tries again. */
export const revisionConflict: ErrorFactory<{ readonly current: number }> = defineError<{ readonly current: number }>({
  code: 'REVISION_CONFLICT',
  kind: 'CONFLICT',
  message: 'Somebody else has changed this since you opened it.',
  vi: 'Nội dung này vừa được người khác thay đổi sau khi bạn mở.',
  fix: 'Vui lòng tải lại, đối chiếu rồi lưu lại phần của bạn.',
  fixEn: 'Reload, compare, and save your part again.',
});

export const invalidInput: ErrorFactory = defineError({
  code: 'INVALID_INPUT',
  kind: 'VALIDATION',
  message: 'A value of the input is not acceptable.',
  vi: 'Dữ liệu gửi lên có giá trị không hợp lệ.',
  fix: 'Vui lòng kiểm tra lại ô được đánh dấu.',
  fixEn: 'Check the marked field.',
});

export const invalidText: ErrorFactory = defineError({
  code: 'INVALID_TEXT',
  kind: 'VALIDATION',
  message: 'The text contains characters that cannot be stored.',
  vi: 'Văn bản có ký tự không lưu trữ được.',
  fix: 'Vui lòng xoá các ký tự lạ (thường do sao chép từ tệp hỏng) rồi thử lại.',
  fixEn: 'Remove the odd characters (often copied from a damaged file) and try again.',
});

export const limitExceeded: ErrorFactory = defineError({
  code: 'LIMIT_EXCEEDED',
  kind: 'LIMIT',
  message: 'A limit of the platform was reached.',
  vi: 'Đã vượt quá giới hạn cho phép.',
  fix: 'Vui lòng chờ ít phút rồi thử lại.',
  fixEn: 'Wait a few minutes and try again.',
});

/** A dependency is down or overloaded; nothing was done, so trying again is safe. */
export const unavailable: ErrorFactory = defineError({
  code: 'UNAVAILABLE',
  kind: 'UNAVAILABLE',
  message: 'The service is busy or partly down; nothing was changed.',
  vi: 'Hệ thống đang bận hoặc tạm gián đoạn; chưa có gì bị thay đổi.',
  fix: 'Vui lòng thử lại sau ít phút.',
  fixEn: 'Try again in a few minutes.',
});

/** The connection broke while a commit was under way: whether it happened must be looked up, not assumed. */
export const outcomeUnknown: ErrorFactory = defineError({
  code: 'OUTCOME_UNKNOWN',
  kind: 'UNAVAILABLE',
  message: 'The connection was lost while saving; the change may or may not have been made.',
  vi: 'Mất kết nối đúng lúc đang lưu; thao tác có thể đã được ghi nhận hoặc chưa.',
  fix: 'Vui lòng tải lại trang để kiểm tra trước khi làm lại.',
  fixEn: 'Reload to see whether it was saved before you try again.',
});
