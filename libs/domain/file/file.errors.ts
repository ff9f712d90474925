import { defineError } from '@kit/errors';

export const fileTypeNotAllowed = defineError({
  code: 'FILE_TYPE_NOT_ALLOWED',
  kind: 'VALIDATION',
  message: 'This type of file is not taken, or the ending of the name does not belong to it.',
  vi: 'Loại tệp này không được nhận, hoặc đuôi tên tệp không đúng với loại tệp.',
  fix: 'Vui lòng chọn tệp PDF, Word, Excel, PowerPoint, ảnh, MP4, TXT hoặc CSV.',
  fixEn: 'Choose a PDF, Word, Excel, PowerPoint, picture, MP4, TXT or CSV file.',
});

export const fileTooLarge = defineError<{ readonly largest: number }>({
  code: 'FILE_TOO_LARGE',
  kind: 'VALIDATION',
  message: 'The file is larger than allowed.',
  vi: 'Tệp lớn hơn dung lượng cho phép.',
  fix: 'Vui lòng giảm dung lượng hoặc chia thành nhiều tệp nhỏ hơn.',
  fixEn: 'Make the file smaller, or split it into several.',
});

export const fileEmpty = defineError({
  code: 'FILE_EMPTY',
  kind: 'VALIDATION',
  message: 'The file has no content.',
  vi: 'Tệp không có nội dung.',
  fix: 'Vui lòng chọn lại tệp.',
  fixEn: 'Choose the file again.',
});

/** The link is forged, used up or too old. */
export const linkInvalid = defineError({
  code: 'FILE_LINK_INVALID',
  kind: 'FORBIDDEN',
  message: 'The link is not valid or has expired.',
  vi: 'Đường dẫn không hợp lệ hoặc đã hết hạn.',
  fix: 'Vui lòng tải lại trang rồi thử lại.',
  fixEn: 'Load the page again and retry.',
});

export const uploadClosed = defineError({
  code: 'UPLOAD_CLOSED',
  kind: 'CONFLICT',
  message: 'The file has been received already.',
  vi: 'Tệp này đã được nhận trước đó.',
  fix: 'Vui lòng bắt đầu tải lên lần mới nếu muốn thay tệp.',
  fixEn: 'Begin a new upload to replace the file.',
});

/** The body of the upload is not what the door takes. */
export const uploadNotBytes = defineError({
  code: 'UPLOAD_NOT_BYTES',
  kind: 'VALIDATION',
  message: 'The bytes of a file are sent as application/octet-stream and nothing else.',
  vi: 'Nội dung tệp phải được gửi dưới dạng application/octet-stream.',
  fix: 'Vui lòng kiểm tra lại phần mềm gọi API.',
  fixEn: 'Check the client that sent the request.',
});

/** A number of a part that the upload does not have, or any for a file that is sent whole. */
export const noSuchPart = defineError<{ readonly parts: number }>({
  code: 'UPLOAD_NO_SUCH_PART',
  kind: 'VALIDATION',
  message: 'The upload has no part of this number.',
  vi: 'Lượt tải lên không có phần mang số này.',
  fix: 'Vui lòng kiểm tra lại phần mềm gọi API.',
  fixEn: 'Check the client that sent the request.',
});

/** Fewer bytes came than were announced, or none yet. */
export const uploadIncomplete = defineError<{ readonly announced?: number; readonly received?: number; readonly missing?: readonly number[] }>({
  code: 'UPLOAD_INCOMPLETE',
  kind: 'CONFLICT',
  message: 'The bytes have not arrived in full.',
  vi: 'Tệp chưa được tải lên đầy đủ.',
  fix: 'Vui lòng tải lại tệp.',
  fixEn: 'Send the file again.',
});

export const fileNotReady = defineError({
  code: 'FILE_NOT_READY',
  kind: 'CONFLICT',
  message: 'The file is still being checked or was rejected.',
  vi: 'Tệp đang được kiểm tra hoặc đã bị từ chối.',
  fix: 'Vui lòng đợi kiểm tra xong hoặc tải lên tệp khác.',
  fixEn: 'Wait for the check, or send another file.',
});
