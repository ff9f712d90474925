import { Injectable } from '@nestjs/common';
import { currentViewer } from '@kit/context';
import { type ErrorPath, notFound } from '@kit/errors';
import { FieldsRepository } from './data/fields.repository.js';
import { KinshipsRepository, type TieBetween } from './data/kinships.repository.js';
import { PeopleRepository } from './data/people.repository.js';
import { TenantsRepository } from './data/tenants.repository.js';
import { UnitsRepository } from './data/units.repository.js';
import type { OrgUnit, Person, Tenant } from './model/organisation.types.js';

/** What other features ask of the organisation. Everything is about the viewer's tenant; ids of another one are unknown. */
@Injectable()
export class OrganisationFacade {
  constructor(
    private readonly tenants: TenantsRepository,
    private readonly units: UnitsRepository,
    private readonly people: PeopleRepository,
    private readonly fields: FieldsRepository,
    private readonly kinships: KinshipsRepository,
  ) {}

  tenant(): Promise<Tenant> {
    return this.tenants.get(currentViewer().tenantId);
  }

  unit(id: string): Promise<OrgUnit | null> {
    return this.units.find(currentViewer().tenantId, id);
  }

  person(id: string): Promise<Person | null> {
    return this.people.find(currentViewer().tenantId, id);
  }

  /** @throws NOT_FOUND at `path` unless the tenant has this unit in use today */
  async requireUnit(id: string, path: ErrorPath): Promise<void> {
    await this.requireUnits([id], () => path);
  }

  /** One statement for all. @throws NOT_FOUND at the path of the first unit that is not in use */
  async requireUnits(ids: readonly string[], pathOf: (index: number) => ErrorPath): Promise<void> {
    requireAll(ids, await this.units.activeOf(currentViewer().tenantId, ids), pathOf);
  }

  /** @throws NOT_FOUND at `path` unless this is a person of the tenant who has not left */
  async requirePerson(id: string, path: ErrorPath): Promise<void> {
    await this.requirePeople([id], () => path);
  }

  /** One statement for all. @throws NOT_FOUND at the path of the first who is not there */
  async requirePeople(ids: readonly string[], pathOf: (index: number) => ErrorPath): Promise<void> {
    requireAll(ids, await this.people.presentOf(currentViewer().tenantId, ids), pathOf);
  }

  /** Ties between somebody of the first and somebody of the second, to find conflicts of interest by. Never to be shown. */
  tiesAmid(ones: readonly string[], others: readonly string[]): Promise<TieBetween[]> {
    return this.kinships.amid(currentViewer().tenantId, ones, others);
  }

  /** The two people of a declared tie, to find conflicts of interest by. Never to be shown. */
  peopleOfTie(kinshipId: string): Promise<readonly [string, string] | null> {
    return this.kinships.between(currentViewer().tenantId, kinshipId);
  }

  /** @throws NOT_FOUND at `path` unless the tenant has this field in use */
  async requireField(id: string, path: ErrorPath): Promise<void> {
    if (!(await this.fields.isActive(currentViewer().tenantId, id))) throw notFound({}, path);
  }
}

function requireAll(ids: readonly string[], found: ReadonlySet<string>, pathOf: (index: number) => ErrorPath): void {
  const missing = ids.findIndex((id) => !found.has(id));
  if (missing !== -1) throw notFound({}, pathOf(missing));
}
