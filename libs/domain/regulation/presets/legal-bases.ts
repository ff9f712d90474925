import type { LegalBasisReference } from './preset.js';

/** National acts that every regulation on initiatives rests on, as in force in 2026. */
export const INITIATIVE_CHARTER: LegalBasisReference = {
  number: '13/2012/NĐ-CP',
  title: 'Nghị định ban hành Điều lệ Sáng kiến',
  issuer: 'Chính phủ',
  issuedOn: '2012-03-02',
  effectiveFrom: '2012-04-25',
  status: 'IN_FORCE',
  clauses: 'Điều 3, 4, 5, 6, 7, 8',
};

export const INITIATIVE_CHARTER_GUIDE: LegalBasisReference = {
  number: '18/2013/TT-BKHCN',
  title: 'Thông tư hướng dẫn thi hành một số quy định của Điều lệ Sáng kiến',
  issuer: 'Bộ Khoa học và Công nghệ',
  issuedOn: '2013-08-01',
  effectiveFrom: null,
  status: 'IN_FORCE',
  clauses: 'Điều 5, 6, 8',
};

export const EMULATION_LAW: LegalBasisReference = {
  number: '06/2022/QH15',
  title: 'Luật Thi đua, khen thưởng',
  issuer: 'Quốc hội',
  issuedOn: '2022-06-15',
  effectiveFrom: '2024-01-01',
  status: 'IN_FORCE',
};

export const EMULATION_DECREE: LegalBasisReference = {
  number: '152/2025/NĐ-CP',
  title: 'Nghị định quy định về phân cấp, phân quyền trong lĩnh vực thi đua, khen thưởng; quy định chi tiết và hướng dẫn thi hành một số điều của Luật Thi đua, khen thưởng',
  issuer: 'Chính phủ',
  issuedOn: '2025-06-14',
  effectiveFrom: '2025-07-01',
  status: 'IN_FORCE',
};

export const CIVIL_CODE: LegalBasisReference = {
  number: '91/2015/QH13',
  title: 'Bộ luật Dân sự',
  issuer: 'Quốc hội',
  issuedOn: '2015-11-24',
  effectiveFrom: '2017-01-01',
  status: 'IN_FORCE',
  clauses: 'Điều 147, 148',
};

export const NATIONAL_BASES: readonly LegalBasisReference[] = [
  INITIATIVE_CHARTER, INITIATIVE_CHARTER_GUIDE, EMULATION_LAW, EMULATION_DECREE, CIVIL_CODE,
];
