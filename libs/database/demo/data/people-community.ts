import type { DemoPerson, DemoRole, UnitKey } from './types.js';

const unitHead = (unit: UnitKey): DemoRole => ({ role: 'UNIT_HEAD', unit, basis: 'Quyết định bổ nhiệm' });
const coordinator = (unit: UnitKey): DemoRole => ({ role: 'SCHOOL_COORDINATOR', unit, basis: 'Phân công của nhà trường' });

const person = { tenant: 'hong-bang', unionMember: true } as const;
const F = 'FEMALE';
const M = 'MALE';

/** Health station, Front and unions, schools and residential groups. All names are invented. */
export const communityPeople: readonly DemoPerson[] = [
  {
    ...person, key: 'quach-bich-lien', fullName: 'Quách Bích Liên', gender: F, birthDate: '1978-05-26', unit: 'tram-y-te',
    position: 'Trạm trưởng Trạm Y tế', qualification: 'Bác sĩ chuyên khoa I', username: 'lien.quach@hongbang', roles: [unitHead('tram-y-te')],
  },
  {
    ...person, key: 'nguyen-phuong-thuy', fullName: 'Nguyễn Phương Thúy', gender: F, birthDate: '1990-11-13', unit: 'tram-y-te',
    position: 'Điều dưỡng trưởng', qualification: 'Cử nhân Điều dưỡng', username: 'thuy.nguyen@hongbang', roles: [],
  },
  {
    ...person, key: 'dang-hoai-thu', fullName: 'Đặng Hoài Thu', gender: F, birthDate: '1987-07-31', unit: 'tram-y-te',
    position: 'Dược sĩ', qualification: 'Dược sĩ đại học', username: 'thu.dang@hongbang', roles: [],
  },
  {
    ...person, key: 'tran-xuan-hop', fullName: 'Trần Xuân Hợp', gender: M, birthDate: '1971-02-08', unit: 'mat-tran',
    position: 'Phó Chủ tịch Ủy ban MTTQ Việt Nam phường', qualification: 'Cử nhân Xây dựng Đảng', username: 'hop.tran@hongbang',
    roles: [{ role: 'OBSERVER', basis: 'Chương trình giám sát của Ủy ban MTTQ phường' }],
  },
  {
    ...person, key: 'pham-minh-tuyet', fullName: 'Phạm Minh Tuyết', gender: F, birthDate: '1985-09-24', unit: 'mat-tran',
    position: 'Chủ tịch Hội Liên hiệp Phụ nữ phường', qualification: 'Cử nhân Xã hội học', username: 'tuyet.pham@hongbang', roles: [],
  },
  {
    ...person, key: 'nguyen-manh-khoi', fullName: 'Nguyễn Mạnh Khôi', gender: M, birthDate: '1995-04-30', unit: 'mat-tran',
    position: 'Bí thư Đoàn Thanh niên phường', qualification: 'Cử nhân Chính trị học', username: 'khoi.nguyen@hongbang', roles: [],
  },
  {
    ...person, key: 'ha-ngoc-binh', fullName: 'Hà Ngọc Bình', gender: F, birthDate: '1976-06-03', unit: 'mat-tran',
    position: 'Chủ tịch Công đoàn phường', qualification: 'Cử nhân Kinh tế lao động', username: 'binh.ha@hongbang', roles: [],
  },
  {
    ...person, key: 'do-hai-van', fullName: 'Đỗ Hải Vân', gender: F, birthDate: '1976-10-20', unit: 'thcs-hai-dang',
    position: 'Hiệu trưởng', qualification: 'Thạc sĩ Lí luận và phương pháp dạy học', username: 'van.do@hongbang',
    roles: [unitHead('thcs-hai-dang')],
    showcase: { order: 14, vi: 'Ủy viên Hội đồng và đồng tác giả một sáng kiến: không được chấm hồ sơ của mình', en: 'Council member and co-author of an initiative: may not score her own file' },
  },
  {
    ...person, key: 'bui-quang-hien', fullName: 'Bùi Quang Hiển', gender: M, birthDate: '1988-01-05', unit: 'thcs-hai-dang',
    position: 'Giáo viên Khoa học tự nhiên', qualification: 'Cử nhân Sư phạm Vật lí', username: 'hien.bui@hongbang', roles: [coordinator('thcs-hai-dang')],
  },
  {
    ...person, key: 'tran-nha-uyen', fullName: 'Trần Nhã Uyên', gender: F, birthDate: '1991-08-16', unit: 'thcs-hai-dang',
    position: 'Giáo viên Tin học', qualification: 'Cử nhân Sư phạm Tin học', username: 'uyen.tran@hongbang', roles: [],
    showcase: { order: 2, vi: 'Tác giả: giáo viên có bản nháp đã đủ, sẵn sàng nộp', en: 'Author: teacher with a draft that is ready to submit' },
  },
  {
    ...person, key: 'nguyen-duy-phong', fullName: 'Nguyễn Duy Phong', gender: M, birthDate: '1985-03-19', unit: 'thcs-anh-duong',
    position: 'Giáo viên Khoa học tự nhiên', qualification: 'Thạc sĩ Sinh học', username: 'phong.nguyen@hongbang', roles: [],
  },
  {
    ...person, key: 'le-cam-tu', fullName: 'Lê Cẩm Tú', gender: F, birthDate: '1989-12-11', unit: 'thcs-anh-duong',
    position: 'Giáo viên Ngữ văn, tổ trưởng tổ tư vấn tâm lí', qualification: 'Cử nhân Sư phạm Ngữ văn', username: 'tu.le@hongbang', roles: [],
  },
  {
    ...person, key: 'pham-thu-giang', fullName: 'Phạm Thu Giang', gender: F, birthDate: '1980-04-25', unit: 'th-song-cam',
    position: 'Hiệu trưởng', qualification: 'Thạc sĩ Giáo dục tiểu học', username: 'giang.pham@hongbang', roles: [unitHead('th-song-cam')],
  },
  {
    ...person, key: 'vu-yen-nhi', fullName: 'Vũ Yến Nhi', gender: F, birthDate: '1993-02-02', unit: 'th-song-cam',
    position: 'Giáo viên chủ nhiệm khối 4', qualification: 'Cử nhân Giáo dục tiểu học', username: 'nhi.vu@hongbang', roles: [coordinator('th-song-cam')],
  },
  {
    ...person, key: 'hoang-kim-oanh', fullName: 'Hoàng Kim Oanh', gender: F, birthDate: '1987-05-09', unit: 'th-ben-cang',
    position: 'Tổ trưởng chuyên môn khối 1', qualification: 'Cử nhân Giáo dục tiểu học', username: 'oanh.hoang@hongbang', roles: [],
  },
  {
    ...person, key: 'nguyen-bao-tram', fullName: 'Nguyễn Bảo Trâm', gender: F, birthDate: '1994-10-27', unit: 'th-phuong-vi',
    position: 'Giáo viên kiêm phụ trách thư viện', qualification: 'Cử nhân Giáo dục tiểu học', username: 'tram.nguyen@hongbang', roles: [],
  },
  {
    ...person, key: 'khuc-dinh-huy', fullName: 'Khúc Đình Huy', gender: M, birthDate: '1978-12-01', unit: 'th-phuong-vi',
    position: 'Hiệu trưởng', qualification: 'Thạc sĩ Quản lý giáo dục', username: 'huy.khuc@hongbang', roles: [unitHead('th-phuong-vi')],
  },
  {
    ...person, key: 'dang-thuy-mien', fullName: 'Đặng Thùy Miên', gender: F, birthDate: '1979-09-15', unit: 'mn-phuong-do',
    position: 'Hiệu trưởng', qualification: 'Cử nhân Giáo dục mầm non', username: 'mien.dang@hongbang', roles: [unitHead('mn-phuong-do')],
  },
  {
    ...person, key: 'luu-hong-gam', fullName: 'Lưu Hồng Gấm', gender: F, birthDate: '1990-06-28', unit: 'mn-phuong-do',
    position: 'Giáo viên lớp 4–5 tuổi', qualification: 'Cử nhân Giáo dục mầm non', username: 'gam.luu@hongbang', roles: [],
  },
  {
    ...person, key: 'truong-my-hanh', fullName: 'Trương Mỹ Hạnh', gender: F, birthDate: '1988-08-08', unit: 'mn-cua-song',
    position: 'Phó Hiệu trưởng phụ trách nuôi dưỡng', qualification: 'Cử nhân Giáo dục mầm non', username: 'hanh.truong@hongbang',
    roles: [coordinator('mn-cua-song')],
  },
  {
    ...person, key: 'phi-ngoc-mai', fullName: 'Phí Ngọc Mai', gender: F, birthDate: '1977-03-23', unit: 'mn-cua-song',
    position: 'Hiệu trưởng', qualification: 'Cử nhân Giáo dục mầm non', username: 'mai.phi@hongbang', roles: [unitHead('mn-cua-song')],
  },
  {
    ...person, key: 'phan-thao-van', fullName: 'Phan Thảo Vân', gender: F, birthDate: '1995-01-30', unit: 'mn-sao-bien',
    position: 'Giáo viên lớp 3–4 tuổi', qualification: 'Cao đẳng Sư phạm mầm non', username: 'van.phan@hongbang', roles: [],
  },
  {
    ...person, key: 'nguyen-viet-thuan', fullName: 'Nguyễn Viết Thuận', gender: M, birthDate: '1962-07-10', unit: 'to-dan-pho-7', unionMember: false,
    position: 'Tổ trưởng tổ dân phố', qualification: 'Trung cấp Cơ khí', username: 'thuan.nguyen@hongbang', roles: [unitHead('to-dan-pho-7')],
  },
  {
    ...person, key: 'mai-thi-nhan', fullName: 'Mai Thị Nhàn', gender: F, birthDate: '1965-11-20', unit: 'to-dan-pho-12', unionMember: false,
    position: 'Tổ trưởng tổ dân phố', qualification: 'Cao đẳng Sư phạm (đã nghỉ hưu)', username: 'nhan.mai@hongbang', roles: [unitHead('to-dan-pho-12')],
  },
  {
    ...person, key: 'tong-gia-hung', fullName: 'Tống Gia Hưng', gender: M, birthDate: '1998-02-18', unit: 'to-cong-nghe-so', unionMember: false,
    position: 'Tổ phó Tổ công nghệ số cộng đồng', qualification: 'Cử nhân Khoa học máy tính', username: 'hung.tong@hongbang', roles: [],
  },
];
