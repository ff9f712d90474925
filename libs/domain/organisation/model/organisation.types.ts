import { Field as GqlField, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connection, DateTime, LocalDate, PUBLIC, TypeAccess } from '@kit/graphql';
import { OrgUnitKind, SchoolLevel, TenantKind } from './closed-lists.js';

registerEnumType(TenantKind, {
  name: 'TenantKind',
  description: 'What a tenant is.',
  valuesMap: {
    WARD: { description: 'Phường.' },
    COMMUNE: { description: 'Xã.' },
    SPECIAL_ZONE: { description: 'Đặc khu.' },
    CITY: { description: 'A city or province above the commune level.' },
  },
});

registerEnumType(OrgUnitKind, {
  name: 'OrgUnitKind',
  description: 'What a unit of a ward is.',
  valuesMap: {
    DEPARTMENT: { description: 'Phòng chuyên môn.' },
    OFFICE: { description: 'Văn phòng, or the body itself.' },
    SERVICE_CENTRE: { description: 'Trung tâm phục vụ hành chính công.' },
    PUBLIC_UNIT: { description: 'Đơn vị sự nghiệp công lập.' },
    POLICE: { description: 'Công an.' },
    MILITARY: { description: 'Ban chỉ huy quân sự.' },
    SCHOOL: { description: 'Trường học.' },
    HEALTH_STATION: { description: 'Trạm y tế.' },
    FRONT_UNION: { description: 'Mặt trận Tổ quốc and the socio-political unions.' },
    RESIDENT_GROUP: { description: 'Tổ dân phố.' },
    DIGITAL_TEAM: { description: 'Tổ công nghệ số cộng đồng.' },
    ENTERPRISE: { description: 'Doanh nghiệp.' },
    GROUP: { description: 'A working group, or units named together.' },
  },
});

registerEnumType(SchoolLevel, {
  name: 'SchoolLevel',
  description: 'The level of a school.',
  valuesMap: {
    MN: { description: 'Mầm non.' },
    TH: { description: 'Tiểu học.' },
    THCS: { description: 'Trung học cơ sở.' },
    THPT: { description: 'Trung học phổ thông.' },
  },
});

@ObjectType({ description: 'A ward, commune, special zone or city. Nothing crosses from one to another.' })
@TypeAccess('tenant.read')
export class Tenant {
  @GqlField(() => ID)
  id: string;

  @GqlField({ description: 'Part of addresses, such as "hong-bang".' })
  code: string;

  @GqlField({ description: 'Such as "Phường Hồng Bàng".' })
  name: string;

  @GqlField(() => TenantKind)
  kind: TenantKind;

  @GqlField(() => String, { nullable: true, description: 'The city it belongs to, when that city is on the platform.' })
  cityName: string | null;

  @GqlField({ description: 'Địa danh: the place printed before the date of a document.' })
  placeName: string;

  @GqlField({ description: 'Who decides, such as "Chủ tịch Ủy ban nhân dân phường".' })
  headTitle: string;
}

@ObjectType({ description: 'This installation, as everybody may know it.' })
@TypeAccess(PUBLIC)
export class Site {
  @GqlField({ description: 'The name of the platform.' })
  name: string;

  @GqlField(() => Tenant, {
    nullable: true,
    description: "The viewer's ward; for visitors the one ward of the installation, null when it serves several.",
  })
  tenant: Tenant | null;

  @GqlField({ description: 'Whether the data are samples: the app then shows a banner.' })
  isDemo: boolean;

  @GqlField(() => DateTime, { description: 'The clock that decides at deadlines: that of the database.' })
  now: Date;

  @GqlField(() => LocalDate, { description: 'The day of `now` in Vietnam.' })
  today: string;

  @GqlField(() => String, { nullable: true, description: 'Where the GraphQL IDE is, relative to the address of the site; null where it is switched off.' })
  ideUrl: string | null;
}

@ObjectType({ description: 'A unit of the tree of a ward.' })
@TypeAccess('unit.read')
export class OrgUnit {
  @GqlField(() => ID)
  id: string;

  @GqlField({ description: 'Unique in the ward, such as "VHXH".' })
  code: string;

  @GqlField({ description: 'As in decisions: "Phòng Văn hóa – Xã hội".' })
  officialName: string;

  @GqlField({ description: 'As in tables: "Phòng VH-XH".' })
  shortName: string;

  @GqlField(() => OrgUnitKind)
  kind: OrgUnitKind;

  @GqlField(() => SchoolLevel, { nullable: true, description: 'Only of schools.' })
  schoolLevel: SchoolLevel | null;

  @GqlField(() => ID, { nullable: true, description: 'The unit above; null at the top of the tree.' })
  parentId: string | null;

  @GqlField(() => [String], { description: 'Other spellings under which plans and tables name the unit, sorted.' })
  aliases: string[];

  @GqlField({ description: 'Whether it is a "cơ sở" that may itself recognise initiatives (Decree 13/2012 Art. 2).' })
  isRecognisingBody: boolean;

  @GqlField({ description: 'Whether it acts in its own name (tư cách pháp nhân).' })
  hasLegalPersonality: boolean;
}

@ObjectType({ description: 'A person of the ward as colleagues may see them. Never holds personal data.' })
@TypeAccess('person.read')
export class Person {
  @GqlField(() => ID)
  id: string;

  @GqlField({ description: 'Family name first, given name last: "Nguyễn Thị Ánh".' })
  fullName: string;

  @GqlField(() => OrgUnit, { nullable: true, description: 'Where the person works; null for people outside every unit.' })
  unit: OrgUnit | null;

  @GqlField(() => String, { nullable: true, description: 'Chức vụ, such as "Chuyên viên".' })
  position: string | null;
}

export const PersonConnection = connection(Person);

@ObjectType({ description: 'A field of application (lĩnh vực áp dụng). Public: the register shows it.' })
@TypeAccess(PUBLIC)
export class Field {
  @GqlField(() => ID)
  id: string;

  @GqlField({ description: 'Unique in the ward, such as "CCHC".' })
  code: string;

  @GqlField()
  name: string;

  @GqlField(() => String, { nullable: true })
  nameEn: string | null;
}
