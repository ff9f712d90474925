import { Args, ID, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import { currentViewer } from '@kit/context';
import { notFound } from '@kit/errors';
import { Access, type Selection, selection } from '@kit/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ChangeCampaignStateInput, CreateCampaignInput } from './campaign.inputs.js';
import { Campaign, CampaignState } from './campaign.types.js';
import type { CampaignState as State } from './campaign.workflow.js';
import { CampaignsRepository } from './campaigns.repository.js';
import { ChangeCampaignState } from './change-campaign-state.js';
import { CreateCampaign } from './create-campaign.js';

@Resolver()
export class CampaignResolver {
  constructor(
    private readonly rows: CampaignsRepository,
    private readonly create: CreateCampaign,
    private readonly changeState: ChangeCampaignState,
  ) {}

  @Query(() => [Campaign], { description: "The campaigns of the viewer's ward, the latest deadline first; at most 200." })
  @Access('campaign.read')
  campaigns(
    @Info() info: GraphQLResolveInfo,
    @Args('states', { type: () => [CampaignState], nullable: true, description: 'Only in these states; all when left out.' })
    states?: State[] | null,
  ): Promise<Campaign[]> {
    return this.rows.list(currentViewer(), states ?? null, selection(info));
  }

  @Query(() => Campaign, { nullable: true, description: 'Null alike for an unknown id and one of another ward.' })
  @Access('campaign.read')
  campaign(@Args('id', { type: () => ID }) id: string, @Info() info: GraphQLResolveInfo): Promise<Campaign | null> {
    return this.rows.find(currentViewer(), id, selection(info));
  }

  @Mutation(() => Campaign, { description: 'Plans a campaign. CAMPAIGN_CODE_TAKEN, CAMPAIGN_DATES_REVERSED, NOT_FOUND.' })
  @Access('campaign.manage')
  async createCampaign(@Args('input') input: CreateCampaignInput, @Info() info: GraphQLResolveInfo): Promise<Campaign> {
    return this.#view(await this.create.execute(input), selection(info));
  }

  @Mutation(() => Campaign, {
    description: 'Moves a campaign one step on: PLANNED, OPEN, CLOSED, SCORING, DECIDING, PUBLISHED, ARCHIVED; or CANCELLED before DECIDING. CAMPAIGN_WRONG_STATE, REGULATION_NOT_IN_FORCE, REVISION_CONFLICT.',
  })
  @Access('campaign.manage')
  async changeCampaignState(@Args('input') input: ChangeCampaignStateInput, @Info() info: GraphQLResolveInfo): Promise<Campaign> {
    await this.changeState.execute(input);
    return this.#view(input.id, selection(info));
  }

  async #view(id: string, selected: Selection): Promise<Campaign> {
    const campaign = await this.rows.find(currentViewer(), id, selected);
    if (campaign === null) throw notFound();
    return campaign;
  }
}
