import { isNativeError } from 'node:util/types';
import { defineError, DomainError, unavailable } from '@kit/errors';

export const contentTooLarge = defineError<{ readonly maxBytes: number }>({
  code: 'CONTENT_TOO_LARGE',
  kind: 'VALIDATION',
  message: 'More bytes came than were announced or allowed.',
  vi: 'Dữ liệu gửi lên lớn hơn dung lượng đã khai báo hoặc cho phép.',
  fix: 'Vui lòng chọn lại tệp rồi tải lên lại.',
  fixEn: 'Choose the file again and upload it once more.',
});

export const contentMissing = defineError({
  code: 'CONTENT_MISSING',
  kind: 'NOT_FOUND',
  message: 'The bytes of this file are not in the store.',
  vi: 'Không tìm thấy nội dung của tệp này trong kho lưu trữ.',
  fix: 'Vui lòng tải tệp lên lại hoặc báo cho quản trị viên.',
  fixEn: 'Upload the file again, or tell an administrator.',
});

/** What the store answers is not what was stored: the checksum in our database says so. */
export const contentDamaged = defineError({
  code: 'CONTENT_DAMAGED',
  kind: 'UNAVAILABLE',
  message: 'The stored bytes of this file are not those that were received.',
  vi: 'Nội dung tệp trong kho lưu trữ không còn đúng với bản đã nhận.',
  fix: 'Vui lòng báo cho quản trị viên để khôi phục tệp từ bản sao lưu.',
  fixEn: 'Tell an administrator, who can restore the file from a backup.',
});

/** The disk is full, read-only, broken or closed to us: nothing the caller did wrong. */
const OUT_OF_SERVICE = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'EACCES', 'EPERM', 'EMFILE', 'ENFILE', 'ENOTDIR']);

/** What a failure of the file system means to whoever asked. */
export function translateFileError(error: unknown): unknown {
  const code = codeOf(error);
  if (code === 'ENOENT') return contentMissing(undefined, undefined, error);
  return code !== undefined && OUT_OF_SERVICE.has(code) ? unavailable(undefined, undefined, error) : error;
}

export function isMissing(error: unknown): boolean {
  return codeOf(error) === 'ENOENT';
}

function codeOf(error: unknown): string | undefined {
  if (!isNativeError(error) || error instanceof DomainError) return undefined;
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
