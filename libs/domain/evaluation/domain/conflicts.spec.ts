import { describe, expect, it } from '@jest/globals';
import {
  type InterestFacts, interestFacts, interestsOf, mayDecideConflict, type PresiderSeat, presiderOf, type Relations, type Tie,
} from './conflicts.js';

type Rules = Parameters<typeof interestsOf>[1];
const RULES = ['FORBID', 'DECLARE', 'ALLOW'] as const;
const TIES: readonly Tie[] = ['SPOUSE', 'PARENT', 'CHILD', 'SIBLING', 'IN_LAW', 'OTHER_INTEREST'];
const TODAY = '2026-11-20';
const NOTHING: InterestFacts = { isAuthor: false, isAdopter: false, ties: [], sharesUnit: false, leadsUnit: false, leadsAbove: false, lastJointSubmission: null };
const all = (rule: Rules['sameUnit'], years = 3): Rules => ({ sameUnit: rule, sameUnitHead: rule, superior: rule, coAuthor: { rule, years } });
const told = (facts: Partial<InterestFacts>, rules: Rules = all('DECLARE')): string =>
  interestsOf({ ...NOTHING, ...facts }, rules, TODAY).map(({ kind, effect }) => `${kind} ${effect}`).join(', ');

describe('an interest by law', () => {
  it.each(RULES)('bars authors, adopters and the nearest kin under every regulation (%s)', (rule) => {
    expect(told({ isAuthor: true }, all(rule))).toBe('AUTHOR RECUSED');
    expect(told({ isAdopter: true }, all(rule))).toBe('ADOPTER RECUSED');
    for (const tie of ['SPOUSE', 'PARENT', 'CHILD', 'SIBLING'] as const) expect(told({ ties: [tie] }, all(rule))).toBe('KIN RECUSED');
  });

  it.each(['IN_LAW', 'OTHER_INTEREST'] as const)('waits for the chair with the tie %s', (tie) => {
    expect(told({ ties: [tie] }, all('ALLOW'))).toBe('KIN PENDING');
    expect(told({ ties: [tie, 'CHILD'] }, all('ALLOW'))).toBe('KIN RECUSED');
  });

  it('makes an author nothing else', () => {
    expect(told({ isAuthor: true, isAdopter: true, ties: ['SPOUSE'], sharesUnit: true, leadsUnit: true, leadsAbove: true, lastJointSubmission: TODAY }, all('FORBID'))).toBe('AUTHOR RECUSED');
  });

  it('is not there for whoever has nothing to do with the initiative', () => {
    for (const rule of RULES) expect(told({}, all(rule))).toBe('');
  });
});

describe('an interest by regulation', () => {
  const effects = { FORBID: 'RECUSED', DECLARE: 'PENDING', ALLOW: null } as const;
  const cases = [
    ['SAME_UNIT', 'sameUnit', { sharesUnit: true }], ['SUPERVISOR', 'sameUnitHead', { leadsUnit: true }], ['SUPERVISOR', 'superior', { leadsAbove: true }],
    ['CO_AUTHOR', 'coAuthor', { lastJointSubmission: '2026-01-31' }],
  ] as const;

  it.each(cases.flatMap(([kind, name, facts]) => RULES.map((rule) => [kind, name, rule, facts] as const)))('%s under %s: %s', (kind, name, rule, facts) => {
    const rules = { ...all('ALLOW'), [name]: name === 'coAuthor' ? { rule, years: 3 } : rule };
    expect(told(facts, rules)).toBe(effects[rule] === null ? '' : `${kind} ${effects[rule]}`);
    // The other rules do not reach it.
    const others = { ...all('FORBID'), [name]: name === 'coAuthor' ? { rule: 'ALLOW' as const, years: 3 } : 'ALLOW' };
    expect(told(facts, others)).toBe('');
  });

  it('takes the stronger of two ways to be superior', () => {
    const both = { leadsUnit: true, leadsAbove: true };
    expect(told(both, { ...all('ALLOW'), sameUnitHead: 'DECLARE', superior: 'FORBID' })).toBe('SUPERVISOR RECUSED');
    expect(told(both, { ...all('ALLOW'), sameUnitHead: 'FORBID', superior: 'DECLARE' })).toBe('SUPERVISOR RECUSED');
    expect(told(both, { ...all('ALLOW'), sameUnitHead: 'ALLOW', superior: 'DECLARE' })).toBe('SUPERVISOR PENDING');
  });

  it('lists every interest that waits, and none of them for whoever is barred anyway', () => {
    const facts = { ties: ['IN_LAW'] as const, sharesUnit: true, leadsUnit: true, lastJointSubmission: TODAY };
    expect(told(facts)).toBe('KIN PENDING, SAME_UNIT PENDING, SUPERVISOR PENDING, CO_AUTHOR PENDING');
    expect(told(facts, { ...all('DECLARE'), sameUnitHead: 'FORBID' })).toBe('SUPERVISOR RECUSED');
  });

  it.each([
    ['2023-11-20', 3, 'CO_AUTHOR PENDING'], ['2023-11-19', 3, ''], [TODAY, 0, ''], [TODAY, 1, 'CO_AUTHOR PENDING'], ['2006-11-20', 20, 'CO_AUTHOR PENDING'],
  ])('joint work of %s within %i years: "%s"', (day, years, expected) => expect(told({ lastJointSubmission: day }, all('DECLARE', years))).toBe(expected));

  it('bars exactly when some fact bars, over all facts and rules', () => {
    let checked = 0;
    for (const sameUnit of RULES) for (const sameUnitHead of RULES) for (const superior of RULES) for (const rule of RULES) for (const tie of [null, ...TIES]) {
      for (let bits = 0; bits < 64; bits += 1) {
        const [isAuthor, isAdopter, sharesUnit, leadsUnit, leadsAbove, isJoint] = [1, 2, 4, 8, 16, 32].map((bit) => (bits & bit) !== 0) as [boolean, boolean, boolean, boolean, boolean, boolean];
        const facts: InterestFacts = { isAuthor, isAdopter, ties: tie === null ? [] : [tie], sharesUnit, leadsUnit, leadsAbove, lastJointSubmission: isJoint ? TODAY : null };
        const ruled: readonly (readonly [boolean, string])[] = [[sharesUnit, sameUnit], [leadsUnit, sameUnitHead], [leadsAbove, superior], [isJoint, rule]];
        const isNear = tie !== null && tie !== 'IN_LAW' && tie !== 'OTHER_INTEREST';
        const bars = isAuthor || isAdopter || isNear || ruled.some(([is, by]) => is && by === 'FORBID');
        const waits = !bars && (tie !== null || ruled.some(([is, by]) => is && by === 'DECLARE'));
        const found = new Set(interestsOf(facts, { sameUnit, sameUnitHead, superior, coAuthor: { rule, years: 3 } }, TODAY).map(({ effect }) => effect));
        if (found.has('RECUSED') !== bars || found.has('PENDING') !== waits) throw new Error(JSON.stringify({ facts, sameUnit, sameUnitHead, superior, rule }));
        checked += 1;
      }
    }
    expect(checked).toBe(81 * 7 * 64);
  });
});

describe('the facts of a member and an initiative', () => {
  const member = { personId: 'm', unitId: 'team', leads: ['office'] };
  const relations: Relations = {
    tiesOf: (one, other) => (one === 'm' && other === 'b' ? ['SIBLING'] : []),
    above: (unit) => (unit === 'team' ? ['office', 'ward'] : unit === 'office' ? ['ward'] : []),
    lastJointSubmission: (person) => (person === 'm' ? '2025-01-01' : null),
  };
  const facts = (authors: [string, string | null][], adopterIds: string[] = []) =>
    interestFacts(member, { authors: authors.map(([personId, unitId]) => ({ personId, unitId })), adopterIds }, relations);

  it('come from every author', () => {
    expect(facts([['a', 'elsewhere'], ['b', 'team']], ['m'])).toEqual({
      isAuthor: false, isAdopter: true, ties: ['SIBLING'], sharesUnit: true, leadsUnit: false, leadsAbove: true, lastJointSubmission: '2025-01-01',
    });
    expect(facts([['m', 'team']])).toMatchObject({ isAuthor: true });
  });

  it('tell the head of the unit itself from one above it', () => {
    expect(facts([['a', 'office']])).toMatchObject({ sharesUnit: false, leadsUnit: true, leadsAbove: false });
    expect(facts([['a', 'team']])).toMatchObject({ leadsUnit: false, leadsAbove: true });
    expect(facts([['a', 'ward']])).toMatchObject({ sharesUnit: false, leadsUnit: false, leadsAbove: false });
  });

  it('find no unit shared by people without one', () => {
    expect(interestFacts({ ...member, unitId: null, leads: [] }, { authors: [{ personId: 'a', unitId: null }], adopterIds: [] }, relations)).toMatchObject({ sharesUnit: false, leadsUnit: false, leadsAbove: false });
  });
});

const seat = (personId: string, role = 'MEMBER', isVoting = true): PresiderSeat => ({ personId, role, isVoting });
const SEATS = [seat('chair', 'CHAIR'), seat('first', 'DEPUTY_CHAIR'), seat('second', 'DEPUTY_CHAIR'), seat('secretary', 'SECRETARY', false), seat('member')];

describe('who presides over an item', () => {
  it.each<[string, string[], string | null, string | null]>([
    ['the chair', [], null, 'chair'],
    ['the chair, whomever the head chose before', ['member'], 'member', 'chair'],
    ['the first deputy for a barred chair', ['chair'], 'member', 'first'],
    ['the next deputy', ['chair', 'first'], null, 'second'],
    ['whom the head chose, without a deputy', ['chair', 'first', 'second'], 'member', 'member'],
    ['nobody before the head has chosen', ['chair', 'first', 'second'], null, null],
    ['nobody when the chosen one is barred too', ['chair', 'first', 'second', 'member'], 'member', null],
    ['nobody without a vote', ['chair', 'first', 'second'], 'secretary', null],
    ['nobody from outside', ['chair', 'first', 'second'], 'stranger', null],
  ])('is %s', (_who, barred, chosen, expected) => expect(presiderOf(SEATS, barred, chosen)).toBe(expected));
});

describe('who decides about a conflict', () => {
  const HEAD = { personId: 'head', isHead: true };
  const may = (personId: string, of: string, barredIds: string[] = [], isHead = false, seats = SEATS) => mayDecideConflict({ personId, isHead }, { personId: of, seats, barredIds });
  it('is chair or deputy, for members', () => {
    expect(['chair', 'first', 'second', 'secretary', 'member'].map((who) => may(who, 'x'))).toEqual([true, true, true, false, false]);
    expect(mayDecideConflict(HEAD, { personId: 'member', seats: SEATS, barredIds: ['member'] })).toBe(false);
  });
  it('is the head for the chair, and no deputy', () => {
    expect(['chair', 'first', 'second'].map((who) => may(who, 'chair', ['chair']))).toEqual([false, false, false]);
    expect(mayDecideConflict(HEAD, { personId: 'chair', seats: SEATS, barredIds: ['chair'] })).toBe(true);
  });
  it('is never whoever has an interest in the item', () => {
    expect(may('chair', 'member', ['chair', 'member'])).toBe(false);
    expect(may('first', 'member', ['chair', 'member'])).toBe(true);
    expect(mayDecideConflict(HEAD, { personId: 'chair', seats: SEATS, barredIds: ['chair', 'head'] })).toBe(false);
  });
  it('is the head when no chair or deputy is free', () => {
    expect(mayDecideConflict(HEAD, { personId: 'member', seats: SEATS, barredIds: ['chair', 'first', 'second', 'member'] })).toBe(true);
    expect(mayDecideConflict(HEAD, { personId: 'first', seats: SEATS, barredIds: ['chair', 'first'] })).toBe(false);
    expect(may('second', 'first', ['chair', 'first'])).toBe(true);
  });
  it('is never the person themself, in any office', () => {
    const chairAndHead = [seat('head', 'CHAIR'), seat('member')];
    expect(may('head', 'head', ['head'], true, chairAndHead)).toBe(false);
    expect(may('head', 'member', ['member'], true, chairAndHead)).toBe(true);
    expect(may('first', 'first')).toBe(false);
  });
});
