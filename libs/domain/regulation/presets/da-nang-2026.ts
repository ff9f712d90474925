import { COMMON_PROCEDURE } from './common-rules.js';
import { NATIONAL_BASES } from './legal-bases.js';
import { levelsOf, type RegulationPreset } from './preset.js';

/** The scale of the education service of Đà Nẵng, Decision 465/QĐ-SGDĐT of 6 March 2026. */
export const DA_NANG_2026: RegulationPreset = {
  code: 'da-nang-2026',
  name: 'Thang điểm ngành giáo dục Đà Nẵng năm 2026',
  nameEn: 'Scale of the education service of Đà Nẵng, 2026',
  description: 'Tính mới 40, khả năng áp dụng 30, lợi ích thiết thực 30. Công nhận khi tổng điểm từ 50 và mỗi tiêu chí từ 10; xếp loại A, B, C theo tổng điểm và tính mới.',
  descriptionEn: 'Novelty 40, applicability 30, practical benefit 30. Recognised from 50 in total and 10 in each criterion; grades A, B, C by total and novelty.',
  legalBases: [
    ...NATIONAL_BASES,
    {
      number: '89/2025/QĐ-UBND', title: 'Quyết định quy định về hoạt động sáng kiến trên địa bàn thành phố Đà Nẵng',
      issuer: 'Ủy ban nhân dân thành phố Đà Nẵng', issuedOn: '2025-12-17', effectiveFrom: '2026-01-01', status: 'IN_FORCE',
    },
    {
      number: '465/QĐ-SGDĐT', title: 'Quyết định về xét, công nhận sáng kiến ngành giáo dục năm 2026',
      issuer: 'Sở Giáo dục và Đào tạo thành phố Đà Nẵng', issuedOn: '2026-03-06', effectiveFrom: null, status: 'UNVERIFIED',
    },
  ],
  toBeCompleted: [
    {
      path: 'thresholds.effectiveAndReplicable',
      note: 'Văn bản nguồn không nêu ngưỡng công nhận hiệu quả áp dụng và khả năng nhân rộng; tạm lấy mức “có khả năng nhân rộng trong ngành” (từ 16 điểm) làm ngưỡng.',
      noteEn: 'The source names no threshold for effectiveness and replicability; the level “able to spread in the sector” (from 16 points) stands in.',
    },
    {
      path: 'vote',
      note: 'Tỷ lệ biểu quyết lấy theo Điều 8 Điều lệ Sáng kiến.',
      noteEn: 'The majority follows Art. 8 of the Initiative Charter.',
    },
  ],
  rules: {
    ...COMMON_PROCEDURE,
    scalePoints: 10_000,
    groups: [{ code: 'SCALE', name: 'Tiêu chí chấm điểm', nameEn: 'Scored criteria' }],
    criteria: [
      {
        code: 'NOVELTY', groupCode: 'SCALE', name: 'Tính mới', nameEn: 'Novelty', kind: 'SCORED', measures: 'NOVELTY',
        maxPoints: 4000, passMinimum: 1000, step: 100,
        levels: levelsOf([
          [3100, 4000, 'Giải pháp mới hoàn toàn, lần đầu được tạo ra và áp dụng.', 'Entirely new, created and applied for the first time.'],
          [2100, 3000, 'Giải pháp có cải tiến rõ rệt so với giải pháp đã có.', 'Clearly improves an existing solution.'],
          [0, 2000, 'Giải pháp cải tiến ít hoặc vận dụng lại giải pháp đã có.', 'Improves little, or applies an existing solution again.'],
        ]),
      },
      {
        code: 'APPLICABILITY', groupCode: 'SCALE', name: 'Khả năng áp dụng', nameEn: 'Applicability', kind: 'SCORED',
        measures: 'REPLICABILITY', maxPoints: 3000, passMinimum: 1000, step: 100,
        levels: levelsOf([
          [1600, 3000, 'Đã áp dụng và có khả năng nhân rộng trong ngành.', 'Applied, and able to spread in the sector.'],
          [0, 1500, 'Áp dụng tại đơn vị, không có khả năng nhân rộng.', 'Applied at the unit, not replicable.'],
        ]),
      },
      {
        code: 'BENEFIT', groupCode: 'SCALE', name: 'Lợi ích thiết thực', nameEn: 'Practical benefit', kind: 'SCORED',
        measures: 'EFFECTIVENESS', maxPoints: 3000, passMinimum: 1000, step: 100,
        levels: levelsOf([
          [2100, 3000, 'Lợi ích tính được bằng tiền.', 'The benefit is computed in money.'],
          [0, 2000, 'Lợi ích không tính được bằng tiền.', 'The benefit cannot be computed in money.'],
        ]),
      },
    ],
    thresholds: {
      recognise: { total: 5000, passMinimums: true },
      effectiveAndReplicable: { total: 5000, passMinimums: true, measureMinimums: { REPLICABILITY: 1600 } },
    },
    gradeBands: [
      { code: 'A', label: 'Loại A', labelEn: 'Grade A', minTotal: 8500, criterionMinimums: { NOVELTY: 3000 } },
      { code: 'B', label: 'Loại B', labelEn: 'Grade B', minTotal: 7000, criterionMinimums: { NOVELTY: 2000 } },
      { code: 'C', label: 'Loại C', labelEn: 'Grade C', minTotal: 5000, criterionMinimums: { NOVELTY: 1000 } },
    ],
    filing: { oneYearRule: 'REJECT', minimumShareBp: 3000 },
  },
};
