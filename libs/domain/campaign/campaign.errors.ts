import { defineError } from '@kit/errors';

export const campaignCodeTaken = defineError({
  code: 'CAMPAIGN_CODE_TAKEN',
  kind: 'CONFLICT',
  message: 'Another campaign of the ward has this code.',
  vi: 'Mã đợt xét này đã được dùng.',
  fix: 'Vui lòng chọn mã khác.',
  fixEn: 'Choose another code.',
});

export const campaignDatesReversed = defineError({
  code: 'CAMPAIGN_DATES_REVERSED',
  kind: 'VALIDATION',
  message: 'The last day of submission lies before the first.',
  vi: 'Ngày kết thúc nhận hồ sơ trước ngày bắt đầu.',
  fix: 'Vui lòng kiểm tra lại hai ngày.',
  fixEn: 'Check both days.',
});

export const campaignWrongState = defineError<{ state: string; wanted: string }>({
  code: 'CAMPAIGN_WRONG_STATE',
  kind: 'CONFLICT',
  message: 'No step leads from the state of the campaign to the one asked for.',
  vi: 'Không chuyển được đợt xét sang trạng thái này.',
  fix: 'Vui lòng tải lại trang để xem trạng thái hiện tại.',
  fixEn: 'Reload the page to see where the campaign stands.',
});

/** The database's clock decides; the closing instant itself is late. */
export const campaignClosed = defineError<{ state: string; opensOn: string; closesAt: string }>({
  code: 'CAMPAIGN_CLOSED',
  kind: 'CONFLICT',
  message: 'The campaign does not accept submissions now.',
  vi: 'Đợt xét không nhận hồ sơ tại thời điểm này.',
  fix: 'Bản nháp của bạn vẫn được giữ. Vui lòng liên hệ cán bộ tiếp nhận hoặc chờ đợt sau.',
  fixEn: 'Your draft is kept. Ask the intake officer, or wait for the next campaign.',
});
