import { Injectable } from '@nestjs/common';
import { currentViewer } from '@kit/context';
import { Database } from '@kit/database';
import { type DomainError, type ErrorPath, notFound } from '@kit/errors';
import type { CampaignEntity } from './campaign.entity.js';
import { campaignClosed } from './campaign.errors.js';
import { acceptsDraftsAt, acceptsSubmissionsAt } from './campaign.window.js';
import type { CampaignState } from './campaign.workflow.js';
import { CampaignsRepository } from './campaigns.repository.js';

/** What other features need of a campaign. */
export interface CampaignFacts {
  readonly id: string;
  readonly tenantId: string;
  readonly code: string;
  readonly name: string;
  readonly year: number;
  readonly state: CampaignState;
  readonly regulationId: string;
}

/** What other features ask of campaigns. Everything is about the viewer's tenant; ids of another one are unknown. */
@Injectable()
export class CampaignFacade {
  constructor(
    private readonly database: Database,
    private readonly campaigns: CampaignsRepository,
  ) {}

  /**
   * The campaign, kept from changing its state until the caller's transaction ends.
   * @throws NOT_FOUND at `path`
   */
  async hold(id: string, path: ErrorPath): Promise<CampaignFacts> {
    return factsOf(await this.#hold(id, path));
  }

  /**
   * The same, and one into which a draft begun now could still be submitted.
   * @throws CAMPAIGN_CLOSED, NOT_FOUND at `path`
   */
  async holdForDrafts(id: string, path: ErrorPath): Promise<CampaignFacts> {
    const campaign = await this.#hold(id, path);
    if (!acceptsDraftsAt(campaign, await this.database.now())) throw closed(campaign, path);
    return factsOf(campaign);
  }

  /**
   * The same, and open for submissions at this instant by the database's clock. Asked as late as possible in the
   * caller's transaction, so that nobody who waited for a lock slips in after the deadline.
   * @throws CAMPAIGN_CLOSED, NOT_FOUND at `path`
   */
  async holdOpen(id: string, path: ErrorPath): Promise<{ campaign: CampaignFacts; now: Date }> {
    const campaign = await this.#hold(id, path);
    const now = await this.database.now();
    if (!acceptsSubmissionsAt(campaign, now)) throw closed(campaign, path);
    return { campaign: factsOf(campaign), now };
  }

  async #hold(id: string, path: ErrorPath): Promise<CampaignEntity> {
    const campaign = await this.campaigns.lock(currentViewer().tenantId, id, 'pessimistic_read');
    if (campaign === null) throw notFound({}, path);
    return campaign;
  }
}

function closed({ state, opensOn, submissionClosesAt }: CampaignEntity, path: ErrorPath): DomainError {
  return campaignClosed({ state, opensOn, closesAt: submissionClosesAt.toISOString() }, path);
}

function factsOf({ id, tenantId, code, name, year, state, regulationId }: CampaignEntity): CampaignFacts {
  return { id, tenantId, code, name, year, state, regulationId };
}
