import type { DemoCampaign } from './types.js';

/** The campaigns of the demo ward: one open, one in scoring, one decided this year, one decided last year. */
export const campaigns: readonly DemoCampaign[] = [
  {
    key: 'dang-mo', tenant: 'hong-bang', code: 'dot-3-{year}', name: 'Đợt xét sáng kiến cấp cơ sở cuối năm {year}', yearOffset: 0, phase: 'OPEN',
    opensDaysAgo: 27, deadlineDaysAgo: -18, targetCount: 8,
    description: 'Nhận đơn yêu cầu công nhận sáng kiến của cán bộ, công chức, viên chức, giáo viên và người dân trên địa bàn phường; ưu tiên sáng kiến cải cách hành chính, chuyển đổi số và sáng kiến đã áp dụng tại cơ sở.',
  },
  {
    key: 'dang-cham', tenant: 'hong-bang', code: 'dot-2-{year}', name: 'Đợt xét sáng kiến cấp cơ sở thứ hai năm {year}', yearOffset: 0, phase: 'SCORING',
    opensDaysAgo: 112, deadlineDaysAgo: 74, targetCount: 6,
    description: 'Hội đồng đang chấm điểm độc lập về tính mới, hiệu quả áp dụng và khả năng nhân rộng của các sáng kiến đã được chấp nhận đơn.',
  },
  {
    key: 'da-quyet-dinh', tenant: 'hong-bang', code: 'dot-1-{year}', name: 'Đợt xét sáng kiến cấp cơ sở thứ nhất năm {year}', yearOffset: 0, phase: 'DECIDED',
    opensDaysAgo: 262, deadlineDaysAgo: 228, targetCount: 10,
    description: 'Đợt xét thứ nhất trong năm, phục vụ chỉ tiêu tối thiểu 10 sáng kiến cấp cơ sở được áp dụng có hiệu quả theo kế hoạch của phường.',
    decision: {
      issuedDaysAgo: 151, signer: 'vu-duc-thinh', signingMode: 'HEAD',
      summary: 'Về việc công nhận sáng kiến, công nhận hiệu quả áp dụng và khả năng nhân rộng của sáng kiến cấp cơ sở',
    },
  },
  {
    key: 'nam-truoc', tenant: 'hong-bang', code: 'dot-1-{year}', name: 'Đợt xét sáng kiến cấp cơ sở năm {year}', yearOffset: -1, phase: 'DECIDED',
    opensDaysAgo: 452, deadlineDaysAgo: 422, targetCount: 4,
    description: 'Đợt xét của năm trước; kết quả đã công bố và đang được theo dõi nhân rộng.',
    decision: {
      issuedDaysAgo: 368, signer: 'luu-quang-khai', signingMode: 'FOR_HEAD',
      summary: 'Về việc công nhận sáng kiến và hiệu quả áp dụng, khả năng nhân rộng của sáng kiến',
    },
  },
];
