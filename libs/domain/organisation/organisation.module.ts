import { Module } from '@nestjs/common';
import { DatabaseModule } from '@kit/database';
import { KinshipResolver } from './api/kinship.resolver.js';
import { OrganisationMutations } from './api/organisation.mutations.resolver.js';
import { OrganisationQueries } from './api/organisation.queries.resolver.js';
import { FieldsRepository } from './data/fields.repository.js';
import { KinshipsRepository } from './data/kinships.repository.js';
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
import { DeclareKinship } from './usecases/declare-kinship.js';
import { EndKinship } from './usecases/end-kinship.js';

const repositories = [TenantsRepository, UnitsRepository, PeopleRepository, FieldsRepository, KinshipsRepository];
const usecases = [CreateTenant, CreateUnit, CreatePerson, CreateField, DeclareKinship, EndKinship];

@Module({
  imports: [DatabaseModule.forFeature([TenantEntity, OrgUnitEntity, OrgUnitAliasEntity, PersonEntity, FieldEntity])],
  providers: [OrganisationQueries, OrganisationMutations, KinshipResolver, OrganisationFacade, ...repositories, ...usecases],
  exports: [OrganisationFacade, ...usecases],
})
export class OrganisationModule {}
