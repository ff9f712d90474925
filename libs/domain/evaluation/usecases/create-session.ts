import { Injectable } from '@nestjs/common';
import { CampaignFacade } from '@domain/campaign';
import { localDate } from '@kit/clock';
import { currentViewer } from '@kit/context';
import { Database, newId } from '@kit/database';
import { notFound } from '@kit/errors';
import { EventBus } from '@kit/events';
import { isId } from '@kit/ids';
import { SessionsRepository } from '../data/sessions.repository.js';
import { sessionCampaignUnfit, sessionDueDatePassed } from '../evaluation.errors.js';
import { SessionCreated } from '../events/evaluation.events.js';
import { sessionPolicy } from '../policy/session.policy.js';

export interface NewSession {
  readonly councilId: string;
  readonly campaignId: string;
  readonly title: string;
  readonly heldOn?: string | null;
  readonly place?: string | null;
  /** Last day for sheets. */
  readonly scoringDueOn?: string | null;
  /** The locked session in which a mistake was made, and the mistake. */
  readonly supplementsSessionId?: string | null;
  readonly supplementReason?: string | null;
}

/** Campaigns whose initiatives a council may still judge; a supplementary session comes as late as DECIDING. */
const JUDGED_IN = ['OPEN', 'CLOSED', 'SCORING', 'DECIDING'];

/** Plans a session of a council for a campaign; it begins as a draft without an agenda. */
@Injectable()
export class CreateSession {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsRepository,
    private readonly campaigns: CampaignFacade,
    private readonly events: EventBus,
  ) {}

  /** Answers the id. @throws SESSION_CAMPAIGN_UNFIT, SESSION_DUE_DATE_PASSED, NOT_FOUND (council, campaign), FORBIDDEN */
  async execute(input: NewSession): Promise<string> {
    const viewer = currentViewer();
    const { tenantId } = viewer;
    sessionPolicy.require('session.create', viewer, { tenantId, state: 'DRAFT', seats: [] });
    if (!isId(input.councilId)) throw notFound({}, ['input', 'councilId']);
    return this.database.transaction(async () => {
      const campaign = await this.campaigns.hold(input.campaignId, ['input', 'campaignId']);
      if (!JUDGED_IN.includes(campaign.state)) throw sessionCampaignUnfit({ state: campaign.state }, ['input', 'campaignId']);
      const scoringDueOn = input.scoringDueOn ?? null;
      if (scoringDueOn !== null && scoringDueOn < localDate(await this.database.now())) {
        throw sessionDueDatePassed({}, ['input', 'scoringDueOn']);
      }
      const id = newId();
      await this.sessions.add({
        id, tenantId, councilId: input.councilId, campaignId: campaign.id, title: input.title, heldOn: input.heldOn ?? null,
        place: input.place ?? null, state: 'DRAFT', scoringDueOn, fixedAt: null, scoringOpenedAt: null, scoringClosedAt: null, countedAt: null, lockedAt: null, lockedByPersonId: null,
        supplementsSessionId: input.supplementsSessionId ?? null, supplementReason: input.supplementReason ?? null, revision: 1,
      });
      await this.events.publish(new SessionCreated(tenantId, id));
      return id;
    });
  }
}
