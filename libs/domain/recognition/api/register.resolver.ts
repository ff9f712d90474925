import type { GraphQLResolveInfo } from 'graphql';
import { Args, Info, Query, Resolver } from '@nestjs/graphql';
import { Access, PUBLIC, selection } from '@kit/graphql';
import { RegisterRepository } from '../data/register.repository.js';
import { RegisterStatisticsReader } from '../data/register-statistics.js';
import { RegisterArgs, RegisterConnection, RegisterEntry, RegisterStatistics } from '../model/register.types.js';

@Resolver()
export class RegisterResolver {
  constructor(
    private readonly rows: RegisterRepository,
    private readonly statistics: RegisterStatisticsReader,
  ) {}

  @Query(() => RegisterConnection, { description: 'The public register of recognised initiatives, of all wards of the installation. No sign-in.' })
  @Access(PUBLIC)
  register(@Args() args: RegisterArgs, @Info() info: GraphQLResolveInfo): Promise<RegisterConnection> {
    return this.rows.page(args, selection(info));
  }

  @Query(() => RegisterEntry, { nullable: true, description: 'One entry by its address; null when there is none.' })
  @Access(PUBLIC)
  registerEntry(@Args('slug') slug: string, @Info() info: GraphQLResolveInfo): Promise<RegisterEntry | null> {
    return this.rows.find(slug, selection(info));
  }

  @Query(() => RegisterStatistics, { description: 'The register in numbers, of one ward or of all.' })
  @Access(PUBLIC)
  registerStatistics(@Args('tenantCode', { type: () => String, nullable: true }) tenantCode: string | null): Promise<RegisterStatistics> {
    return this.statistics.read(tenantCode ?? null);
  }

  @Query(() => [RegisterEntry], { description: 'Up to four entries of the same field, the most similar titles first.' })
  @Access(PUBLIC)
  relatedRegisterEntries(@Args('slug') slug: string, @Info() info: GraphQLResolveInfo): Promise<RegisterEntry[]> {
    return this.rows.related(slug, selection(info));
  }
}
