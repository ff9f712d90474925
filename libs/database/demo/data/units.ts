import type { DemoUnit } from './types.js';

const ward = { tenant: 'hong-bang', parent: 'ubnd', hasLegalPersonality: false, isRecognisingBody: false } as const;

/** Schools act in their own name and recognise their teachers' initiatives themselves (Decree 13/2012, Art. 2). */
const school = { ...ward, kind: 'SCHOOL', hasLegalPersonality: true, isRecognisingBody: true } as const;

/** Offices of the ward under the names its plan uses, with every spelling met in the plans of the city's wards. */
const offices: readonly DemoUnit[] = [
  {
    key: 'ubnd', tenant: 'hong-bang', code: 'UBND', officialName: 'Ủy ban nhân dân phường Hồng Bàng',
    shortName: 'UBND phường', aliases: ['UBND phường Hồng Bàng', 'Uỷ ban nhân dân phường', 'Lãnh đạo UBND phường', 'CT, các PCT UBND phường'],
    kind: 'OFFICE', hasLegalPersonality: true, isRecognisingBody: true,
  },
  {
    ...ward, key: 'van-phong', code: 'VP', officialName: 'Văn phòng HĐND và UBND phường', shortName: 'Văn phòng',
    aliases: [
      'Văn phòng HĐND & UBND phường', 'Văn phòng HĐND&UBND phường', 'Văn phòng HĐND và UBND', 'Văn phòng HĐND-UBND',
      'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường',
    ],
    kind: 'OFFICE',
  },
  {
    ...ward, key: 'vhxh', code: 'VHXH', officialName: 'Phòng Văn hóa – Xã hội', shortName: 'Phòng VH-XH',
    aliases: [
      'Phòng Văn hóa Xã hội', 'Phòng Văn hóa - Xã hội', 'Phòng Văn hóa-xã hội', 'Phòng Văn hóa -Xã hội', 'PhòngVăn hóa -Xã hội',
      'phòng Văn hóa - Xã hội phường', 'Phòng VHXH', 'Phòng VHXXH', 'VHXH', 'VHXX',
    ],
    kind: 'DEPARTMENT',
  },
  {
    ...ward, key: 'kinh-te', code: 'KTHTDT', officialName: 'Phòng Kinh tế, Hạ tầng và Đô thị', shortName: 'Phòng KT-HT-ĐT',
    aliases: ['Phòng Kinh tế - Hạ tầng và Đô thị', 'Phòng Kinh tế, Hạ tầng & Đô thị', 'Phòng KTHTĐT', 'Phòng Kinh tế', 'Phòng Kinh Tế phường'],
    kind: 'DEPARTMENT',
  },
  {
    ...ward, key: 'hanh-chinh-cong', code: 'TTPVHCC', officialName: 'Trung tâm Phục vụ hành chính công phường',
    shortName: 'TT Phục vụ HCC',
    aliases: [
      'Trung tâm Phục vụ Hành chính công', 'Trung tâm Phục vụ hành chính công', 'Trung tâm phục vụ hành chính công', 'TTPVHCC',
      'Bộ phận một cửa',
    ],
    kind: 'SERVICE_CENTRE',
  },
  {
    ...ward, key: 'cong-an', code: 'CAP', officialName: 'Công an phường Hồng Bàng', shortName: 'Công an phường',
    aliases: ['Công an phường', 'CA phường', 'CAP Hồng Bàng'], kind: 'POLICE', hasLegalPersonality: true,
  },
  {
    ...ward, key: 'su-nghiep', code: 'TTDVSNC', officialName: 'Trung tâm Dịch vụ sự nghiệp công phường',
    shortName: 'TT Dịch vụ SNC',
    aliases: ['Trung tâm Dịch vụ sự nghiệp công', 'Trung tâm sự nghiệp công', 'Trung tâm Sự nghiệp công', 'TTDVSNC'],
    kind: 'PUBLIC_UNIT', hasLegalPersonality: true, isRecognisingBody: true,
  },
  {
    ...ward, key: 'tram-y-te', code: 'TYT', officialName: 'Trạm Y tế phường Hồng Bàng', shortName: 'Trạm y tế',
    aliases: ['Trạm y tế', 'Trạm y tế phường', 'TYT phường'], kind: 'HEALTH_STATION', hasLegalPersonality: true, isRecognisingBody: true,
  },
  {
    ...ward, key: 'mat-tran', code: 'MTTQ', officialName: 'Ủy ban MTTQ Việt Nam và các đoàn thể chính trị - xã hội phường',
    shortName: 'UBMTTQ và đoàn thể',
    aliases: [
      'UBMTTQVN và các đoàn thể phường', 'UBMTTQ & đoàn thể', 'UB MTTQ phường', 'Ban TT UBMTTQVN và các đoàn thể phường', 'Mặt trận Tổ quốc phường',
      'MTTQ Việt Nam phường', 'MTTQ Việt Nam và các tổ chức chính trị - xã hội phường', 'Mặt trận Tổ quốc và các đoàn thể chính trị - xã hội',
    ],
    kind: 'FRONT_UNION', hasLegalPersonality: true,
  },
];

const schools: readonly DemoUnit[] = [
  { ...school, key: 'mn-phuong-do', code: 'MN-PD', officialName: 'Trường Mầm non Phượng Đỏ', shortName: 'MN Phượng Đỏ', aliases: ['Trường MN Phượng Đỏ'], schoolLevel: 'MN' },
  { ...school, key: 'mn-cua-song', code: 'MN-CS', officialName: 'Trường Mầm non Cửa Sông', shortName: 'MN Cửa Sông', aliases: ['Trường MN Cửa Sông'], schoolLevel: 'MN' },
  { ...school, key: 'mn-sao-bien', code: 'MN-SB', officialName: 'Trường Mầm non Sao Biển Xanh', shortName: 'MN Sao Biển Xanh', aliases: ['Trường MN Sao Biển Xanh'], schoolLevel: 'MN' },
  { ...school, key: 'th-song-cam', code: 'TH-SC', officialName: 'Trường Tiểu học Bờ Sông Cấm', shortName: 'TH Bờ Sông Cấm', aliases: ['Trường TH Bờ Sông Cấm'], schoolLevel: 'TH' },
  { ...school, key: 'th-ben-cang', code: 'TH-BC', officialName: 'Trường Tiểu học Bến Cảng', shortName: 'TH Bến Cảng', aliases: ['Trường TH Bến Cảng'], schoolLevel: 'TH' },
  { ...school, key: 'th-phuong-vi', code: 'TH-PV', officialName: 'Trường Tiểu học Phượng Vĩ', shortName: 'TH Phượng Vĩ', aliases: ['Trường TH Phượng Vĩ'], schoolLevel: 'TH' },
  { ...school, key: 'thcs-hai-dang', code: 'THCS-HD', officialName: 'Trường Trung học cơ sở Ngọn Hải Đăng', shortName: 'THCS Ngọn Hải Đăng', aliases: ['Trường THCS Ngọn Hải Đăng'], schoolLevel: 'THCS' },
  { ...school, key: 'thcs-anh-duong', code: 'THCS-AD', officialName: 'Trường Trung học cơ sở Ánh Dương', shortName: 'THCS Ánh Dương', aliases: ['Trường THCS Ánh Dương'], schoolLevel: 'THCS' },
];

const residents: readonly DemoUnit[] = [
  { ...ward, key: 'to-dan-pho-7', code: 'TDP-07', officialName: 'Tổ dân phố số 7', shortName: 'TDP số 7', aliases: ['Tổ dân phố 7', 'TDP 7'], kind: 'RESIDENT_GROUP' },
  { ...ward, key: 'to-dan-pho-12', code: 'TDP-12', officialName: 'Tổ dân phố số 12', shortName: 'TDP số 12', aliases: ['Tổ dân phố 12', 'TDP 12'], kind: 'RESIDENT_GROUP' },
  {
    ...ward, key: 'to-cong-nghe-so', code: 'TCNS', officialName: 'Tổ công nghệ số cộng đồng phường', shortName: 'Tổ công nghệ số',
    aliases: ['Tổ Công nghệ số cộng đồng', 'Tổ công nghệ số cộng đồng', 'TCNSCĐ'], kind: 'DIGITAL_TEAM',
  },
  {
    ...ward, key: 'cac-don-vi', code: 'CPDV', officialName: 'Các phòng, đơn vị thuộc phường', shortName: 'Các phòng, đơn vị',
    aliases: ['Các phòng, đơn vị', 'Các phòng chuyên môn, cơ quan đơn vị', 'Các phòng, ban, ngành, đơn vị liên quan'], kind: 'GROUP',
  },
];

const elsewhere: readonly DemoUnit[] = [
  {
    key: 'so-khcn', tenant: 'hai-phong', code: 'SKHCN', officialName: 'Sở Khoa học và Công nghệ', shortName: 'Sở KH&CN',
    aliases: ['Sở KHCN'], kind: 'DEPARTMENT', hasLegalPersonality: true, isRecognisingBody: false,
  },
  {
    key: 'tl-ubnd', tenant: 'tran-lieu', code: 'UBND', officialName: 'Ủy ban nhân dân phường Trần Liễu', shortName: 'UBND phường',
    aliases: ['Uỷ ban nhân dân phường'], kind: 'OFFICE', hasLegalPersonality: true, isRecognisingBody: true,
  },
  {
    key: 'tl-vhxh', tenant: 'tran-lieu', code: 'VHXH', officialName: 'Phòng Văn hóa – Xã hội', shortName: 'Phòng VH-XH',
    aliases: ['PhòngVăn hóa -Xã hội', 'Phòng Văn hóa -xã hội'], kind: 'DEPARTMENT', parent: 'tl-ubnd', hasLegalPersonality: false, isRecognisingBody: false,
  },
];

export const units: readonly DemoUnit[] = [...offices, ...schools, ...residents, ...elsewhere];
