import { defineError } from '@kit/errors';

/** Codes name units in addresses, tables and imports, so each occurs once per ward. */
export const unitCodeTaken = defineError({
  code: 'UNIT_CODE_TAKEN',
  kind: 'CONFLICT',
  message: 'Another unit of the ward has this code.',
  vi: 'Mã đơn vị này đã được dùng cho một đơn vị khác của phường.',
  fix: 'Vui lòng chọn mã khác.',
  fixEn: 'Choose another code.',
});

/** A spelling that meant two units could not be resolved when a plan is read. */
export const unitAliasTaken = defineError({
  code: 'UNIT_ALIAS_TAKEN',
  kind: 'CONFLICT',
  message: 'A unit of the ward already has this alias.',
  vi: 'Tên gọi khác này đã được dùng cho một đơn vị của phường.',
  fix: 'Vui lòng bỏ hoặc sửa tên gọi bị trùng.',
  fixEn: 'Remove or change the alias that occurs twice.',
});

/** Mầm non, tiểu học … only make sense for schools. */
export const unitSchoolLevelUnfit = defineError({
  code: 'UNIT_SCHOOL_LEVEL_UNFIT',
  kind: 'VALIDATION',
  message: 'Only a school has a school level.',
  vi: 'Chỉ đơn vị là trường học mới có cấp học.',
  fix: 'Vui lòng bỏ cấp học hoặc chọn loại đơn vị là trường học.',
  fixEn: 'Leave the school level out, or make the unit a school.',
});

/** Also for the code of a city, which shares the space of addresses. */
export const tenantCodeTaken = defineError({
  code: 'TENANT_CODE_TAKEN',
  kind: 'CONFLICT',
  message: 'Another ward has this code.',
  vi: 'Mã địa bàn này đã được dùng.',
  fix: 'Vui lòng chọn mã khác.',
  fixEn: 'Choose another code.',
});

export const fieldCodeTaken = defineError({
  code: 'FIELD_CODE_TAKEN',
  kind: 'CONFLICT',
  message: 'Another field of the ward has this code.',
  vi: 'Mã lĩnh vực này đã được dùng.',
  fix: 'Vui lòng chọn mã khác.',
  fixEn: 'Choose another code.',
});

/** Guards against a slip of the keyboard: years before 1900 and days to come. */
export const personBirthDateUnlikely = defineError({
  code: 'PERSON_BIRTH_DATE_UNLIKELY',
  kind: 'VALIDATION',
  message: 'The date of birth lies before 1900 or in the future.',
  vi: 'Ngày sinh không hợp lý (trước năm 1900 hoặc trong tương lai).',
  fix: 'Vui lòng kiểm tra lại ngày sinh.',
  fixEn: 'Check the date of birth.',
});

/** Conflicts of interest are between two people. */
export const kinshipToOneself = defineError({
  code: 'KINSHIP_TO_ONESELF',
  kind: 'VALIDATION',
  message: 'Nobody declares a tie to themself.',
  vi: 'Không thể khai quan hệ với chính mình.',
  fix: 'Vui lòng chọn người khác.',
  fixEn: 'Choose somebody else.',
});

export const kinshipDeclared = defineError({
  code: 'KINSHIP_DECLARED',
  kind: 'CONFLICT',
  message: 'A tie to this person is declared already.',
  vi: 'Quan hệ với người này đã được khai.',
  fix: 'Để sửa, vui lòng kết thúc khai báo cũ rồi khai lại.',
  fixEn: 'To change it, end the one that is there and declare it again.',
});
