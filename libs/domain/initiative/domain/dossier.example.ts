import type { Dossier, DossierAuthor } from './dossier.js';

/* A complete dossier for the specs of this folder. */

export const anAuthor = (given: Partial<DossierAuthor> = {}): DossierAuthor => ({
  personId: 'p-1', role: 'LEAD', fullName: 'Nguyễn Thị Ánh', birthDate: '1985-04-12', unitName: 'Phòng Văn hóa – Xã hội',
  jobTitle: 'Chuyên viên', qualification: 'Cử nhân', shareBp: 10000, confirmedAt: '2026-11-01T02:00:00Z', declinedAt: null, ...given,
});

export const aDossier = (given: Partial<Dossier> = {}): Dossier => ({
  id: 'i-1', code: 'SK-2026-0001', state: 'DRAFT',
  campaign: { id: 'c-1', code: '2026-cuoi-nam', name: 'Đợt xét cuối năm 2026' },
  title: 'Sổ tay điện tử tiếp công dân tại phường', kind: 'MANAGEMENT',
  field: { id: 'f-1', code: 'CCHC', name: 'Cải cách hành chính' },
  submittingUnit: { id: 'u-1', code: 'VHXH', name: 'Phòng Văn hóa – Xã hội' },
  investorUnit: null, investorName: null, isStateFunded: false,
  firstAppliedOn: '2026-03-02', firstAppliedKind: 'APPLIED', firstApplicationEndsOn: null,
  summary: 'Tra cứu lịch tiếp công dân.', stateBefore: 'Ghi sổ giấy.', content: 'Lập sổ tay điện tử.', novelty: 'Chưa có tại phường.',
  conditions: 'Một máy tính.', confidentialParts: '', benefitAuthor: 'Giảm thời gian chờ.', benefitAdopters: '',
  authors: [anAuthor()],
  firstAdopters: [],
  applicationRecords: [{
    id: 'r-1', unitId: 'u-1', place: 'Bộ phận Một cửa', appliedFrom: '2026-03-02', appliedTo: null, status: 'APPLIED', isFirst: true,
    benefitKind: 'NOT_COUNTABLE', benefitAmount: null,
    measures: [{ name: 'Thời gian chờ', unit: 'phút', before: '30', after: '12.5', period: null, source: null }],
  }],
  attachments: [{
    id: 't-1', fileId: 'd-1', fileName: 'ke-hoach.pdf', fileState: 'READY', type: 'application/pdf', size: 1200, sha256: 'a'.repeat(64),
    kind: 'EVIDENCE', caption: 'Kế hoạch áp dụng', supports: 'APPLICATION', confidentiality: 'INTERNAL',
  }],
  ...given,
});
