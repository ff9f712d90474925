import type { DemoPerson, DemoRole, UnitKey } from './types.js';

const council = 'Quyết định thành lập Hội đồng đánh giá sáng kiến phường';
const assignment = 'Quyết định phân công nhiệm vụ của Chủ tịch UBND phường';
const unitHead = (unit: UnitKey): DemoRole => ({ role: 'UNIT_HEAD', unit, basis: 'Quyết định bổ nhiệm' });
const secretary: DemoRole = { role: 'COUNCIL_SECRETARY', basis: council };

const person = { tenant: 'hong-bang', unionMember: true } as const;
const F = 'FEMALE';
const M = 'MALE';

/** Leaders and officers of the ward. All names are invented. */
export const wardPeople: readonly DemoPerson[] = [
  {
    ...person, key: 'vu-duc-thinh', fullName: 'Vũ Đức Thịnh', gender: M, birthDate: '1974-03-09', unit: 'ubnd',
    position: 'Chủ tịch Ủy ban nhân dân phường', qualification: 'Thạc sĩ Quản lý công', username: 'thinh.vu@hongbang',
    roles: [{ role: 'AUTHORITY_HEAD', basis: 'Kết quả bầu cử của HĐND phường' }],
    showcase: { order: 7, vi: 'Chủ tịch UBND phường: quyết định công nhận từng sáng kiến', en: 'Head of the ward: decides on each initiative' },
  },
  {
    ...person, key: 'ngo-bich-hao', fullName: 'Ngô Bích Hảo', gender: F, birthDate: '1979-08-21', unit: 'ubnd',
    position: 'Phó Chủ tịch Ủy ban nhân dân phường', qualification: 'Thạc sĩ Quản lý giáo dục', username: 'hao.ngo@hongbang',
    roles: [],
    showcase: { order: 4, vi: 'Chủ tịch Hội đồng đánh giá sáng kiến', en: 'Chair of the initiative council' },
  },
  {
    ...person, key: 'luu-quang-khai', fullName: 'Lưu Quang Khải', gender: M, birthDate: '1976-11-02', unit: 'ubnd',
    position: 'Phó Chủ tịch Ủy ban nhân dân phường', qualification: 'Kỹ sư Xây dựng', username: 'khai.luu@hongbang',
    roles: [{ role: 'AUTHORITY_HEAD', basis: `${assignment} (ký thay Chủ tịch)` }],
    showcase: { order: 8, vi: 'Phó Chủ tịch UBND phường: ký thay Chủ tịch khi được giao', en: 'Deputy head: signs for the head when assigned' },
  },
  {
    ...person, key: 'hoang-gia-bach', fullName: 'Hoàng Gia Bách', gender: M, birthDate: '1982-05-17', unit: 'van-phong',
    position: 'Chánh Văn phòng HĐND và UBND phường', qualification: 'Cử nhân Luật', username: 'bach.hoang@hongbang',
    roles: [unitHead('van-phong')],
  },
  {
    ...person, key: 'dao-thu-ngan', fullName: 'Đào Thu Ngân', gender: F, birthDate: '1988-12-05', unit: 'van-phong',
    position: 'Công chức văn thư – lưu trữ', qualification: 'Cử nhân Lưu trữ học', username: 'ngan.dao@hongbang',
    roles: [{ role: 'CLERK', basis: assignment }],
    showcase: { order: 9, vi: 'Văn thư và đồng tác giả: được mời xác nhận tỷ lệ đóng góp trong một bản nháp', en: 'Clerk and co-author: asked to confirm a share in a draft' },
  },
  {
    ...person, key: 'pham-tuan-kiet', fullName: 'Phạm Tuấn Kiệt', gender: M, birthDate: '1991-07-14', unit: 'van-phong',
    position: 'Chuyên viên công nghệ thông tin', qualification: 'Kỹ sư Công nghệ thông tin', username: 'kiet.pham@hongbang',
    roles: [{ role: 'TENANT_ADMIN', basis: assignment }],
    showcase: { order: 12, vi: 'Quản trị hệ thống của phường: đơn vị, người dùng, vai trò', en: 'Administrator of the ward: units, users, roles' },
  },
  {
    ...person, key: 'la-quoc-huy', fullName: 'Lã Quốc Huy', gender: M, birthDate: '1994-01-22', unit: 'van-phong',
    position: 'Viên chức vận hành hệ thống', qualification: 'Kỹ sư Mạng máy tính', username: 'huy.la@hongbang',
    roles: [{ role: 'SYSTEM_OPERATOR', basis: assignment }],
    showcase: { order: 16, vi: 'Vận hành hệ thống: hàng đợi việc nền, lịch chạy', en: 'Operator of the system: background queues, schedules' },
  },
  {
    ...person, key: 'trinh-mai-phuong', fullName: 'Trịnh Mai Phương', gender: F, birthDate: '1990-02-27', unit: 'van-phong',
    position: 'Chuyên viên tổng hợp', qualification: 'Thạc sĩ Hành chính công', username: 'phuong.trinh@hongbang', roles: [],
  },
  {
    ...person, key: 'bui-hanh-nguyen', fullName: 'Bùi Hạnh Nguyên', gender: F, birthDate: '1981-10-30', unit: 'vhxh',
    position: 'Trưởng phòng Văn hóa – Xã hội', qualification: 'Thạc sĩ Văn hóa học', username: 'nguyen.bui@hongbang',
    roles: [unitHead('vhxh'), { role: 'PLAN_COORDINATOR', basis: assignment }],
    showcase: { order: 10, vi: 'Trưởng phòng VH-XH: theo dõi và xác nhận hồ sơ của đơn vị', en: 'Head of the Culture and Society office: follows and confirms files of the unit' },
  },
  {
    ...person, key: 'doan-minh-chau', fullName: 'Đoàn Minh Châu', gender: F, birthDate: '1989-04-11', unit: 'vhxh',
    position: 'Chuyên viên phòng Văn hóa – Xã hội', qualification: 'Cử nhân Quản lý nhà nước', username: 'chau.doan@hongbang',
    roles: [secretary],
    showcase: { order: 5, vi: 'Thư ký Hội đồng: chương trình họp, tiến độ chấm, tổng hợp điểm', en: 'Council secretary: agenda, scoring progress, tally' },
  },
  {
    ...person, key: 'tran-khanh-vy', fullName: 'Trần Khánh Vy', gender: F, birthDate: '1993-06-19', unit: 'vhxh',
    position: 'Chuyên viên phòng Văn hóa – Xã hội', qualification: 'Cử nhân Khoa học quản lý', username: 'vy.tran@hongbang',
    roles: [{ role: 'INTAKE_OFFICER', basis: assignment }],
    showcase: { order: 3, vi: 'Cán bộ tiếp nhận: kiểm tra hình thức, trả hồ sơ một lần', en: 'Intake officer: formal check, one return with all faults' },
  },
  {
    ...person, key: 'nguyen-huu-loc', fullName: 'Nguyễn Hữu Lộc', gender: M, birthDate: '1986-09-08', unit: 'vhxh',
    position: 'Phó Trưởng phòng Văn hóa – Xã hội', qualification: 'Thạc sĩ Công tác xã hội', username: 'loc.nguyen@hongbang', roles: [],
  },
  {
    ...person, key: 'vu-thanh-tam', fullName: 'Vũ Thanh Tâm', gender: F, birthDate: '1992-01-23', unit: 'vhxh',
    position: 'Chuyên viên lao động và bảo trợ xã hội', qualification: 'Cử nhân Công tác xã hội', username: 'tam.vu@hongbang', roles: [],
  },
  {
    ...person, key: 'do-trong-nghia', fullName: 'Đỗ Trọng Nghĩa', gender: M, birthDate: '1977-12-16', unit: 'kinh-te',
    position: 'Trưởng phòng Kinh tế, Hạ tầng và Đô thị', qualification: 'Thạc sĩ Quản lý đô thị', username: 'nghia.do@hongbang',
    roles: [unitHead('kinh-te')],
    showcase: { order: 6, vi: 'Ủy viên Hội đồng: phiếu chấm độc lập', en: 'Council member: independent score sheets' },
  },
  {
    ...person, key: 'le-viet-hoan', fullName: 'Lê Việt Hoàn', gender: M, birthDate: '1987-03-28', unit: 'kinh-te',
    position: 'Chuyên viên quản lý đô thị', qualification: 'Kỹ sư Quy hoạch đô thị', username: 'hoan.le@hongbang', roles: [],
  },
  {
    ...person, key: 'nguyen-dieu-thao', fullName: 'Nguyễn Diệu Thảo', gender: F, birthDate: '1990-08-03', unit: 'kinh-te',
    position: 'Chuyên viên tài chính – kế hoạch', qualification: 'Cử nhân Tài chính', username: 'thao.nguyen@hongbang', roles: [],
    showcase: { order: 13, vi: 'Tác giả: có hồ sơ được trả lại để bổ sung', en: 'Author: a file was returned for a supplement' },
  },
  {
    ...person, key: 'phung-dang-tai', fullName: 'Phùng Đăng Tài', gender: M, birthDate: '1985-11-25', unit: 'kinh-te',
    position: 'Chuyên viên nông nghiệp và môi trường', qualification: 'Bác sĩ Thú y', username: 'tai.phung@hongbang', roles: [],
  },
  {
    ...person, key: 'ta-hong-son', fullName: 'Tạ Hồng Sơn', gender: M, birthDate: '1994-05-06', unit: 'kinh-te',
    position: 'Chuyên viên hạ tầng', qualification: 'Kỹ sư Hạ tầng kỹ thuật', username: 'son.ta@hongbang', roles: [],
  },
  {
    ...person, key: 'cao-minh-hue', fullName: 'Cao Minh Huệ', gender: F, birthDate: '1983-02-14', unit: 'hanh-chinh-cong',
    position: 'Phó Giám đốc Trung tâm Phục vụ hành chính công', qualification: 'Thạc sĩ Luật', username: 'hue.cao@hongbang',
    roles: [unitHead('hanh-chinh-cong')],
  },
  {
    ...person, key: 'mac-lan-huong', fullName: 'Mạc Lan Hương', gender: F, birthDate: '1992-10-12', unit: 'hanh-chinh-cong',
    position: 'Công chức tiếp nhận và trả kết quả', qualification: 'Cử nhân Hành chính học', username: 'huong.mac@hongbang', roles: [],
    showcase: { order: 1, vi: 'Tác giả: công chức một cửa, có hồ sơ ở nhiều trạng thái', en: 'Author: one-stop-shop officer with files in several states' },
  },
  {
    ...person, key: 'hoang-nhat-minh', fullName: 'Hoàng Nhật Minh', gender: M, birthDate: '1995-09-01', unit: 'hanh-chinh-cong',
    position: 'Công chức tiếp nhận và trả kết quả', qualification: 'Cử nhân Hệ thống thông tin quản lý', username: 'minh.hoang@hongbang', roles: [],
  },
  {
    ...person, key: 'dinh-quynh-trang', fullName: 'Đinh Quỳnh Trang', gender: F, birthDate: '1988-06-07', unit: 'hanh-chinh-cong',
    position: 'Công chức tư pháp – hộ tịch', qualification: 'Cử nhân Luật', username: 'trang.dinh@hongbang', roles: [],
  },
  {
    ...person, key: 'luong-ba-quyet', fullName: 'Lương Bá Quyết', gender: M, birthDate: '1980-07-22', unit: 'cong-an', unionMember: false,
    position: 'Phó Trưởng Công an phường', qualification: 'Cử nhân An ninh điều tra', username: 'quyet.luong@hongbang',
    roles: [unitHead('cong-an'), { role: 'SECURITY_OFFICER', basis: assignment }, { role: 'AUDITOR', basis: assignment }],
    showcase: { order: 11, vi: 'Cán bộ an toàn thông tin: xem nhật ký kiểm toán', en: 'Security officer: reads the audit log' },
  },
  {
    ...person, key: 'phan-dinh-trong', fullName: 'Phan Đình Trọng', gender: M, birthDate: '1991-04-04', unit: 'cong-an', unionMember: false,
    position: 'Cán bộ Cảnh sát khu vực', qualification: 'Cử nhân Cảnh sát', username: 'trong.phan@hongbang', roles: [],
  },
  {
    ...person, key: 'trinh-quoc-bao', fullName: 'Trịnh Quốc Bảo', gender: M, birthDate: '1993-12-29', unit: 'cong-an', unionMember: false,
    position: 'Cán bộ phụ trách an ninh mạng', qualification: 'Kỹ sư An toàn thông tin', username: 'bao.trinh@hongbang', roles: [],
  },
  {
    ...person, key: 'vuong-thanh-nga', fullName: 'Vương Thanh Nga', gender: F, birthDate: '1984-01-18', unit: 'su-nghiep',
    position: 'Giám đốc Trung tâm Dịch vụ sự nghiệp công', qualification: 'Cử nhân Báo chí', username: 'nga.vuong@hongbang',
    roles: [unitHead('su-nghiep')],
  },
  {
    ...person, key: 'lam-tung-bach', fullName: 'Lâm Tùng Bách', gender: M, birthDate: '1996-03-15', unit: 'su-nghiep',
    position: 'Viên chức truyền thanh – truyền thông', qualification: 'Cử nhân Truyền thông đa phương tiện', username: 'bach.lam@hongbang', roles: [],
  },
];
