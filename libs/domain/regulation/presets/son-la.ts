import { COMMON_PROCEDURE } from './common-rules.js';
import { NATIONAL_BASES } from './legal-bases.js';
import { levelsOf, type RegulationPreset } from './preset.js';

const ONE_LEVEL_ONLY = 'Chỉ chọn 01 trong 05 mức.';
const ONE_LEVEL_ONLY_EN = 'Choose exactly one of the five levels.';

/** The scale of the score sheet "Mẫu số 03" of Sơn La: every criterion has five levels, of which one is chosen. */
export const SON_LA: RegulationPreset = {
  code: 'son-la',
  name: 'Thang điểm theo Mẫu số 03 của tỉnh Sơn La',
  nameEn: 'Scale of score sheet no. 3 of Sơn La province',
  description: 'Tính mới 30 điểm với năm mức 27–30, 21–26, 16–20, 1–15 và 0; khả năng áp dụng và hiệu quả chấm theo cùng cách.',
  descriptionEn: 'Novelty 30 points in five levels 27–30, 21–26, 16–20, 1–15 and 0; applicability and effectiveness are scored the same way.',
  legalBases: [
    ...NATIONAL_BASES,
    {
      number: 'Mẫu số 03', title: 'Phiếu đánh giá giải pháp công nhận là sáng kiến', issuer: 'Tỉnh Sơn La',
      issuedOn: null, effectiveFrom: null, status: 'UNVERIFIED',
    },
  ],
  toBeCompleted: [
    { path: 'criteria.1', note: 'Điểm và các mức của khả năng áp dụng cần đối chiếu với mẫu phiếu gốc.', noteEn: 'Points and levels of applicability are to be checked against the original form.' },
    { path: 'criteria.2', note: 'Điểm và các mức của hiệu quả cần đối chiếu với mẫu phiếu gốc.', noteEn: 'Points and levels of effectiveness are to be checked against the original form.' },
    { path: 'thresholds', note: 'Mẫu phiếu không nêu ngưỡng công nhận; tạm lấy 50 và 70 điểm.', noteEn: 'The form names no thresholds; 50 and 70 points stand in.' },
  ],
  rules: {
    ...COMMON_PROCEDURE,
    scalePoints: 10_000,
    groups: [{ code: 'SCALE', name: 'Tiêu chí chấm điểm', nameEn: 'Scored criteria' }],
    criteria: [
      {
        code: 'NOVELTY', groupCode: 'SCALE', name: 'Tính mới', nameEn: 'Novelty', kind: 'SCORED', measures: 'NOVELTY',
        guidance: ONE_LEVEL_ONLY, guidanceEn: ONE_LEVEL_ONLY_EN, maxPoints: 3000, step: 100,
        levels: levelsOf([
          [2700, 3000, 'Hoàn toàn mới, được áp dụng lần đầu.', 'Entirely new, applied for the first time.'],
          [2100, 2600, 'Cải tiến so với giải pháp trước đây ở mức độ tốt.', 'A good improvement on earlier solutions.'],
          [1600, 2000, 'Cải tiến so với giải pháp trước đây ở mức độ khá.', 'A fair improvement on earlier solutions.'],
          [100, 1500, 'Cải tiến so với giải pháp trước đây ở mức độ trung bình.', 'A modest improvement on earlier solutions.'],
          [0, 0, 'Không có yếu tố mới hoặc sao chép giải pháp đã có.', 'Nothing new, or copied from an existing solution.'],
        ]),
      },
      {
        code: 'APPLICABILITY', groupCode: 'SCALE', name: 'Khả năng áp dụng', nameEn: 'Applicability', kind: 'SCORED',
        measures: 'REPLICABILITY', guidance: ONE_LEVEL_ONLY, guidanceEn: ONE_LEVEL_ONLY_EN, maxPoints: 3000, step: 100,
        levels: levelsOf([
          [2700, 3000, 'Áp dụng được trong toàn tỉnh hoặc ngoài tỉnh.', 'Applicable across the province or beyond.'],
          [2100, 2600, 'Áp dụng được ở nhiều ngành, nhiều địa phương trong tỉnh.', 'Applicable in many sectors and places of the province.'],
          [1600, 2000, 'Áp dụng được ở một số đơn vị có cùng điều kiện.', 'Applicable in some units with the same conditions.'],
          [100, 1500, 'Chỉ áp dụng được tại đơn vị.', 'Applicable only at the unit.'],
          [0, 0, 'Không có khả năng áp dụng.', 'Not applicable.'],
        ]),
      },
      {
        code: 'EFFECTIVENESS', groupCode: 'SCALE', name: 'Hiệu quả', nameEn: 'Effectiveness', kind: 'SCORED',
        measures: 'EFFECTIVENESS', guidance: ONE_LEVEL_ONLY, guidanceEn: ONE_LEVEL_ONLY_EN, maxPoints: 4000, step: 100,
        levels: levelsOf([
          [3600, 4000, 'Hiệu quả rất cao, có số liệu và minh chứng đầy đủ.', 'Very high effect with full figures and evidence.'],
          [2800, 3500, 'Hiệu quả cao, có số liệu và minh chứng.', 'High effect with figures and evidence.'],
          [2100, 2700, 'Có hiệu quả, minh chứng chưa đầy đủ.', 'Effective, evidence incomplete.'],
          [100, 2000, 'Hiệu quả thấp hoặc chưa rõ.', 'Low or unclear effect.'],
          [0, 0, 'Không có hiệu quả.', 'No effect.'],
        ]),
      },
    ],
    thresholds: {
      recognise: { total: 5000 },
      effectiveAndReplicable: { total: 7000, measureMinimums: { EFFECTIVENESS: 2000, REPLICABILITY: 1500 } },
    },
    gradeBands: [],
    filing: { oneYearRule: 'REJECT' },
  },
};
