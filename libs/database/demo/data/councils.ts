import type { DemoCouncil, DemoSession } from './types.js';

/** The council of seven voting members; the head of the ward, who decides, is not one of them. */
export const councils: readonly DemoCouncil[] = [
  {
    key: 'hoi-dong', tenant: 'hong-bang', name: 'Hội đồng đánh giá sáng kiến phường Hồng Bàng',
    decisionNumber: '214/QĐ-UBND', decisionDaysAgo: 472,
    termFromDaysAgo: 470, termToDaysAgo: -260,
    members: [
      { person: 'ngo-bich-hao', role: 'CHAIR', voting: true, leniency: 0 },
      { person: 'hoang-gia-bach', role: 'DEPUTY_CHAIR', voting: true, leniency: -3 },
      { person: 'doan-minh-chau', role: 'SECRETARY', voting: true, leniency: 1 },
      { person: 'do-trong-nghia', role: 'MEMBER', voting: true, leniency: -5 },
      { person: 'cao-minh-hue', role: 'MEMBER', voting: true, leniency: 2 },
      { person: 'do-hai-van', role: 'EXPERT', voting: true, leniency: 4 },
      { person: 'ha-ngoc-binh', role: 'UNION_REP', voting: true, leniency: 3 },
    ],
  },
];

export const sessions: readonly DemoSession[] = [
  {
    key: 'phien-dang-cham', council: 'hoi-dong', campaign: 'dang-cham', title: 'Phiên họp đánh giá sáng kiến đợt thứ hai',
    place: 'Phòng họp số 2, trụ sở UBND phường Hồng Bàng', mode: 'IN_PERSON',
    scoringOpensDaysAgo: 9, scoringClosesDaysAgo: -6, meetsDaysAgo: -8,
    agenda: [
      'nhac-ho-tich', 'quay-chu-ky-so', 'doi-soat-ho-tich', 'goc-toan-tai-che', 'thi-nghiem-quang-hoc', 'hop-thu-tam-su',
      'the-mau-tang-huyet-ap', 'phan-loai-rac',
    ],
  },
  {
    key: 'phien-da-quyet-dinh', council: 'hoi-dong', campaign: 'da-quyet-dinh', title: 'Phiên họp đánh giá sáng kiến đợt thứ nhất',
    place: 'Hội trường UBND phường Hồng Bàng', mode: 'IN_PERSON',
    scoringOpensDaysAgo: 186, scoringClosesDaysAgo: 172, meetsDaysAgo: 170,
    agenda: [
      'xep-hang-hen-gio', 'binh-dan-hoc-vu-so', 'bieu-mau-mot-lan', 'hop-khong-giay', 'thuc-don-tuan', 'goc-doc-hanh-lang',
      'stem-tai-che', 'bo-gay-qr', 'chi-tra-tro-cap', 'cho-khong-tien-mat', 'tiem-phong-dai', 'canh-bao-lua-dao',
    ],
  },
  {
    key: 'phien-nam-truoc', council: 'hoi-dong', campaign: 'nam-truoc', title: 'Phiên họp đánh giá sáng kiến của năm',
    place: 'Hội trường UBND phường Hồng Bàng', mode: 'HYBRID',
    scoringOpensDaysAgo: 398, scoringClosesDaysAgo: 386, meetsDaysAgo: 384,
    agenda: ['ho-so-mau', 'lan-don-tre', 'lich-tiem-chung', 'bao-ngap', 'vuon-thuy-canh'],
  },
];
