/** What a tenant is. Wards, communes and special zones are the commune level (Law on Local Government 2025); a city is above them. */
export const TenantKind = { WARD: 'WARD', COMMUNE: 'COMMUNE', SPECIAL_ZONE: 'SPECIAL_ZONE', CITY: 'CITY' } as const;
export type TenantKind = keyof typeof TenantKind;

/** Kinds of units as they occur in wards. */
export const OrgUnitKind = {
  DEPARTMENT: 'DEPARTMENT', OFFICE: 'OFFICE', SERVICE_CENTRE: 'SERVICE_CENTRE', PUBLIC_UNIT: 'PUBLIC_UNIT', POLICE: 'POLICE',
  MILITARY: 'MILITARY', SCHOOL: 'SCHOOL', HEALTH_STATION: 'HEALTH_STATION', FRONT_UNION: 'FRONT_UNION',
  RESIDENT_GROUP: 'RESIDENT_GROUP', DIGITAL_TEAM: 'DIGITAL_TEAM', ENTERPRISE: 'ENTERPRISE', GROUP: 'GROUP',
} as const;
export type OrgUnitKind = keyof typeof OrgUnitKind;

/** Mầm non, tiểu học, trung học cơ sở, trung học phổ thông. */
export const SchoolLevel = { MN: 'MN', TH: 'TH', THCS: 'THCS', THPT: 'THPT' } as const;
export type SchoolLevel = keyof typeof SchoolLevel;

export type Gender = 'FEMALE' | 'MALE' | 'OTHER';

/** What another person is to the one who declares it (INV-11). */
export const KinshipKind = {
  SPOUSE: 'SPOUSE', PARENT: 'PARENT', CHILD: 'CHILD', SIBLING: 'SIBLING', IN_LAW: 'IN_LAW', OTHER_INTEREST: 'OTHER_INTEREST',
} as const;
export type KinshipKind = keyof typeof KinshipKind;
