import { defineError, type ErrorFactory } from '@kit/errors';

/** The faults that the shape of an input can have, before any rule of a feature is asked. */
export const FAULTS = {
  REQUIRED: fault('REQUIRED', 'A required value is missing.', 'Mục này bắt buộc phải nhập.'),
  INVALID_VALUE: fault('INVALID_VALUE', 'The value has the wrong kind.', 'Giá trị không đúng kiểu.'),
  INVALID_FORMAT: fault('INVALID_FORMAT', 'The value is not written in the expected form.', 'Giá trị không đúng định dạng.'),
  INVALID_DATE: fault('INVALID_DATE', 'There is no such calendar day.', 'Ngày không hợp lệ.'),
  INVALID_DATE_TIME: fault('INVALID_DATE_TIME', 'There is no such instant.', 'Thời điểm không hợp lệ.'),
  INVALID_AMOUNT: fault('INVALID_AMOUNT', 'An amount is a whole number of đồng.', 'Số tiền phải là số nguyên (đồng).'),
  INVALID_EMAIL: fault('INVALID_EMAIL', 'This is not an e-mail address.', 'Địa chỉ thư điện tử không hợp lệ.'),
  INVALID_ID: fault('INVALID_ID', 'This is not an id.', 'Mã định danh không hợp lệ.'),
  NOT_IN_LIST: fault('NOT_IN_LIST', 'The value is not one of the allowed ones.', 'Giá trị không có trong danh sách cho phép.'),
  NOT_UNIQUE: fault('NOT_UNIQUE', 'The list names the same thing twice.', 'Danh sách có mục bị trùng.'),
  OUT_OF_RANGE: fault('OUT_OF_RANGE', 'The number is outside the allowed range.', 'Giá trị nằm ngoài khoảng cho phép.'),
  TEXT_TOO_LONG: fault('TEXT_TOO_LONG', 'The text is too long.', 'Nội dung dài quá mức cho phép.'),
  TEXT_TOO_SHORT: fault('TEXT_TOO_SHORT', 'The text is too short.', 'Nội dung quá ngắn.'),
  TOO_MANY_ITEMS: fault('TOO_MANY_ITEMS', 'The list has too many items.', 'Danh sách có quá nhiều mục.'),
  TOO_FEW_ITEMS: fault('TOO_FEW_ITEMS', 'The list has too few items.', 'Danh sách có quá ít mục.'),
  UNKNOWN_FIELD: fault('UNKNOWN_FIELD', 'The input has no such field.', 'Dữ liệu có trường không tồn tại.'),
  FORBIDDEN_KEY: fault('FORBIDDEN_KEY', 'A field may not have this name.', 'Tên trường không được phép.'),
} as const;

/** So many faults one answer tells; nobody reads more, and a list of wrong values must not be answered with megabytes. */
export const MOST_FAULTS = 100;

export type FaultCode = keyof typeof FAULTS;

/** The body of a request is not JSON. */
export const malformedJson = defineError({
  code: 'MALFORMED_JSON',
  kind: 'VALIDATION',
  message: 'The body of the request is not valid JSON.',
  vi: 'Nội dung gửi lên không phải JSON hợp lệ.',
  fix: 'Vui lòng kiểm tra lại phần mềm gọi API.',
  fixEn: 'Check the client that sent the request.',
});

/** The request does not follow the rules of the HTTP door: method, content type, address. */
export const badRequest = defineError<{ status: number }>({
  code: 'BAD_REQUEST',
  kind: 'VALIDATION',
  message: 'The request cannot be understood.',
  vi: 'Không hiểu được yêu cầu gửi lên.',
  fix: 'Vui lòng kiểm tra lại phần mềm gọi API.',
  fixEn: 'Check the client that sent the request.',
});

function fault(code: string, message: string, vi: string): ErrorFactory {
  return defineError({
    code, kind: 'VALIDATION', message, vi, fix: 'Vui lòng sửa lại ô được đánh dấu.', fixEn: 'Correct the marked field.',
  });
}
