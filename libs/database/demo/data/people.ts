import { communityPeople } from './people-community.js';
import { wardPeople } from './people-ward.js';
import type { DemoPerson } from './types.js';

/** People of the city and of the neighbour ward: enough to show that each tenant sees only its own. */
const elsewhere: readonly DemoPerson[] = [
  {
    key: 'chu-thanh-binh', tenant: 'hai-phong', fullName: 'Chu Thanh Bình', gender: 'MALE', birthDate: '1983-06-12', unit: 'so-khcn',
    position: 'Chuyên viên Sở Khoa học và Công nghệ', qualification: 'Thạc sĩ Quản lý khoa học và công nghệ', unionMember: true,
    username: 'binh.chu@haiphong', roles: [{ role: 'CITY_OFFICER', basis: 'Phân công của Giám đốc Sở' }],
  },
  {
    key: 'bach-ngoc-sang', tenant: 'tran-lieu', fullName: 'Bạch Ngọc Sáng', gender: 'MALE', birthDate: '1975-09-05', unit: 'tl-ubnd',
    position: 'Chủ tịch Ủy ban nhân dân phường', qualification: 'Thạc sĩ Kinh tế', unionMember: true,
    username: 'sang.bach@tranlieu', roles: [{ role: 'AUTHORITY_HEAD', basis: 'Kết quả bầu cử của HĐND phường' }],
  },
  {
    key: 'duong-khac-hieu', tenant: 'tran-lieu', fullName: 'Dương Khắc Hiếu', gender: 'MALE', birthDate: '1987-01-16', unit: 'tl-vhxh',
    position: 'Chuyên viên phòng Văn hóa – Xã hội', qualification: 'Cử nhân Quản lý nhà nước', unionMember: true,
    username: 'hieu.duong@tranlieu', roles: [{ role: 'INTAKE_OFFICER', basis: 'Quyết định phân công nhiệm vụ của Chủ tịch UBND phường' }],
    showcase: { order: 15, vi: 'Cán bộ tiếp nhận của phường Trần Liễu: không thấy hồ sơ của phường Hồng Bàng', en: 'Intake officer of another ward: sees nothing of Hồng Bàng' },
  },
  {
    key: 'ninh-hong-tham', tenant: 'tran-lieu', fullName: 'Ninh Hồng Thắm', gender: 'FEMALE', birthDate: '1991-10-08', unit: 'tl-vhxh',
    position: 'Chuyên viên phòng Văn hóa – Xã hội', qualification: 'Cử nhân Văn hóa học', unionMember: true,
    username: 'tham.ninh@tranlieu', roles: [],
  },
];

export const people: readonly DemoPerson[] = [...wardPeople, ...communityPeople, ...elsewhere];
