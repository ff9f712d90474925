import { ChangeCampaignState, CreateCampaign, type CampaignState } from '@domain/campaign';
import { CreateRegulation, PutRegulationInForce, SaveRegulation } from '@domain/regulation';
import { addDays } from '@kit/clock';
import { sql } from '@kit/database';
import { campaigns, type CampaignKey, type DemoCampaign, type PersonKey } from './data/index.js';
import type { DemoWard } from './demo-ward.js';

/** Who keeps the rule books and the campaigns of the ward, and who puts a rule book in force. */
const SECRETARY: PersonKey = 'doan-minh-chau';
const HEAD: PersonKey = 'vu-duc-thinh';

/** The regulation of the ward, in force since before its first campaign. */
export const IN_FORCE = {
  key: 'ward-start', code: 'quy-che-danh-gia', name: 'Quy chế đánh giá hiệu quả áp dụng và khả năng nhân rộng của sáng kiến',
  decisionNumber: '198/QĐ-UBND', decisionDaysAgo: 480, effectiveDaysAgo: 470,
} as const;

/** Scales of other places, to compare with and to copy from. */
const DRAFTS = [
  { key: 'da-nang-2026', code: 'tham-khao-da-nang', name: 'Tham khảo: thang điểm của thành phố Đà Nẵng' },
  { key: 'son-la', code: 'tham-khao-son-la', name: 'Tham khảo: thang điểm theo mức của tỉnh Sơn La' },
] as const;

/** One regulation in force, decided by the head, and two drafts. */
export async function writeRegulations(ward: DemoWard): Promise<void> {
  const draft = ({ key, code, name }: { key: string; code: string; name: string }) =>
    ward.as(SECRETARY, () => ward.use(CreateRegulation).execute({ presetCode: key, code, name, level: 'BASE' }));

  const made = await draft(IN_FORCE);
  const decided = await ward.as(SECRETARY, () => ward.use(SaveRegulation).execute({
    id: made.id, revision: made.revision, decisionNumber: IN_FORCE.decisionNumber,
    decisionDate: ward.day(IN_FORCE.decisionDaysAgo), effectiveFrom: ward.day(IN_FORCE.effectiveDaysAgo),
  }));
  await ward.as(HEAD, () => ward.use(PutRegulationInForce).execute(decided.id, decided.revision));
  ward.regulations.set(IN_FORCE.key, made.id);
  for (const other of DRAFTS) ward.regulations.set(other.key, (await draft(other)).id);
  ward.tell(`1 quy chế có hiệu lực, ${DRAFTS.length} bản tham khảo`, `1 regulation in force, ${DRAFTS.length} drafts to compare with`);
}

/**
 * Opens a campaign for submissions. Files reach it on the day of filling, so that no campaign closes before the day
 * after, whatever its data say.
 */
export async function openCampaign(ward: DemoWard, campaign: DemoCampaign): Promise<void> {
  const year = yearOf(ward, campaign);
  const deadline = ward.day(campaign.deadlineDaysAgo);
  const tomorrow = addDays(ward.today, 1);
  const id = await ward.as(SECRETARY, () => ward.use(CreateCampaign).execute({
    code: campaign.code.replace('{year}', String(year)), name: campaignName(ward, campaign), year, level: 'BASE',
    regulationId: ward.regulations.get(IN_FORCE.key), opensOn: ward.day(campaign.opensDaysAgo),
    lastSubmissionDay: deadline > tomorrow ? deadline : tomorrow, targetCount: campaign.targetCount,
  }));
  ward.campaigns.set(campaign.key, id);
  await moveCampaign(ward, campaign.key, 'OPEN');
}

/** The name with its year. */
export function campaignName(ward: DemoWard, campaign: DemoCampaign): string {
  return campaign.name.replace('{year}', String(yearOf(ward, campaign)));
}

function yearOf(ward: DemoWard, campaign: DemoCampaign): number {
  return Number(ward.today.slice(0, 4)) + campaign.yearOffset;
}

/** Takes a campaign through some steps of its life. */
export async function moveCampaign(ward: DemoWard, key: CampaignKey, ...states: readonly CampaignState[]): Promise<void> {
  const id = ward.campaigns.get(key);
  for (const state of states) {
    const { revision } = await ward.read<{ revision: number }>(sql`select revision from campaign where id = ${id}`);
    await ward.as(SECRETARY, () => ward.use(ChangeCampaignState).execute({ id, revision, state }));
  }
}

/** The campaigns as time brought them: the oldest first. */
export const campaignsInOrder = (): DemoCampaign[] => [...campaigns].sort((a, b) => b.opensDaysAgo - a.opensDaysAgo);
