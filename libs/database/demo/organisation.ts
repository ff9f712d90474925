import { AssignRole, CreateAccount } from '@domain/identity';
import { CreateField, CreatePerson, CreateTenant, CreateUnit } from '@domain/organisation';
import { runAs, systemViewer } from '@kit/context';
import { newId } from '@kit/ids';
import { DEMO_PASSWORD } from './accounts.js';
import { people, tenants, units, type DemoPerson, type DemoTenant, type DemoUnit, type TenantKey } from './data/index.js';
import { type DemoWard, together } from './demo-ward.js';

/** The ward that is shown; the others are there to be invisible from it. */
const SHOWN: TenantKey = 'hong-bang';

/** The fields of application the demo's initiatives belong to (domain list of a ward). */
const FIELDS: readonly (readonly [code: string, name: string, nameEn: string])[] = [
  ['CCHC', 'Cải cách hành chính', 'Administrative reform'],
  ['CDS', 'Chuyển đổi số', 'Digital transformation'],
  ['GD', 'Giáo dục', 'Education'],
  ['YT', 'Y tế', 'Health'],
  ['KT', 'Kinh tế', 'Economy'],
  ['NN', 'Nông nghiệp', 'Agriculture'],
  ['MT', 'Môi trường – đô thị', 'Environment and urban order'],
  ['VHXH', 'Văn hóa – xã hội', 'Culture and society'],
  ['ANQP', 'An ninh – quốc phòng', 'Security and defence'],
  ['KHAC', 'Lĩnh vực khác', 'Other fields'],
];

/**
 * Tenants, units, fields, people, accounts and roles. The system opens each tenant and its first administrator; in the
 * ward itself everything else is the administrator's work.
 */
export async function writeOrganisation(ward: DemoWard): Promise<void> {
  // A city comes before its wards.
  for (const tenant of [...tenants].sort((a, b) => Number(a.city !== undefined) - Number(b.city !== undefined))) {
    await openTenant(ward, tenant);
    await asAdministrator(ward, tenant.key, async () => {
      const rest = units.filter((unit) => unit.tenant === tenant.key);
      for (const unit of rest) await writeUnit(ward, unit);
      if (tenant.key === SHOWN) await writeFields(ward);
    });
  }
  ward.tell(`${units.length} đơn vị của ${tenants.length} địa phương`, `${units.length} units of ${tenants.length} local governments`);

  const others = people.filter((person) => !isAdministrator(person));
  await together(others, (person) => (isOperator(person) ? ward.asSystem(person.tenant, () => writePerson(ward, person)) : asAdministrator(ward, person.tenant, () => writePerson(ward, person))));
  ward.tell(`${people.length} người có tài khoản và vai trò`, `${people.length} people with accounts and roles`);
}

/** Operators look after all wards of an installation: no administrator of one may name them. */
const isOperator = (person: DemoPerson): boolean => person.roles.some((held) => held.role === 'SYSTEM_OPERATOR');
const isAdministrator = (person: DemoPerson): boolean => person.roles.some((held) => held.role === 'TENANT_ADMIN');

const administratorOf = (tenant: TenantKey): DemoPerson | undefined =>
  people.find((person) => person.tenant === tenant && isAdministrator(person));

/** As the administrator of a tenant, or as the system where a tenant has none. */
function asAdministrator(ward: DemoWard, tenant: TenantKey, act: () => Promise<void>): Promise<void> {
  const administrator = administratorOf(tenant);
  return administrator ? ward.as(administrator.key, act) : ward.asSystem(tenant, act);
}

async function openTenant(ward: DemoWard, { key, city, cityName: _, ...tenant }: DemoTenant): Promise<void> {
  const id = newId();
  await runAs(systemViewer(id), () =>
    ward.use(CreateTenant).execute({ ...tenant, id, cityId: city === undefined ? null : ward.tenants.get(city) }));
  ward.tenants.set(key, id);
  const administrator = administratorOf(key);
  if (administrator === undefined) return;
  await ward.asSystem(key, async () => {
    // The administrator's own office, and what it belongs to.
    const office = units.find((unit) => unit.key === administrator.unit);
    const above = units.find((unit) => unit.key === office?.parent);
    for (const unit of [above, office]) if (unit) await writeUnit(ward, unit);
    await writePerson(ward, administrator);
  });
}

async function writeUnit(ward: DemoWard, { key, parent, tenant: _, ...unit }: DemoUnit): Promise<void> {
  if (ward.units.has(key)) return;
  const made = await ward.use(CreateUnit).execute({ ...unit, parentId: parent === undefined ? null : ward.units.get(parent) });
  ward.units.set(key, made.id);
}

async function writeFields(ward: DemoWard): Promise<void> {
  for (const [position, [code, name, nameEn]] of FIELDS.entries()) {
    ward.fields.set(code, await ward.use(CreateField).execute({ code, name, nameEn, position }));
  }
}

async function writePerson(ward: DemoWard, person: DemoPerson): Promise<void> {
  const { fullName, birthDate, gender, position, qualification, unionMember } = person;
  await ward.database.transaction(async () => {
    const unitId = ward.units.get(person.unit);
    const made = await ward.use(CreatePerson).execute({
      fullName, birthDate, gender, position, qualification, unitId, isUnionMember: unionMember,
    });
    await ward.use(CreateAccount).execute({ personId: made.id, username: person.username, password: DEMO_PASSWORD });
    for (const { role, unit, basis } of person.roles) {
      await ward.use(AssignRole).execute({ personId: made.id, role, unitId: unit === undefined ? null : ward.units.get(unit), basis });
    }
    ward.people.set(person.key, made.id);
  });
}
