import { defineError } from '@kit/errors';

export const maintenance = defineError<{ readonly since: string; readonly retrySeconds: number; readonly message: { readonly vi: string; readonly en: string } | null }>({
  code: 'MAINTENANCE',
  kind: 'UNAVAILABLE',
  message: 'The platform is closed for maintenance; nothing was changed.',
  vi: 'Hệ thống đang bảo trì; chưa có gì bị thay đổi.',
  fix: 'Vui lòng quay lại sau ít phút. Nội dung bạn đang soạn vẫn còn trên máy của bạn.',
  fixEn: 'Come back in a few minutes. What you are writing is still on your device.',
});
