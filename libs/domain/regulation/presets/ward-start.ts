import { COMMON_PROCEDURE } from './common-rules.js';
import { NATIONAL_BASES } from './legal-bases.js';
import type { RegulationPreset } from './preset.js';
import { WARD_START_CRITERIA } from './ward-start-criteria.js';

/** A starting regulation for a ward that has none yet; to be replaced by the ward's own. */
export const WARD_START: RegulationPreset = {
  code: 'ward-start',
  name: 'Quy chế đánh giá khởi đầu dành cho xã, phường',
  nameEn: 'Starting evaluation regulation for a commune or ward',
  description: 'Năm điều kiện pháp lý và thang 100 điểm: tính mới 20, hiệu quả áp dụng 45, khả năng nhân rộng 35. Xã, phường chỉnh sửa và ban hành thành quy chế của mình.',
  descriptionEn: 'Five legal conditions and 100 points: novelty 20, application effectiveness 45, replicability 35. A ward edits it and issues it as its own.',
  legalBases: NATIONAL_BASES,
  toBeCompleted: [],
  rules: {
    ...COMMON_PROCEDURE,
    scalePoints: 10_000,
    groups: [
      { code: 'LEGAL_CONDITIONS', name: 'Điều kiện công nhận', nameEn: 'Conditions of recognition' },
      { code: 'NOVELTY', name: 'Tính mới', nameEn: 'Novelty' },
      { code: 'EFFECTIVENESS', name: 'Hiệu quả áp dụng', nameEn: 'Application effectiveness' },
      { code: 'REPLICABILITY', name: 'Khả năng nhân rộng', nameEn: 'Replicability' },
    ],
    criteria: WARD_START_CRITERIA,
    thresholds: {
      recognise: { total: 5000, criterionMinimums: { NOVELTY: 1000 } },
      effectiveAndReplicable: { total: 7000, passMinimums: true },
      cityCandidate: { total: 8500, measureMinimums: { REPLICABILITY: 2800 } },
    },
    gradeBands: [],
    filing: { oneYearRule: 'REJECT' },
  },
};
