import type { KindWords, Words } from './words.js';

const words = (subject: string, sentence: string, action: string, ...facts: string[]): KindWords => ({ subject, sentence, action, facts });

const OPEN_DOSSIER = 'Mở hồ sơ';
const CODE = 'Mã hồ sơ: {code}';
const UNIT = 'Đơn vị: {unitName}';
const ACCOUNT = 'Mở trang tài khoản';
const HELD_ON = 'Ngày họp: {heldOn:date}';
const SCORE_UNTIL = 'Hạn chấm điểm: {scoringDueOn:date}';
const LAST_DAY = 'Hạn cuối: {dueOn:date}';

export const vietnamese: Words = {
  greeting: 'Kính gửi Ông/Bà {fullName},',
  digestSubject: 'Khơi: {count} thông báo trong ngày',
  digestIntro: 'Dưới đây là các thông báo kể từ bản tin trước.',
  remindersSubject: 'Nhắc hạn: {count} việc sắp đến hạn',
  remindersIntro: 'Những việc dưới đây sắp đến hạn hoặc đã quá hạn.',
  automatic: 'Thư tự động từ hệ thống Khơi của {tenantName}. Vui lòng không trả lời thư này.',
  settings: 'Chọn cách nhận thư',
  withheld: '…',
  kinds: {
    ROLE_ASSIGNED: words('Bạn được giao vai trò {role:role}', 'Ông/Bà được giao vai trò {role:role} trong hệ thống.', ACCOUNT, UNIT),
    ROLE_ENDED: words('Vai trò {role:role} đã kết thúc', 'Vai trò {role:role} của Ông/Bà trong hệ thống đã kết thúc.', ACCOUNT, UNIT),
    PASSWORD_RESET: words('Mật khẩu đã được đặt lại', 'Quản trị viên đã đặt lại mật khẩu của Ông/Bà. Nếu Ông/Bà không yêu cầu, vui lòng báo ngay cho quản trị viên.', ACCOUNT),
    PASSWORD_CHANGED: words('Mật khẩu đã được đổi', 'Mật khẩu của Ông/Bà đã được đổi. Nếu không phải Ông/Bà đổi, vui lòng báo ngay cho quản trị viên.', ACCOUNT),
    AUTHORSHIP_ASKED: words('Đề nghị xác nhận tỷ lệ đóng góp: {title}', 'Ông/Bà được đề nghị xác nhận tỷ lệ đóng góp trong sáng kiến “{title}”.', 'Xem và xác nhận', 'Tỷ lệ của Ông/Bà: {shareBp:share}', CODE),
    AUTHORSHIP_CONFIRMED: words('Đã xác nhận tỷ lệ đóng góp: {title}', '{personName} đã xác nhận tỷ lệ đóng góp trong sáng kiến “{title}”.', OPEN_DOSSIER, CODE),
    AUTHORSHIP_DECLINED: words('Không đồng ý tỷ lệ đóng góp: {title}', '{personName} không đồng ý tỷ lệ đóng góp trong sáng kiến “{title}”.', OPEN_DOSSIER, CODE),
    INITIATIVE_SUBMITTED: words('Đã nộp hồ sơ: {title}', 'Hồ sơ sáng kiến “{title}” đã được nộp.', OPEN_DOSSIER, 'Số biên nhận: {receiptNumber}', CODE),
    DOSSIER_TO_CHECK: words('Hồ sơ mới cần kiểm tra hình thức: {title}', 'Có hồ sơ mới cần kiểm tra hình thức: “{title}”.', OPEN_DOSSIER, CODE, UNIT),
    DOSSIER_TO_CHECK_AGAIN: words('Hồ sơ đã bổ sung, cần kiểm tra lại: {title}', 'Hồ sơ “{title}” đã được bổ sung và cần kiểm tra lại.', OPEN_DOSSIER, CODE, UNIT),
    SUPPLEMENT_REQUESTED: words('Hồ sơ cần bổ sung: {title}', 'Hồ sơ sáng kiến “{title}” cần được bổ sung. Nội dung cần bổ sung được ghi trong hồ sơ.', 'Xem nội dung cần bổ sung', 'Hạn bổ sung: {dueOn:date}', CODE),
    INITIATIVE_ACCEPTED: words('Hồ sơ đã được tiếp nhận: {title}', 'Hồ sơ sáng kiến “{title}” đã được tiếp nhận.', OPEN_DOSSIER, 'Ngày trả kết quả: {resultDueOn:date}', CODE),
    INITIATIVE_REJECTED_FORMALLY: words('Hồ sơ không được tiếp nhận: {title}', 'Hồ sơ sáng kiến “{title}” không được tiếp nhận. Lý do được ghi trong hồ sơ.', 'Xem lý do', CODE),
    INITIATIVE_WITHDRAWN: words('Hồ sơ đã được rút: {title}', 'Hồ sơ sáng kiến “{title}” đã được rút.', OPEN_DOSSIER, CODE),
    APPLICATION_CONFIRMED: words('Đã xác nhận việc áp dụng: {title}', 'Đơn vị đã xác nhận việc áp dụng sáng kiến “{title}”.', OPEN_DOSSIER, CODE),
    SESSION_CONVENED: words('Mời dự phiên họp: {title}', 'Ông/Bà được mời dự phiên họp “{title}” của Hội đồng.', 'Xem hồ sơ của phiên họp', HELD_ON, 'Địa điểm: {place}', SCORE_UNTIL),
    SESSION_RESCHEDULED: words('Thay đổi lịch phiên họp: {title}', 'Ngày họp, địa điểm hoặc hạn chấm của phiên họp “{title}” đã thay đổi.', 'Xem hồ sơ của phiên họp', HELD_ON, 'Địa điểm: {place}', SCORE_UNTIL),
    SESSION_CANCELLED: words('Phiên họp không tổ chức: {title}', 'Phiên họp “{title}” mà Ông/Bà được mời không tổ chức nữa.', 'Mở trang chấm điểm', HELD_ON),
    SCORING_OPENED: words('Đã mở chấm điểm: {title}', 'Phiên họp “{title}” đã mở chấm điểm.', 'Mở trang chấm điểm', SCORE_UNTIL, HELD_ON),
    SCORING_CLOSED: words('Đã kết thúc chấm điểm: {title}', 'Phiên họp “{title}” đã kết thúc chấm điểm.', 'Mở phiên họp'),
    SESSION_LOCKED: words('Đã khóa kết quả: {title}', 'Kết quả phiên họp “{title}” đã được khóa.', 'Mở phiên họp'),
    DISCUSSION_MENTION: words('Được nhắc đến trong thảo luận: {title}', 'Ông/Bà được nhắc đến trong phần thảo luận một hồ sơ của phiên họp “{title}”.', 'Mở phần thảo luận'),
    DECISION_PROPOSED: words('Dự thảo quyết định chờ xem xét', 'Dự thảo quyết định đang chờ Ông/Bà xem xét: {summary}.', 'Mở dự thảo quyết định'),
    INITIATIVE_RECOGNISED: words('Sáng kiến được công nhận: {title}', 'Sáng kiến “{title}” đã được công nhận.', 'Xem kết quả', 'Quyết định {decisionNumber}, ngày {decisionDate:date}', CODE),
    INITIATIVE_REFUSED: words('Sáng kiến không được công nhận: {title}', 'Sáng kiến “{title}” không được công nhận.', 'Xem kết quả', 'Quyết định {decisionNumber}, ngày {decisionDate:date}', 'Căn cứ: {reasonCodes:grounds}', 'Lý do: {reason}', CODE),
    DECISION_ISSUED: words('Đã ban hành Quyết định {decisionNumber}', 'Quyết định {decisionNumber} đã được ban hành: {summary}.', 'Mở quyết định'),
    DEADLINES_NEAR: words('Nhắc hạn: {count} việc sắp đến hạn', 'Có {count} việc sắp đến hạn hoặc đã quá hạn.', 'Mở danh sách việc'),
    DEADLINE_FORMAL_CHECK: words('Nhắc hạn kiểm tra hình thức: {title}', 'Hồ sơ “{title}” cần được kiểm tra hình thức.', OPEN_DOSSIER, LAST_DAY, CODE),
    DEADLINE_SUPPLEMENT: words('Nhắc hạn bổ sung hồ sơ: {title}', 'Hồ sơ “{title}” cần được bổ sung.', OPEN_DOSSIER, LAST_DAY, CODE),
    DEADLINE_RESULT: words('Nhắc hạn trả kết quả: {title}', 'Hồ sơ “{title}” cần có kết quả xét công nhận.', 'Mở danh sách việc', LAST_DAY, CODE),
    DEADLINE_FILING: words('Nhắc hạn nộp đơn: {title}', 'Bản nháp “{title}” chưa được nộp. Đơn phải được nộp trong một năm kể từ ngày áp dụng lần đầu.', OPEN_DOSSIER, LAST_DAY, CODE),
    DEADLINE_SCORING: words('Nhắc hạn chấm điểm: {title}', 'Việc chấm điểm của phiên họp “{title}” chưa hoàn thành.', 'Mở phiên họp', LAST_DAY),
  },
  roles: {
    UNIT_HEAD: 'Thủ trưởng đơn vị', INTAKE_OFFICER: 'Cán bộ tiếp nhận', COUNCIL_SECRETARY: 'Thư ký hội đồng', COUNCIL_MEMBER: 'Thành viên hội đồng',
    COUNCIL_CHAIR: 'Chủ tịch hội đồng', AUTHORITY_HEAD: 'Người đứng đầu', CLERK: 'Văn thư', OBSERVER: 'Người giám sát', TENANT_ADMIN: 'Quản trị',
    AUDITOR: 'Kiểm tra viên', CITY_OFFICER: 'Cán bộ thành phố', PLAN_COORDINATOR: 'Điều phối kế hoạch', SCHOOL_COORDINATOR: 'Phụ trách trường học',
    SECURITY_OFFICER: 'Phụ trách an toàn thông tin', SYSTEM_OPERATOR: 'Vận hành hệ thống',
  },
  grounds: {
    NOT_NEW: 'chưa có tính mới trong phạm vi cơ sở', NOT_APPLIED: 'chưa được áp dụng hoặc áp dụng thử',
    NO_PRACTICAL_BENEFIT: 'chưa chứng minh được lợi ích thiết thực', AGAINST_PUBLIC_ORDER: 'trái trật tự công cộng hoặc đạo đức xã hội',
    IP_PROTECTED: 'đang được bảo hộ quyền sở hữu trí tuệ',
  },
};
