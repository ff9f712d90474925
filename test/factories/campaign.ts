import { CreateCampaign, ChangeCampaignState, type CampaignState } from '@domain/campaign';
import {
  CreateRegulation, type EvaluationRules, presetOf, PutRegulationInForce, rulesOf, SaveRegulation,
} from '@domain/regulation';
import { addDays, localDate } from '@kit/clock';
import { runAs } from '@kit/context';
import { Database } from '@kit/database';
import type { TestApp } from '../setup/app.js';
import { next, type Ward } from './organisation.js';

/** Today in Vietnam by the database's clock. */
export async function today(app: TestApp): Promise<string> {
  return localDate(await app.get(Database).now());
}

export interface RegulationParts {
  readonly presetCode?: string;
  /** The rule book as JSON instead of a preset. */
  readonly rules?: string;
}

/**
 * The rule book of a preset without interests that wait for the chair: the people of a test share a unit, and only
 * tests about conflicts want to decide about each.
 */
export function rulesWithoutQuestions(presetCode = 'ward-start'): EvaluationRules {
  return { ...rulesOf(presetOf(presetCode)!), conflicts: { sameUnit: 'ALLOW', sameUnitHead: 'ALLOW', superior: 'ALLOW', coAuthor: { rule: 'ALLOW', years: 0 } } };
}

/** A regulation in force; answers its id. A preset is taken {@link rulesWithoutQuestions}; default: the ward's starting regulation. */
export async function aRegulationInForce(app: TestApp, ward: Ward, { presetCode = 'ward-start', rules }: RegulationParts = {}): Promise<string> {
  const effectiveFrom = addDays(await today(app), -400);
  return runAs(ward.system, async () => {
    const draft = await app.get(CreateRegulation).execute({
      presetCode: rules === undefined ? presetCode : null, rules: rules ?? JSON.stringify(rulesWithoutQuestions(presetCode)), name: 'Quy chế đánh giá sáng kiến', code: `quy-che-${next()}`, level: 'BASE',
    });
    const decided = await app.get(SaveRegulation).execute({
      id: draft.id, revision: draft.revision, decisionNumber: '01/QĐ-UBND', decisionDate: effectiveFrom, effectiveFrom,
    });
    await app.get(PutRegulationInForce).execute(decided.id, decided.revision);
    return draft.id;
  });
}

export interface CampaignParts {
  readonly regulationId?: string;
  /** Days from today to the first day; default -30. */
  readonly opensIn?: number;
  /** Days from today to the last day of submission; default 30. */
  readonly closesIn?: number;
  /** Default: open. */
  readonly state?: 'PLANNED' | 'OPEN';
}

/** A campaign of the ward; answers its id. */
export async function aCampaign(app: TestApp, ward: Ward, parts: CampaignParts = {}): Promise<string> {
  const { opensIn = -30, closesIn = 30, state = 'OPEN' } = parts;
  const regulationId = parts.regulationId ?? (await aRegulationInForce(app, ward));
  const now = await today(app);
  return runAs(ward.system, async () => {
    const id = await app.get(CreateCampaign).execute({
      code: `dot-${next()}`, name: 'Đợt xét sáng kiến', year: Number(now.slice(0, 4)), level: 'BASE', regulationId,
      opensOn: addDays(now, opensIn), lastSubmissionDay: addDays(now, closesIn),
    });
    if (state === 'OPEN') await moveCampaign(app, ward, id, 'OPEN');
    return id;
  });
}

/** Moves a campaign one step on. */
export async function moveCampaign(app: TestApp, ward: Ward, id: string, state: CampaignState): Promise<void> {
  const [row] = await app.sql<{ revision: number }>('select revision from campaign where id = $1', [id]);
  await runAs(ward.system, () => app.get(ChangeCampaignState).execute({ id, revision: row!.revision, state }));
}

/**
 * Moves the closing instant, as only time does: the use cases have no way to change it.
 * @param when a SQL expression of our own, such as `clock_timestamp() - interval '1 second'`
 */
export async function closeCampaignAt(app: TestApp, id: string, when: string): Promise<void> {
  await app.sql(`update campaign set opens_on = least(opens_on, ((${when}) at time zone 'Asia/Ho_Chi_Minh')::date), submission_closes_at = ${when} where id = $1`, [id]);
}
