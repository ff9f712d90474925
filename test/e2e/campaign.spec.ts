import { beforeAll, describe, expect, it } from '@jest/globals';
import { addDays } from '@kit/clock';
import { aCampaign, aRegulationInForce, moveCampaign, today } from '../factories/campaign.js';
import { anActor, type Actor } from '../factories/identity.js';
import { aWard, next, type Ward } from '../factories/organisation.js';
import { useApp } from '../setup/app.js';
import { countStatements } from '../setup/statements.js';

const app = useApp();
const CREATE = 'mutation ($input: CreateCampaignInput!) { createCampaign(input: $input) { id state opensOn lastSubmissionDay submissionClosesAt acceptsSubmissions revision } }';
const CHANGE = 'mutation ($input: ChangeCampaignStateInput!) { changeCampaignState(input: $input) { state revision acceptsSubmissions } }';
const LIST = 'query ($states: [CampaignState!]) { campaigns(states: $states) { id state regulation { code rules { scale } } } }';

let ward: Ward;
let secretary: Actor;
let day: string;

beforeAll(async () => {
  ward = await aWard(app());
  secretary = await anActor(app(), ward, { roles: ['COUNCIL_SECRETARY'] });
  day = await today(app());
});

const aPlan = (given: Record<string, unknown> = {}) => ({
  code: `dot-${next()}`, name: 'Đợt xét sáng kiến cuối năm', year: 2026, level: 'BASE', opensOn: day, lastSubmissionDay: addDays(day, 30), ...given,
});

describe('a campaign', () => {
  it('begins as a plan, and its last day counts to the end of the day in Vietnam', async () => {
    const regulationId = await aRegulationInForce(app(), ward);
    const { createCampaign } = await secretary.client.ask<{ createCampaign: Record<string, unknown> }>(CREATE, {
      input: aPlan({ regulationId, opensOn: '2026-01-05', lastSubmissionDay: '2026-02-10' }),
    });
    expect(createCampaign).toEqual({
      id: expect.any(String), state: 'PLANNED', opensOn: '2026-01-05', lastSubmissionDay: '2026-02-10',
      submissionClosesAt: '2026-02-10T17:00:00.000Z', acceptsSubmissions: false, revision: 1,
    });
  });

  it('opens with a regulation in force, which is frozen from then on', async () => {
    const regulationId = await aRegulationInForce(app(), ward);
    const id = await aCampaign(app(), ward, { regulationId, state: 'PLANNED' });
    const frozenAt = async () => (await app().sql<{ frozen_at: Date | null }>('select frozen_at from evaluation_regulation where id = $1', [regulationId]))[0]!.frozen_at;
    expect(await frozenAt()).toBeNull();
    expect(await secretary.client.ask(CHANGE, { input: { id, revision: 1, state: 'OPEN' } })).toEqual({
      changeCampaignState: { state: 'OPEN', revision: 2, acceptsSubmissions: true },
    });
    expect(await frozenAt()).toBeInstanceOf(Date);
  });

  it('does not open with a regulation that is only a draft', async () => {
    const made = await secretary.client.ask<{ createRegulation: { id: string } }>(
      'mutation ($input: CreateRegulationInput!) { createRegulation(input: $input) { id } }',
      { input: { presetCode: 'ward-start', name: 'Dự thảo', code: `du-thao-${next()}`, level: 'BASE' } },
    );
    const { createCampaign } = await secretary.client.ask<{ createCampaign: { id: string } }>(CREATE, { input: aPlan({ regulationId: made.createRegulation.id }) });
    expect(await secretary.client.refusal(CHANGE, { input: { id: createCampaign.id, revision: 1, state: 'OPEN' } })).toMatchObject({ code: 'REGULATION_NOT_IN_FORCE' });
  });

  it('goes step by step, and can be cancelled only before the head decides', async () => {
    const id = await aCampaign(app(), ward);
    expect(await secretary.client.refusal(CHANGE, { input: { id, revision: 2, state: 'DECIDING' } })).toEqual({
      code: 'CAMPAIGN_WRONG_STATE', path: ['input', 'state'], details: { state: 'OPEN', wanted: 'DECIDING' },
    });
    for (const state of ['CLOSED', 'SCORING', 'DECIDING'] as const) await moveCampaign(app(), ward, id, state);
    expect(await secretary.client.refusal(CHANGE, { input: { id, revision: 5, state: 'CANCELLED' } })).toMatchObject({ code: 'CAMPAIGN_WRONG_STATE' });
  });

  it('refuses bad input with code and path', async () => {
    const regulationId = await aRegulationInForce(app(), ward);
    const plan = aPlan({ regulationId });
    await secretary.client.ask(CREATE, { input: plan });
    const refused = (given: Record<string, unknown>) => secretary.client.refusal(CREATE, { input: { ...aPlan({ regulationId }), ...given } });
    expect(await refused({ code: plan.code })).toEqual({ code: 'CAMPAIGN_CODE_TAKEN', path: ['input', 'code'], details: {} });
    expect(await refused({ lastSubmissionDay: addDays(day, -1) })).toEqual({ code: 'CAMPAIGN_DATES_REVERSED', path: ['input', 'lastSubmissionDay'], details: {} });
    const neighbour = await aWard(app());
    const foreign = await aRegulationInForce(app(), neighbour);
    expect(await refused({ regulationId: foreign })).toEqual({ code: 'NOT_FOUND', path: ['input', 'regulationId'], details: {} });
    expect(await refused({ year: 1900 })).toMatchObject({ code: 'VALIDATION_FAILED', faults: [{ code: 'OUT_OF_RANGE', path: ['input', 'year'] }] });
  });

  it('is not changed from an outdated view', async () => {
    const id = await aCampaign(app(), ward);
    expect(await secretary.client.refusal(CHANGE, { input: { id, revision: 1, state: 'CLOSED' } })).toEqual({
      code: 'REVISION_CONFLICT', path: ['input', 'revision'], details: { current: 2 },
    });
  });

  it('is run by the administrator and the secretary, and seen by everybody in the ward', async () => {
    const id = await aCampaign(app(), ward);
    const [admin, member] = [await anActor(app(), ward, { roles: ['TENANT_ADMIN'] }), await anActor(app(), ward)];
    expect(await member.client.refusal(CHANGE, { input: { id, revision: 2, state: 'CLOSED' } })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await member.client.ask(`{ campaign(id: "${id}") { state } }`)).toEqual({ campaign: { state: 'OPEN' } });
    expect(await admin.client.ask(CHANGE, { input: { id, revision: 2, state: 'CLOSED' } })).toMatchObject({ changeCampaignState: { state: 'CLOSED' } });
    const stranger = await anActor(app(), await aWard(app()), { roles: ['TENANT_ADMIN'] });
    expect(await stranger.client.ask(`{ campaign(id: "${id}") { state } }`)).toEqual({ campaign: null });
    expect(await stranger.client.refusal(CHANGE, { input: { id, revision: 3, state: 'SCORING' } })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is listed with its rules in as many statements for three as for one', async () => {
    const fresh = await aWard(app());
    const reader = await anActor(app(), fresh);
    await aCampaign(app(), fresh);
    const one = await countStatements(app(), () => reader.client.ask(LIST));
    await aCampaign(app(), fresh);
    await aCampaign(app(), fresh, { state: 'PLANNED' });
    const three = await countStatements(app(), () => reader.client.ask(LIST));
    expect(three).toBe(one);
    const { campaigns } = await reader.client.ask<{ campaigns: unknown[] }>(LIST, { states: ['PLANNED'] });
    expect(campaigns).toEqual([{ id: expect.any(String), state: 'PLANNED', regulation: { code: expect.any(String), rules: { scale: 10000 } } }]);
  });
});
