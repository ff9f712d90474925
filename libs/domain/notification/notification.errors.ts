import { defineError } from '@kit/errors';

export const mailingDecided = defineError({
  code: 'MAILING_DECIDED', kind: 'CONFLICT', message: 'Somebody has approved or cancelled this mailing already.',
  vi: 'Đợt thư này đã được duyệt hoặc hủy.', fix: 'Vui lòng tải lại trang để xem kết quả.', fixEn: 'Reload the page to see what was decided.',
});

export const deliveryNotInTrouble = defineError({
  code: 'DELIVERY_NOT_IN_TROUBLE', kind: 'CONFLICT', message: 'Only a mail that could not be delivered can be sent again.',
  vi: 'Chỉ gửi lại được thư chưa gửi được.', fix: 'Vui lòng tải lại trang để xem trạng thái hiện tại.', fixEn: 'Reload the page to see its present state.',
});
