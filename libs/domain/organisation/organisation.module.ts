import { Module } from '@nestjs/common';
import { DatabaseModule } from '@kit/database';
import { OrganisationMutations } from './api/organisation.mutations.resolver.js';
import { OrganisationQueries } from './api/organisation.queries.resolver.js';
import { FieldsRepository } from './data/fields.repository.js';
import { PeopleRepository } from './data/people.repository.js';
import { TenantsRepository } from './data/tenants.repository.js';
import { UnitsRepository } from './data/units.repository.js';
import { FieldEntity } from './model/field.entity.js';
import { OrgUnitAliasEntity, OrgUnitEntity } from './model/org-unit.entity.js';
import { PersonEntity } from './model/person.entity.js';
import { TenantEntity } from './model/tenant.entity.js';
import { OrganisationFacade } from './organisation.facade.js';
import { CreateField } from './usecases/create-field.js';
import { CreatePerson } from './usecases/create-person.js';
import { CreateTenant } from './usecases/create-tenant.js';
import { CreateUnit } from './usecases/create-unit.js';

const repositories = [TenantsRepository, UnitsRepository, PeopleRepository, FieldsRepository];
const usecases = [CreateTenant, CreateUnit, CreatePerson, CreateField];

@Module({
  imports: [DatabaseModule.forFeature([TenantEntity, OrgUnitEntity, OrgUnitAliasEntity, PersonEntity, FieldEntity])],
  providers: [OrganisationQueries, OrganisationMutations, OrganisationFacade, ...repositories, ...usecases],
  exports: [OrganisationFacade, ...usecases],
})
export class OrganisationModule {}
