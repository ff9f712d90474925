import type { Reason } from './reasons.js';

const ART_3 = 'Điều 3 Điều lệ Sáng kiến, ban hành kèm theo Nghị định số 13/2012/NĐ-CP';
const ART_3_4 = 'Điều 3 và Điều 4 Điều lệ Sáng kiến, ban hành kèm theo Nghị định số 13/2012/NĐ-CP';
const ART_5 = 'Điều 5 Điều lệ Sáng kiến, ban hành kèm theo Nghị định số 13/2012/NĐ-CP';
const ART_6 = 'Điều 6 Điều lệ Sáng kiến, ban hành kèm theo Nghị định số 13/2012/NĐ-CP';
const ANNEX_I = 'Phụ lục I Thông tư số 18/2013/TT-BKHCN';
const PERSONAL_DATA = 'Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15';

/** What an officer can ask the authors to mend; each fault belongs to the section of the form where it is mended. */
export const FORMAL_FAULTS: readonly Reason[] = [
  {
    code: 'TITLE_TOO_GENERAL', kind: 'FORMAL_FAULT', section: 'GENERAL', legalBasis: null,
    vi: 'Tên sáng kiến quá chung, chưa nêu được giải pháp và nơi áp dụng.',
    en: 'The title is too general: it names neither the solution nor where it is applied.',
    fixVi: 'Vui lòng đặt tên nêu rõ giải pháp cụ thể và phạm vi áp dụng.',
    fixEn: 'Please name the concrete solution and its scope.',
  },
  {
    code: 'FIELD_MISMATCH', kind: 'FORMAL_FAULT', section: 'GENERAL', legalBasis: null,
    vi: 'Lĩnh vực đã chọn không khớp với nội dung sáng kiến.',
    en: 'The chosen field does not match the content.',
    fixVi: 'Vui lòng chọn lại lĩnh vực áp dụng.',
    fixEn: 'Please choose the field again.',
  },
  {
    code: 'INVESTOR_MISSING', kind: 'FORMAL_FAULT', section: 'GENERAL', legalBasis: ANNEX_I,
    vi: 'Chưa nêu chủ đầu tư tạo ra sáng kiến trong khi kinh phí, phương tiện không phải của tác giả.',
    en: 'The investor is not named although the money or equipment is not the authors’ own.',
    fixVi: 'Vui lòng ghi tên cơ quan, tổ chức đã đầu tư kinh phí hoặc phương tiện.',
    fixEn: 'Please name the body that gave the money or the equipment.',
  },
  {
    code: 'AUTHOR_DATA_INCOMPLETE', kind: 'FORMAL_FAULT', section: 'AUTHORS', legalBasis: ANNEX_I,
    vi: 'Thông tin tác giả chưa đủ hoặc không khớp với hồ sơ cán bộ.',
    en: 'The data of an author are incomplete or do not match the staff record.',
    fixVi: 'Vui lòng kiểm tra ngày sinh, nơi công tác, chức danh và trình độ của từng tác giả.',
    fixEn: 'Please check birth date, workplace, position and qualification of every author.',
  },
  {
    code: 'SHARE_NOT_EXPLAINED', kind: 'FORMAL_FAULT', section: 'AUTHORS', legalBasis: null,
    vi: 'Tỷ lệ đóng góp chưa phù hợp với phần việc mà từng tác giả mô tả.',
    en: 'The shares do not fit the work each author describes.',
    fixVi: 'Vui lòng thống nhất lại tỷ lệ giữa các tác giả và để từng người xác nhận.',
    fixEn: 'Please agree on the shares again and let every author confirm.',
  },
  {
    code: 'STATE_BEFORE_NO_FIGURES', kind: 'FORMAL_FAULT', section: 'STATE_BEFORE', legalBasis: null,
    vi: 'Phần thực trạng chưa có số liệu để so sánh.',
    en: 'The state before is described without figures to compare with.',
    fixVi: 'Vui lòng nêu ít nhất một số liệu của giai đoạn trước khi áp dụng và nguồn của số liệu.',
    fixEn: 'Please give at least one figure from before the application and its source.',
  },
  {
    code: 'CONTENT_NOT_REPRODUCIBLE', kind: 'FORMAL_FAULT', section: 'CONTENT', legalBasis: ART_5,
    vi: 'Nội dung chưa mô tả đủ các bước để đơn vị khác có thể làm theo.',
    en: 'The steps are not described well enough for another unit to follow.',
    fixVi: 'Vui lòng trình bày lần lượt các bước, người thực hiện, công cụ và thời gian.',
    fixEn: 'Please describe the steps in order: who does what, with which tool, when.',
  },
  {
    code: 'NOVELTY_NOT_SHOWN', kind: 'FORMAL_FAULT', section: 'NOVELTY', legalBasis: ART_5,
    vi: 'Chưa chỉ ra điểm mới so với cách làm đang có tại cơ sở.',
    en: 'It is not shown what is new compared with existing practice at the base.',
    fixVi: 'Vui lòng so sánh với cách làm trước đây hoặc giải pháp đã biết.',
    fixEn: 'Please compare with the former practice or known solutions.',
  },
  {
    code: 'CONDITIONS_MISSING', kind: 'FORMAL_FAULT', section: 'REPLICABILITY', legalBasis: ANNEX_I,
    vi: 'Chưa nêu điều kiện cần thiết để áp dụng (người, thiết bị, kinh phí).',
    en: 'The conditions for application (people, equipment, cost) are missing.',
    fixVi: 'Vui lòng bổ sung điều kiện về nhân lực, thiết bị và kinh phí.',
    fixEn: 'Please add the people, equipment and cost needed.',
  },
  {
    code: 'FIRST_APPLIED_UNPROVEN', kind: 'FORMAL_FAULT', section: 'APPLICATION', legalBasis: null,
    vi: 'Chưa có tài liệu chứng minh ngày áp dụng lần đầu hoặc áp dụng thử.',
    en: 'Nothing proves the date of the first application or trial.',
    fixVi: 'Vui lòng bổ sung kế hoạch, biên bản hoặc thông báo có ngày bắt đầu áp dụng.',
    fixEn: 'Please add a plan, minutes or a notice that shows the starting date.',
  },
  {
    code: 'ADOPTERS_INCOMPLETE', kind: 'FORMAL_FAULT', section: 'APPLICATION', legalBasis: ANNEX_I,
    vi: 'Danh sách người tham gia áp dụng lần đầu thiếu phần việc đã làm.',
    en: 'The list of first adopters lacks the work each has done.',
    fixVi: 'Vui lòng ghi rõ phần việc hỗ trợ của từng người.',
    fixEn: 'Please state what each person did.',
  },
  {
    code: 'MEASURES_MISSING', kind: 'FORMAL_FAULT', section: 'APPLICATION', legalBasis: null,
    vi: 'Hồ sơ áp dụng chưa có số liệu trước và sau.',
    en: 'The application record has no figures before and after.',
    fixVi: 'Vui lòng nhập ít nhất một chỉ số có đơn vị tính, giá trị trước, giá trị sau và nguồn.',
    fixEn: 'Please enter at least one measure with unit, before, after and source.',
  },
  {
    code: 'CONFIRMATION_MISSING', kind: 'FORMAL_FAULT', section: 'APPLICATION', legalBasis: null,
    vi: 'Thiếu giấy xác nhận áp dụng của đơn vị.',
    en: 'The confirmation of application by the unit is missing.',
    fixVi: 'Vui lòng xin xác nhận của thủ trưởng đơn vị nơi áp dụng.',
    fixEn: 'Please obtain the confirmation of the head of the applying unit.',
  },
  {
    code: 'BENEFIT_UNSUPPORTED', kind: 'FORMAL_FAULT', section: 'BENEFIT', legalBasis: null,
    vi: 'Lợi ích nêu trong đơn chưa có cách tính hoặc tài liệu kèm theo.',
    en: 'The stated benefit has neither a calculation nor a document behind it.',
    fixVi: 'Vui lòng nêu cách tính và đính kèm bảng tính hoặc xác nhận.',
    fixEn: 'Please explain the calculation and attach the table or a confirmation.',
  },
  {
    code: 'EVIDENCE_UNREADABLE', kind: 'FORMAL_FAULT', section: 'EVIDENCE', legalBasis: null,
    vi: 'Tài liệu minh chứng mờ, thiếu trang hoặc không mở được.',
    en: 'A piece of evidence is blurred, incomplete or cannot be opened.',
    fixVi: 'Vui lòng chụp hoặc quét lại và tải lên tệp thay thế.',
    fixEn: 'Please scan it again and upload a replacement.',
  },
  {
    code: 'EVIDENCE_PERSONAL_DATA', kind: 'FORMAL_FAULT', section: 'EVIDENCE', legalBasis: PERSONAL_DATA,
    vi: 'Minh chứng có hình ảnh hoặc thông tin nhận diện người khác mà chưa có sự đồng ý.',
    en: 'The evidence shows images or data of other people without their consent.',
    fixVi: 'Vui lòng làm mờ hoặc thay tệp, hoặc bổ sung phiếu đồng ý (với trẻ em: của cha mẹ hoặc người giám hộ).',
    fixEn: 'Please blur or replace the file, or add the consent (for children: of a parent or guardian).',
  },
  {
    code: 'CONFIDENTIAL_NOT_MARKED', kind: 'FORMAL_FAULT', section: 'CONFIDENTIAL', legalBasis: ANNEX_I,
    vi: 'Yêu cầu giữ bí mật nhưng chưa chỉ rõ phần nào cần bảo mật.',
    en: 'Secrecy is asked for, but not for which part.',
    fixVi: 'Vui lòng tách riêng phần cần bảo mật khỏi phần mô tả công khai.',
    fixEn: 'Please separate the secret part from the public description.',
  },
];

/** The only grounds on which acceptance of a request may be refused (Decree 13/2012, Art. 6). */
export const FORMAL_REFUSALS: readonly Reason[] = [
  {
    code: 'NOT_CORRECTED', kind: 'FORMAL_REFUSAL', section: 'GENERAL', legalBasis: ART_6,
    vi: 'Tác giả không sửa chữa, bổ sung thiếu sót trong thời hạn đã thông báo.',
    en: 'The faults were not mended within the period given.',
  },
  {
    code: 'NO_RIGHT_TO_FILE', kind: 'FORMAL_REFUSAL', section: 'AUTHORS', legalBasis: ART_6,
    vi: 'Người nộp đơn không có quyền yêu cầu công nhận sáng kiến tại cơ sở.',
    en: 'The applicant has no right to request recognition from this body.',
  },
  {
    code: 'FILED_LATE', kind: 'FORMAL_REFUSAL', section: 'APPLICATION', legalBasis: ART_6,
    vi: 'Đơn nộp quá 01 năm kể từ ngày sáng kiến được áp dụng lần đầu.',
    en: 'The request was filed more than one year after the first application.',
  },
];

/** The only grounds on which recognition may be refused: Decree 13/2012, Art. 3–4, is not met. */
export const RECOGNITION_REFUSALS: readonly Reason[] = [
  {
    code: 'NOT_NEW', kind: 'RECOGNITION_REFUSAL', section: 'NOVELTY', legalBasis: ART_3_4,
    vi: 'Giải pháp không có tính mới trong phạm vi cơ sở.',
    en: 'The solution is not new at the base.',
  },
  {
    code: 'NOT_APPLIED', kind: 'RECOGNITION_REFUSAL', section: 'APPLICATION', legalBasis: ART_3,
    vi: 'Giải pháp chưa được áp dụng hoặc áp dụng thử tại cơ sở.',
    en: 'The solution has been neither applied nor tried at the base.',
  },
  {
    code: 'NO_PRACTICAL_BENEFIT', kind: 'RECOGNITION_REFUSAL', section: 'BENEFIT', legalBasis: ART_3,
    vi: 'Hồ sơ chưa chứng minh được giải pháp có khả năng mang lại lợi ích thiết thực.',
    en: 'The file does not show that the solution can bring practical benefit.',
  },
  {
    code: 'AGAINST_PUBLIC_ORDER', kind: 'RECOGNITION_REFUSAL', section: 'CONTENT', legalBasis: ART_3,
    vi: 'Việc công bố, áp dụng giải pháp trái với trật tự công cộng hoặc đạo đức xã hội.',
    en: 'Publishing or applying the solution is against public order or social ethics.',
  },
  {
    code: 'IP_PROTECTED', kind: 'RECOGNITION_REFUSAL', section: 'CONTENT', legalBasis: ART_3,
    vi: 'Giải pháp là đối tượng đang được bảo hộ quyền sở hữu trí tuệ tại thời điểm xét công nhận.',
    en: 'The solution is under intellectual-property protection at the time of consideration.',
  },
];
