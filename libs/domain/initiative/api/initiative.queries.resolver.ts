import { Args, ID, Info, Query, Resolver } from '@nestjs/graphql';
import { currentContext, currentViewer } from '@kit/context';
import { notFound } from '@kit/errors';
import { Access, type Connection, PageArgs, selection, SIGNED_IN_ACCESS } from '@kit/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { InitiativeLists } from '../data/initiative.lists.js';
import { InitiativeReader } from '../data/initiative.reader.js';
import { reasonsOf } from '../domain/reasons.js';
import type * as terms from '../domain/terms.js';
import { ReasonKind } from '../model/closed-lists.js';
import { Initiative, InitiativeConnection } from '../model/initiative.types.js';
import { IntakeCounts, ReasonTemplate } from '../model/procedure.types.js';
import { IntakeArgs, MyInitiativesArgs } from './initiative.args.js';

@Resolver()
export class InitiativeQueries {
  constructor(
    private readonly reader: InitiativeReader,
    private readonly lists: InitiativeLists,
  ) {}

  @Query(() => Initiative, { description: 'By id or code. NOT_FOUND alike for what does not exist and what the viewer may not see.' })
  @Access('initiative.read')
  initiative(
    @Info() info: GraphQLResolveInfo,
    @Args('id', { type: () => ID, nullable: true }) id?: string | null,
    @Args('code', { type: () => String, nullable: true, description: 'Such as "SK-2026-0001"; asked when no id is given.' }) code?: string | null,
  ): Promise<Initiative> {
    if (id != null) return this.reader.get(currentViewer(), id, selection(info));
    if (code != null) return this.reader.getByCode(currentViewer(), code, selection(info));
    throw notFound();
  }

  @Query(() => InitiativeConnection, { description: 'The initiatives of which the viewer is an author, newest first.' })
  @Access('initiative.read')
  myInitiatives(@Args() args: MyInitiativesArgs, @Info() info: GraphQLResolveInfo): Promise<Connection<Initiative>> {
    return this.lists.mine(currentViewer(), args.filter, args, selection(info).nodes);
  }

  @Query(() => InitiativeConnection, { description: 'The submitted dossiers of the ward, longest waiting first. For intake officers, the council’s secretary and the authority head.' })
  @Access('initiative.triage')
  intakeQueue(@Args() args: IntakeArgs, @Info() info: GraphQLResolveInfo): Promise<Connection<Initiative>> {
    return this.lists.intake(currentViewer(), args.filter ?? {}, args, selection(info).nodes);
  }

  @Query(() => IntakeCounts, { description: 'Counts of the intake queue by saved view; each equals its list.' })
  @Access('initiative.triage')
  intakeCounts(): Promise<IntakeCounts> {
    return this.lists.intakeCounts(currentViewer());
  }

  @Query(() => InitiativeConnection, { description: 'Initiatives with an application record of a unit the viewer heads that waits for confirmation, longest waiting first.' })
  @Access('application.confirm')
  applicationsToConfirm(@Args() page: PageArgs, @Info() info: GraphQLResolveInfo): Promise<Connection<Initiative>> {
    return this.lists.toConfirm(currentViewer(), page, selection(info).nodes);
  }

  @Query(() => [ReasonTemplate], { description: 'The library of reasons for one kind of answer, in the client’s language.' })
  @Access(SIGNED_IN_ACCESS)
  reasonTemplates(@Args('kind', { type: () => ReasonKind }) kind: terms.ReasonKind): ReasonTemplate[] {
    const isEnglish = currentContext().locale === 'en';
    return reasonsOf(kind).map((reason) => ({
      code: reason.code,
      kind: reason.kind,
      section: reason.section,
      text: isEnglish ? reason.en : reason.vi,
      fix: (isEnglish ? reason.fixEn : reason.fixVi) ?? null,
      legalBasis: reason.legalBasis,
    }));
  }
}
