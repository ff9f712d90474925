import { Args, Query, Resolver } from '@nestjs/graphql';
import { localDate } from '@kit/clock';
import { Config } from '@kit/config';
import { currentContext, currentViewer } from '@kit/context';
import { Access, type Connection, IDE_PATH, PUBLIC } from '@kit/graphql';
import { FieldsRepository } from '../data/fields.repository.js';
import { PeopleRepository } from '../data/people.repository.js';
import { TenantsRepository } from '../data/tenants.repository.js';
import { UnitsRepository } from '../data/units.repository.js';
import { Field, OrgUnit, Person, PersonConnection, Site } from '../model/organisation.types.js';
import { PeopleArgs, UnitsArgs } from './organisation.args.js';

@Resolver()
export class OrganisationQueries {
  constructor(
    private readonly config: Config,
    private readonly tenants: TenantsRepository,
    private readonly unitRows: UnitsRepository,
    private readonly personRows: PeopleRepository,
    private readonly fieldRows: FieldsRepository,
  ) {}

  @Query(() => Site, { description: 'This installation, for everybody.' })
  @Access(PUBLIC)
  async site(): Promise<Site> {
    const { now, tenant } = await this.tenants.site(currentContext().viewer?.tenantId ?? null);
    return { name: 'Khơi', tenant, isDemo: this.config.demo, now, today: localDate(now), ideUrl: this.config.introspection ? IDE_PATH : null };
  }

  @Query(() => [OrgUnit], { description: "The units of the viewer's ward that are in use, by official name; at most 2,000." })
  @Access('unit.read')
  units(@Args() args: UnitsArgs): Promise<OrgUnit[]> {
    return this.unitRows.list(currentViewer(), args.search);
  }

  @Query(() => PersonConnection, { description: "The people of the viewer's ward who have not left, by given name." })
  @Access('person.read')
  people(@Args() args: PeopleArgs): Promise<Connection<Person>> {
    return this.personRows.page(currentViewer(), args, args);
  }

  @Query(() => [Field], { description: "The fields of application of the viewer's ward, in its order." })
  @Access('field.read')
  fields(): Promise<Field[]> {
    return this.fieldRows.list(currentViewer());
  }
}
