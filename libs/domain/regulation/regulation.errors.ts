import { defineError } from '@kit/errors';

/** Versions of one rule book share a code; a new rule book needs its own. */
export const regulationCodeTaken = defineError({
  code: 'REGULATION_CODE_TAKEN',
  kind: 'CONFLICT',
  message: 'The ward already has this version of a regulation with this code.',
  vi: 'Mã quy chế này đã có phiên bản như vậy.',
  fix: 'Vui lòng chọn mã khác cho quy chế mới.',
  fixEn: 'Choose another code for the new regulation.',
});

/** Sessions and dossiers were judged by these rules; they stay what they were. */
export const regulationFrozen = defineError({
  code: 'REGULATION_FROZEN',
  kind: 'CONFLICT',
  message: 'A regulation in use does not change.',
  vi: 'Quy chế đã được áp dụng nên không sửa được nữa.',
  fix: 'Vui lòng tạo phiên bản mới của quy chế.',
  fixEn: 'Make a new version of the regulation.',
});

export const regulationNotInForce = defineError({
  code: 'REGULATION_NOT_IN_FORCE',
  kind: 'CONFLICT',
  message: 'The regulation is not in force.',
  vi: 'Quy chế chưa có hiệu lực.',
  fix: 'Vui lòng ban hành quy chế trước khi sử dụng.',
  fixEn: 'Put the regulation in force first.',
});

export const regulationDecisionMissing = defineError({
  code: 'REGULATION_DECISION_MISSING',
  kind: 'VALIDATION',
  message: 'A regulation comes into force by a decision with number, date and first day.',
  vi: 'Quy chế có hiệu lực cần số, ngày quyết định ban hành và ngày bắt đầu áp dụng.',
  fix: 'Vui lòng điền đủ số quyết định, ngày quyết định và ngày có hiệu lực.',
  fixEn: 'Fill in the number and date of the decision and the first day.',
});

export const regulationDatesReversed = defineError({
  code: 'REGULATION_DATES_REVERSED',
  kind: 'VALIDATION',
  message: 'A regulation does not come into force before the day of its decision.',
  vi: 'Quy chế không thể có hiệu lực trước ngày ký quyết định ban hành.',
  fix: 'Vui lòng kiểm tra lại ngày quyết định và ngày có hiệu lực.',
  fixEn: 'Check the date of the decision and the first day in force.',
});

export const presetUnknown = defineError({
  code: 'REGULATION_PRESET_UNKNOWN',
  kind: 'VALIDATION',
  message: 'There is no such preset.',
  vi: 'Không có mẫu quy chế này.',
  fix: 'Vui lòng chọn một mẫu trong danh sách.',
  fixEn: 'Choose a preset of the list.',
});
