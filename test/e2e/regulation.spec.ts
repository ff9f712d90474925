import { beforeAll, describe, expect, it } from '@jest/globals';
import { PutRegulationInForce } from '@domain/regulation';
import { addDays } from '@kit/clock';
import { runAs } from '@kit/context';
import { newId } from '@kit/ids';
import pg from 'pg';
import { aCampaign, today } from '../factories/campaign.js';
import { anActor, type Actor } from '../factories/identity.js';
import { aWard, next, type Ward } from '../factories/organisation.js';
import { aPlan, CREATE, decided, draft, PUT_IN_FORCE, putInForce, REGULATION, rulesToBreak, save, SAVE, type SeenRegulation } from '../factories/regulation.js';
import { useApp } from '../setup/app.js';
import { countStatements } from '../setup/statements.js';

const app = useApp();
let ward: Ward;
let secretary: Actor;
let head: Actor;
let member: Actor;
let stranger: Actor;
let day: string;

beforeAll(async () => {
  ward = await aWard(app());
  [secretary, head, member] = [
    await anActor(app(), ward, { roles: ['COUNCIL_SECRETARY'] }), await anActor(app(), ward, { roles: ['AUTHORITY_HEAD'] }), await anActor(app(), ward),
  ];
  stranger = await anActor(app(), await aWard(app()), { roles: ['COUNCIL_SECRETARY', 'AUTHORITY_HEAD'] });
  day = await today(app());
});

const look = async (actor: Actor, id: string, fields = REGULATION) =>
  (await actor.client.ask<{ regulation: SeenRegulation | null }>(`query ($id: ID!) { regulation(id: $id) { ${fields} } }`, { id })).regulation;

describe('a draft', () => {
  it.each(['ward-start', 'da-nang-2026', 'son-la'])('is made from the preset %s with all its rules and legal bases', async (presetCode) => {
    const { regulationPresets } = await app().client().ask<{ regulationPresets: { code: string; name: string; document: string }[] }>('{ regulationPresets { code name document } }');
    const preset = regulationPresets.find(({ code }) => code === presetCode)!;
    const made = await draft(secretary, { presetCode });
    expect(made).toMatchObject({ version: 1, state: 'DRAFT', revision: 1, frozenAt: null, decisionNumber: null });
    const whole = await look(secretary, made.id, 'legalBases { number } rules { document scale groups { code maxPoints } criteria { code maxPoints levels { min max } } thresholds { outcome total } gradeBands { code minTotal } }') as unknown as
      { legalBases: { number: string }[]; rules: { document: string; scale: number; groups: { maxPoints: number }[] } };
    expect(whole.rules.document).toBe(preset.document);
    expect(whole.rules.groups.reduce((sum, group) => sum + group.maxPoints, 0)).toBe(whole.rules.scale);
    expect(whole.legalBases.map(({ number }) => number)).toEqual(expect.arrayContaining(['13/2012/NĐ-CP', '06/2022/QH15']));
  });

  it('of one’s own rules differs from the preset only where they do', async () => {
    const rules = rulesToBreak();
    rules.filing.oneYearRule = 'WARN';
    const own = await draft(secretary, { presetCode: null, rules: JSON.stringify(rules) });
    const preset = await draft(secretary);
    expect(own.rulesSha256).not.toBe(preset.rulesSha256);
    expect((await draft(secretary, { presetCode: null, rules: JSON.stringify(rules, null, 2) })).rulesSha256).toBe(own.rulesSha256);
  });

  it('is saved field by field, and never over somebody else’s work', async () => {
    const made = await draft(secretary);
    const saved = await save(secretary, { id: made.id, revision: 1, name: 'Quy chế mới', decisionNumber: '12/QĐ-UBND' });
    expect(saved).toEqual({ ...made, name: 'Quy chế mới', decisionNumber: '12/QĐ-UBND', revision: 2 });
    expect(await secretary.client.refusal(SAVE, { input: { id: made.id, revision: 1, name: 'Ghi đè' } })).toEqual({
      code: 'REVISION_CONFLICT', path: ['input', 'revision'], details: { current: 2 },
    });
    const both = await Promise.all([1, 2].map((n) => secretary.client.send(SAVE, { input: { id: made.id, revision: 2, name: `Cùng lúc ${n}` } })));
    expect(both.map(({ errors }) => errors?.[0]?.extensions.code ?? 'saved').sort()).toEqual(['REVISION_CONFLICT', 'saved']);
  });

  it('gets the next version under a code that exists', async () => {
    const code = `quy-che-${next()}`;
    expect([(await draft(secretary, { code })).version, (await draft(secretary, { code })).version]).toEqual([1, 2]);
    const together = await Promise.all([1, 2, 3].map(() => secretary.client.send<{ createRegulation: SeenRegulation }>(CREATE, { input: aPlan({ code }) })));
    const versions = together.flatMap(({ data }) => data?.createRegulation?.version ?? []);
    expect(new Set(versions).size).toBe(versions.length);
    for (const { errors } of together) if (errors) expect(errors[0]!.extensions).toMatchObject({ code: 'REGULATION_CODE_TAKEN', path: ['input', 'code'] });
  });
});

describe('a broken rule book', () => {
  const faultsOf = async (rules: unknown): Promise<string[]> => {
    const refused = await secretary.client.refusal(CREATE, { input: aPlan({ presetCode: null, rules: typeof rules === 'string' ? rules : JSON.stringify(rules) }) });
    expect(refused.code).toBe('VALIDATION_FAILED');
    return refused.faults!.map(({ code, path }) => `${code} ${path.join('.')}`);
  };

  it('is refused with every fault and its path', async () => {
    const rules = rulesToBreak();
    rules.scalePoints = 9_900;
    rules.criteria[5]!.levels[0]!.max = 1_050;
    rules.thresholds.effectiveAndReplicable.total = 4_000;
    rules.quorum.share = { num: 0, den: 3 };
    expect(await faultsOf(rules)).toEqual([
      'REGULATION_POINTS_RANGE input.rules.criteria.5.levels.0.min', 'REGULATION_LEVELS_MISS_MAXIMUM input.rules.criteria.5.levels',
      'REGULATION_SCALE_SUM input.rules.scalePoints', 'REGULATION_THRESHOLD_ORDER input.rules.thresholds.effectiveAndReplicable.total',
      'REGULATION_SHARE_RANGE input.rules.quorum.share',
    ]);
  });

  it('of the wrong shape is refused where the shape breaks', async () => {
    const rules = rulesToBreak();
    Object.assign(rules.criteria[5]!, { maxPoints: '2000' });
    Reflect.deleteProperty(rules, 'averaging');
    Object.assign(rules, { surprise: true });
    expect((await faultsOf(rules)).sort()).toEqual([
      'REGULATION_SHAPE input.rules', 'REGULATION_SHAPE input.rules.averaging', 'REGULATION_SHAPE input.rules.criteria.5.maxPoints',
    ]);
  });

  it.each([
    ['no JSON', '{"scalePoints": '], ['a list', '[]'], ['null', 'null'], ['a number', '7'],
  ])('that is %s is no rule book', async (_name, rules) => {
    expect(await faultsOf(rules)).toEqual(['REGULATION_SHAPE input.rules']);
  });

  it('that nests without end is refused before it exhausts anything', async () => {
    expect((await faultsOf('['.repeat(90_000) + ']'.repeat(90_000)))[0]).toMatch(/^REGULATION_SHAPE /);
  });

  it('with characters hidden in escapes is refused at the text', async () => {
    const rules = rulesToBreak();
    rules.criteria[5]!.name = 'Tính mới\u0000';
    rules.groups[0]!.name = 'Nhóm\uD800';
    expect(await faultsOf(rules)).toEqual(['INVALID_TEXT input.rules.groups.0.name', 'INVALID_TEXT input.rules.criteria.5.name']);
  });

  it('cannot smuggle in a prototype', async () => {
    const text = JSON.stringify(rulesToBreak());
    expect(await faultsOf(text.replace('{', '{"__proto__":{"scalePoints":1},'))).toEqual(['REGULATION_SHAPE input.rules']);
    expect(({} as Record<string, unknown>)['scalePoints']).toBeUndefined();
  });

  it('in NFD is stored in NFC', async () => {
    const rules = rulesToBreak();
    rules.criteria[5]!.name = 'Tính mới'.normalize('NFD');
    const made = await draft(secretary, { presetCode: null, rules: JSON.stringify(rules) });
    const { rules: stored } = (await look(secretary, made.id, 'rules { criteria { name } }')) as unknown as { rules: { criteria: { name: string }[] } };
    expect(stored.criteria[5]!.name).toBe('Tính mới');
  });

  it('or an unknown preset, or neither, or an odd code: each gets its error', async () => {
    const refused = (given: object) => secretary.client.refusal(CREATE, { input: aPlan(given) });
    expect(await refused({ presetCode: 'no-such' })).toEqual({ code: 'REGULATION_PRESET_UNKNOWN', path: ['input', 'presetCode'], details: {} });
    expect(await refused({ presetCode: '__proto__' })).toMatchObject({ code: 'REGULATION_PRESET_UNKNOWN' });
    expect(await refused({ presetCode: null })).toMatchObject({ code: 'INVALID_INPUT', path: ['input', 'rules'] });
    expect((await refused({ code: 'Quy chế' })).faults).toEqual([{ code: 'INVALID_FORMAT', path: ['input', 'code'], details: {} }]);
    expect((await refused({ rules: 'x'.repeat(200_001) })).faults).toEqual([{ code: 'TEXT_TOO_LONG', path: ['input', 'rules'], details: { most: 200_000 } }]);
  });

  it('leaves a draft as it was', async () => {
    const made = await draft(secretary);
    const refused = await secretary.client.refusal(SAVE, { input: { id: made.id, revision: 1, name: 'Tên khác', rules: '{}' } });
    expect(refused.code).toBe('VALIDATION_FAILED');
    expect(await look(secretary, made.id)).toEqual(made);
  });
});

describe('a regulation comes into force', () => {
  it('by the head, with number and dates of a decision', async () => {
    const made = await draft(secretary);
    expect(await head.client.refusal(PUT_IN_FORCE, { id: made.id, revision: 1 })).toEqual({ code: 'REGULATION_DECISION_MISSING', path: ['id'], details: {} });
    const reversed = await save(secretary, { id: made.id, revision: 1, decisionNumber: '12/QĐ-UBND', decisionDate: day, effectiveFrom: addDays(day, -1) });
    expect(await head.client.refusal(PUT_IN_FORCE, { id: made.id, revision: reversed.revision })).toEqual({ code: 'REGULATION_DATES_REVERSED', path: ['id'], details: {} });
    const saved = await save(secretary, { id: made.id, revision: 2, effectiveFrom: day });
    for (const actor of [secretary, member]) expect(await actor.client.refusal(PUT_IN_FORCE, { id: saved.id, revision: saved.revision })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await head.client.refusal(PUT_IN_FORCE, { id: saved.id, revision: 1 })).toEqual({ code: 'REVISION_CONFLICT', path: ['revision'], details: { current: 3 } });
    expect(await putInForce(head, saved)).toEqual({ ...saved, state: 'IN_FORCE', revision: 4 });
    const audited = await app().sql<{ type: string }>(`select type from outbox where payload ->> 'regulationId' = $1`, [made.id]);
    expect(audited).toEqual([{ type: 'regulation.put-in-force' }]);
  });

  it('and stays as it was decided', async () => {
    const inForce = await putInForce(head, await decided(secretary, day));
    expect(await secretary.client.refusal(SAVE, { input: { id: inForce.id, revision: inForce.revision, name: 'Tên khác' } })).toEqual({ code: 'REGULATION_FROZEN', path: ['input', 'id'], details: {} });
    expect(await head.client.refusal(PUT_IN_FORCE, { id: inForce.id, revision: inForce.revision })).toEqual({ code: 'REGULATION_FROZEN', path: ['id'], details: {} });
  });

  it('and its successor retires it on the day before', async () => {
    const code = `quy-che-${next()}`;
    const first = await putInForce(head, await decided(secretary, day, { code }));
    const { id, revision } = await draft(secretary, { code });
    const second = await putInForce(head, await save(secretary, { id, revision, decisionNumber: '99/QĐ-UBND', decisionDate: addDays(day, -10), effectiveFrom: addDays(day, -5) }));
    expect([second.version, second.state, second.effectiveTo]).toEqual([2, 'IN_FORCE', null]);
    expect(await look(head, first.id)).toMatchObject({ state: 'RETIRED', effectiveTo: addDays(day, -6) });
    await expect(aCampaign(app(), ward, { regulationId: first.id })).rejects.toMatchObject({ code: 'REGULATION_NOT_IN_FORCE' });
  });

  it('once, however many successors are signed at the same moment', async () => {
    const code = `quy-che-${next()}`;
    const drafts = [await decided(secretary, day, { code }), await decided(secretary, day, { code }), await decided(secretary, day, { code })];
    await putInForce(head, drafts[0]!);
    await Promise.all(drafts.slice(1).map(({ id, revision }) => runAs(ward.system, () => app().get(PutRegulationInForce).execute(id, revision))));
    const states = await app().sql<{ state: string }>('select state from evaluation_regulation where tenant_id = $1 and code = $2 order by state', [ward.id, code]);
    expect(states.map(({ state }) => state)).toEqual(['IN_FORCE', 'RETIRED', 'RETIRED']);
  });

  it('only on its first day', async () => {
    const { id, revision } = await draft(secretary);
    const inForce = await putInForce(head, await save(secretary, { id, revision, decisionNumber: '7/QĐ-UBND', decisionDate: day, effectiveFrom: addDays(day, 1) }));
    await expect(aCampaign(app(), ward, { regulationId: inForce.id })).rejects.toMatchObject({ code: 'REGULATION_NOT_IN_FORCE' });
  });
});

describe('a regulation in use', () => {
  const asApplication = async (text: string, values: readonly unknown[]): Promise<string> => {
    const client = new pg.Client({ connectionString: app().databaseUrls.appUrl });
    await client.connect();
    try {
      return await client.query(text, [...values]).then(() => 'done', (error: Error) => error.message);
    } finally {
      await client.end();
    }
  };
  const asOwner = (text: string, values: readonly unknown[]): Promise<string> => app().sql(text, values).then(() => 'done', (error: Error) => error.message);

  it('is frozen by the campaign that opens under it, and the database keeps it so', async () => {
    const inForce = await putInForce(head, await decided(secretary, day));
    await aCampaign(app(), ward, { regulationId: inForce.id, state: 'PLANNED' });
    expect((await look(head, inForce.id))?.frozenAt).toBeNull();
    await aCampaign(app(), ward, { regulationId: inForce.id });
    const frozen = (await look(head, inForce.id))!;
    expect(frozen.frozenAt).not.toBeNull();
    await aCampaign(app(), ward, { regulationId: inForce.id });
    expect(await look(head, inForce.id)).toEqual(frozen);
    for (const run of [asApplication, asOwner]) {
      for (const change of [
        `rules = rules || '{"scalePoints": 1}'`, `rules_sha256 = repeat('0', 64)`, 'frozen_at = null', 'frozen_at = clock_timestamp()', `code = 'khac'`, 'version = 9',
        `name = 'Khác'`, `level = 'CITY'`, `state = 'DRAFT'`, `decision_number = '1/QĐ'`, 'effective_from = effective_from - 1', `tenant_id = uuidv7()`,
      ]) {
        expect([change, await run(`update evaluation_regulation set ${change} where id = $1`, [inForce.id])]).toEqual([change, expect.stringMatching(/^KHOI:REGULATION_FROZEN/)]);
      }
      expect(await run('delete from evaluation_regulation where id = $1', [inForce.id])).toMatch(/^KHOI:REGULATION_FROZEN/);
    }
    expect(await asOwner('truncate evaluation_regulation cascade', [])).toMatch(/^KHOI:APPEND_ONLY/);
    expect(await look(head, inForce.id)).toEqual(frozen);
  });
});

describe('whose regulations', () => {
  it('are read by everybody in the ward, drafted by the secretary, and unknown elsewhere', async () => {
    const made = await decided(secretary, day);
    expect((await look(member, made.id))?.id).toBe(made.id);
    expect(await member.client.refusal(CREATE, { input: aPlan() })).toEqual({ code: 'FORBIDDEN', details: {} });
    expect(await member.client.refusal(SAVE, { input: { id: made.id, revision: 2, name: 'Khác' } })).toMatchObject({ code: 'FORBIDDEN' });
    for (const id of [made.id, newId(), 'không phải mã']) {
      expect(await look(stranger, id)).toBeNull();
      expect(await stranger.client.refusal(SAVE, { input: { id, revision: 2, name: 'Khác' } })).toEqual({ code: 'NOT_FOUND', path: ['input', 'id'], details: {} });
      expect(await stranger.client.refusal(PUT_IN_FORCE, { id, revision: 2 })).toEqual({ code: 'NOT_FOUND', path: ['id'], details: {} });
    }
    expect((await app().client().refusal('{ regulations { id } }')).code).toBe('UNAUTHENTICATED');
  });

  it('come in one statement, for one and for three', async () => {
    const other = await aWard(app());
    const author = await anActor(app(), other, { roles: ['COUNCIL_SECRETARY'] });
    const LIST = '{ regulations { code version legalBases { number } rules { scale criteria { code } } } }';
    const count = () => countStatements(app(), () => author.client.ask(LIST));
    await draft(author, { code: 'mot' });
    const one = await count();
    await draft(author, { code: 'mot' });
    await draft(author, { code: 'hai' });
    expect(await count()).toBe(one);
    const { regulations } = await author.client.ask<{ regulations: SeenRegulation[] }>(LIST);
    expect(regulations.map(({ code, version }) => `${code} ${version}`)).toEqual(['hai 1', 'mot 2', 'mot 1']);
  });
});
