import { Injectable } from '@nestjs/common';
import { regulationJson, regulationView } from '@domain/regulation';
import type { Viewer } from '@kit/context';
import { Database, onConstraint, sql, type SqlStatement } from '@kit/database';
import { notFound } from '@kit/errors';
import type { Selection } from '@kit/graphql';
import { isId } from '@kit/ids';
import { CampaignEntity } from './campaign.entity.js';
import { campaignCodeTaken, campaignDatesReversed } from './campaign.errors.js';
import { campaignPolicy } from './campaign.policy.js';
import type { Campaign } from './campaign.types.js';
import type { CampaignState } from './campaign.workflow.js';

onConstraint('campaign_code_unique', () => campaignCodeTaken({}, ['input', 'code']));
onConstraint('campaign_closes_after_opening', () => campaignDatesReversed({}, ['input', 'lastSubmissionDay']));
// The key carries the tenant: a regulation of another ward violates it just as one that never was.
onConstraint('campaign_regulation', () => notFound({}, ['input', 'regulationId']));

/** A ward has a few campaigns a year. */
const MOST_CAMPAIGNS = 200;

/**
 * A `Campaign` out of a row of `campaign`; pass it through `campaignView`.
 * @param selected the regulation, which is large, is only read when asked for
 */
export function campaignJson(alias: string, selected: Selection): SqlStatement {
  const c = sql.identifier(alias);
  const regulation = sql.identifier(`${alias}_regulation`);
  const withRegulation = selected.has('regulation')
    ? sql`, 'regulation', (select ${regulationJson(`${alias}_regulation`)} from evaluation_regulation ${regulation} where ${regulation}.id = ${c}.regulation_id)`
    : sql.empty;
  return sql`json_build_object(
    'id', ${c}.id, 'tenantId', ${c}.tenant_id, 'code', ${c}.code, 'name', ${c}.name, 'year', ${c}.year, 'level', ${c}.level,
    'state', ${c}.state, 'opensOn', ${c}.opens_on, 'submissionClosesAt', ${c}.submission_closes_at,
    'lastSubmissionDay', ((${c}.submission_closes_at - interval '1 microsecond') at time zone 'Asia/Ho_Chi_Minh')::date,
    'acceptsSubmissions', ${c}.state = 'OPEN' and vn_today() >= ${c}.opens_on and clock_timestamp() < ${c}.submission_closes_at,
    'targetCount', ${c}.target_count, 'revision', ${c}.revision${withRegulation})`;
}

/** The object of the schema out of what `campaignJson` answered. */
export function campaignView(stored: unknown): Campaign {
  const campaign = stored as Campaign;
  return campaign.regulation === undefined ? campaign : { ...campaign, regulation: regulationView(campaign.regulation) };
}

@Injectable()
export class CampaignsRepository {
  constructor(private readonly database: Database) {}

  /** The ward's campaigns, the latest deadline first. */
  async list(viewer: Viewer, states: readonly CampaignState[] | null, selected: Selection): Promise<Campaign[]> {
    const inState = states === null ? sql`true` : sql`c.state = any (${states}::text[])`;
    const rows = await this.database.rows<{ campaign: unknown }>(sql`
      select ${campaignJson('c', selected)} as campaign from campaign c
      where ${campaignPolicy.where('campaign.read', viewer, 'c')} and ${inState}
      order by c.submission_closes_at desc, c.id limit ${MOST_CAMPAIGNS}`);
    return rows.map((row) => campaignView(row.campaign));
  }

  async find(viewer: Viewer, id: string, selected: Selection): Promise<Campaign | null> {
    if (!isId(id)) return null;
    const row = await this.database.row<{ campaign: unknown }>(sql`
      select ${campaignJson('c', selected)} as campaign from campaign c
      where c.id = ${id} and ${campaignPolicy.where('campaign.read', viewer, 'c')}`);
    return row === null ? null : campaignView(row.campaign);
  }

  /**
   * The row itself, locked until the transaction ends.
   * @param mode `pessimistic_read` lets others read too, and keeps the campaign from changing its state meanwhile
   */
  async lock(tenantId: string, id: string, mode: 'pessimistic_read' | 'pessimistic_write'): Promise<CampaignEntity | null> {
    if (!isId(id)) return null;
    return this.database.manager.findOne(CampaignEntity, { where: { tenantId, id }, lock: { mode } });
  }

  async add(campaign: CampaignEntity): Promise<void> {
    await this.database.manager.insert(CampaignEntity, campaign);
  }

  async setState(id: string, state: CampaignState, revision: number): Promise<void> {
    await this.database.manager.update(CampaignEntity, { id }, { state, revision });
  }
}
