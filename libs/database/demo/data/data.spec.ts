import { describe, expect, it } from '@jest/globals';
import { FORMAL_FAULTS, FORMAL_REFUSALS, RECOGNITION_REFUSALS } from '../../../domain/initiative/domain/reason-library.js';
import { asFiledToday, campaigns, councils, initiatives, people, sessions, tenants, units } from './index.js';
import type { DemoInitiative, InitiativeTexts } from './index.js';

const unit = new Map(units.map((one) => [one.key, one]));
const person = new Map(people.map((one) => [one.key, one]));
const campaign = new Map(campaigns.map((one) => [one.key, one]));

/** Every string of the data with the path that leads to it. */
function textsOf(value: unknown, path: string): Array<readonly [path: string, text: string]> {
  if (typeof value === 'string') return [[path, value]];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, `${path}.${key}`));
}

const allTexts = textsOf({ tenants, units, people, campaigns, councils, sessions, initiatives }, 'data');
const duplicatesIn = (keys: readonly string[]) => keys.filter((key, index) => keys.indexOf(key) !== index);
const inState = (...states: Array<DemoInitiative['state']>) => initiatives.filter((one) => states.includes(one.state));
const keysOf = (list: readonly DemoInitiative[]) => list.map((one) => one.key);

describe('the demo data as text', () => {
  it('is normalised (NFC), trimmed and free of double spaces and control characters', () => {
    const faults = allTexts.filter(([, text]) => text !== text.normalize('NFC') || text !== text.trim() || / {2}|\p{Cc}/u.test(text));
    expect(faults).toEqual([]);
  });

  it('leaves nothing empty but the sections a draft names as unfinished', () => {
    const allowed = initiatives.flatMap((one, index) => (one.unfinished ?? []).map((section) => `data.initiatives.${index}.texts.${section}`));
    expect(allTexts.filter(([, text]) => text === '').map(([path]) => path)).toEqual(allowed);
  });

  it('uses no name of a person who signs one of the published plans', () => {
    const signers = ['Nguyễn Thị Vân Anh', 'Lê Thị Lan', 'Trần Thị Tình'];
    expect(allTexts.filter(([, text]) => signers.some((name) => text.includes(name)))).toEqual([]);
  });

  it('writes every part of the form in sentences of a believable length', () => {
    const bounds: Record<keyof InitiativeTexts, readonly [number, number]> = {
      stateBefore: [80, 900], content: [150, 2500], novelty: [30, 600], conditions: [30, 600], benefitAuthor: [40, 600], benefitAdopters: [30, 600],
    };
    const faults = initiatives.flatMap((one) => (Object.keys(bounds) as Array<keyof InitiativeTexts>)
      .filter((section) => !one.unfinished?.includes(section))
      .filter((section) => {
        const text = one.texts[section];
        return text.length < bounds[section][0] || text.length > bounds[section][1] || !text.endsWith('.');
      })
      .map((section) => `${one.key}.${section}`));
    expect(faults).toEqual([]);
    expect(initiatives.filter((one) => one.title.length < 20 || one.title.length > 160).map((one) => one.title)).toEqual([]);
    expect(initiatives.filter((one) => one.publicSummary.length < 40 || one.publicSummary.length > 400).map((one) => one.key)).toEqual([]);
  });

  it('writes the content of a filed dossier in four to eight sentences', () => {
    const sentences = (text: string) => text.split(/\.(?:\s|$)/).filter((part) => part.trim() !== '').length;
    const counts = initiatives.filter((one) => one.state !== 'DRAFT').map((one) => [one.key, sentences(one.texts.content)] as const);
    expect(counts.filter(([, count]) => count < 4 || count > 8)).toEqual([]);
  });
});

describe('keys and references', () => {
  it('are unique, as are usernames, unit codes of a tenant and places in the list of accounts', () => {
    for (const list of [tenants, units, people, campaigns, councils, sessions, initiatives]) {
      expect(duplicatesIn(list.map((one) => one.key))).toEqual([]);
    }
    expect(duplicatesIn(people.map((one) => one.username))).toEqual([]);
    expect(duplicatesIn(people.map((one) => one.fullName))).toEqual([]);
    expect(duplicatesIn(units.map((one) => `${one.tenant}/${one.code}`))).toEqual([]);
    expect(people.flatMap((one) => one.showcase?.order ?? []).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]);
  });

  it('have forms the database accepts', () => {
    expect(people.filter((one) => !/^[a-z]+\.[a-z]+@[a-z]+$/.test(one.username))).toEqual([]);
    expect(units.filter((one) => !/^[A-Z0-9-]{1,40}$/.test(one.code))).toEqual([]);
    expect([...tenants.map((one) => one.code), ...campaigns.map((one) => one.code.replace('{year}', '2026'))].filter((code) => !/^[a-z0-9-]{2,60}$/.test(code))).toEqual([]);
  });

  it('stay inside one tenant', () => {
    expect(units.filter((one) => one.parent !== undefined && unit.get(one.parent)?.tenant !== one.tenant)).toEqual([]);
    expect(people.filter((one) => unit.get(one.unit)?.tenant !== one.tenant)).toEqual([]);
    expect(people.filter((one) => one.roles.some((held) => held.unit !== undefined && held.unit !== one.unit))).toEqual([]);
  });

  it('lead from every initiative to units and people of the ward', () => {
    const faults = initiatives.flatMap((one) => {
      const unitKeys = [one.unit, one.investor ?? one.unit, ...one.applications.map((record) => record.unit)];
      const personKeys = [
        ...one.authors.map((author) => author.person), ...one.adopters.map((adopter) => adopter.person),
        ...one.applications.flatMap((record) => record.confirmedBy ?? []), ...(one.consentPending ?? []),
        ...Object.keys(one.evaluation?.comments ?? {}), ...(one.evaluation?.submittedBy ?? []), ...(one.evaluation?.draftBy ?? []),
        ...Object.values(one.evaluation?.gatesDenied ?? {}).flat(),
      ];
      return [
        ...unitKeys.filter((key) => unit.get(key)?.tenant !== 'hong-bang'), ...personKeys.filter((key) => person.get(key)?.tenant !== 'hong-bang'),
      ].map((key) => `${one.key}: ${key}`);
    });
    expect(faults).toEqual([]);
  });

  it('spells each unit once: no alias names two units of a tenant', () => {
    const names = units.flatMap((one) => [...new Set([one.officialName, one.shortName, ...one.aliases].map((name) => `${one.tenant}/${name}`))]);
    expect(duplicatesIn(names)).toEqual([]);
  });
});

describe('the dossiers', () => {
  it('stand in every state a visitor should see', () => {
    const counts = Object.fromEntries([...new Set(initiatives.map((one) => one.state))].sort().map((state) => [state, inState(state).length]));
    expect(counts).toEqual({
      ACCEPTED: 3, DRAFT: 5, RECOGNISED: 14, REFUSED: 3, REJECTED_FORMALLY: 1, SUBMITTED: 3, SUPPLEMENT_REQUIRED: 2, UNDER_EVALUATION: 8, WITHDRAWN: 1,
    });
  });

  it('have one to four authors, each once, whose shares are exactly 100 %', () => {
    for (const one of initiatives) {
      expect([one.key, one.authors.reduce((sum, author) => sum + author.shareBp, 0)]).toEqual([one.key, 10_000]);
      expect(one.authors.length).toBeGreaterThanOrEqual(1);
      expect(one.authors.length).toBeLessThanOrEqual(4);
      expect(duplicatesIn([...one.authors, ...one.adopters].map((named) => named.person))).toEqual([]);
    }
  });

  it('wait for a co-author only while they are drafts', () => {
    expect(initiatives.filter((one) => one.consentPending).map((one) => [one.state, one.consentPending])).toEqual([['DRAFT', ['dao-thu-ngan']]]);
    expect(initiatives.filter((one) => one.unfinished).map((one) => one.state)).toEqual(['DRAFT']);
  });

  it('are filed inside their campaign and within one year of the first application', () => {
    for (const one of initiatives) {
      const open = campaign.get(one.campaign)!;
      expect([one.key, one.submittedDaysAgo === undefined]).toEqual([one.key, one.state === 'DRAFT']);
      if (one.submittedDaysAgo === undefined) continue;
      expect(one.submittedDaysAgo).toBeLessThanOrEqual(open.opensDaysAgo);
      expect(one.submittedDaysAgo).toBeGreaterThan(open.deadlineDaysAgo);
      expect(one.firstAppliedDaysAgo).toBeGreaterThan(one.submittedDaysAgo);
      expect(one.firstAppliedDaysAgo - one.submittedDaysAgo).toBeLessThanOrEqual(365);
      expect(asFiledToday(one).firstAppliedDaysAgo).toBe(one.firstAppliedDaysAgo - one.submittedDaysAgo);
    }
  });

  it('are checked within a month of filing, and a return is answered within a month', () => {
    for (const one of initiatives.filter((other) => other.formalCheck)) {
      const waited = one.submittedDaysAgo! - one.formalCheck!.daysAgo;
      expect(waited).toBeGreaterThanOrEqual(0);
      expect(waited).toBeLessThanOrEqual(28);
    }
    const checked = inState('SUPPLEMENT_REQUIRED', 'REJECTED_FORMALLY', 'ACCEPTED', 'UNDER_EVALUATION', 'RECOGNISED', 'REFUSED');
    expect(keysOf(initiatives.filter((one) => one.formalCheck))).toEqual(keysOf(initiatives.filter((one) => checked.includes(one))));
    expect(inState('SUPPLEMENT_REQUIRED').filter((one) => !one.formalCheck?.faults?.length)).toEqual([]);
    expect(inState('REJECTED_FORMALLY').map((one) => one.formalCheck?.rejection?.reason)).toEqual(['FILED_LATE']);
    expect(keysOf(initiatives.filter((one) => one.formalCheck?.firstVersion))).toEqual(['mot-cua-luu-dong']);
  });

  it('give reasons of the library, each of the right kind', () => {
    const codesOf = (library: ReadonlyArray<{ code: string }>) => library.map((reason) => reason.code);
    const faults = initiatives.flatMap((one) => one.formalCheck?.faults ?? []).map((fault) => fault.reason);
    expect(faults.filter((code) => !codesOf(FORMAL_FAULTS).includes(code))).toEqual([]);
    expect(inState('REJECTED_FORMALLY').filter((one) => !codesOf(FORMAL_REFUSALS).includes(one.formalCheck!.rejection!.reason))).toEqual([]);
    expect(inState('REFUSED').filter((one) => !codesOf(RECOGNITION_REFUSALS).includes(one.refusal!.reason))).toEqual([]);
  });

  it('apply the solution from the first application on, before filing, with one to three measures each', () => {
    for (const one of initiatives.filter((other) => other.key !== 'thu-hoi-thuoc')) {
      expect([one.key, one.applications[0]?.fromDaysAgo]).toEqual([one.key, one.firstAppliedDaysAgo]);
      expect(one.applications.length).toBeLessThanOrEqual(3);
      for (const record of one.applications) {
        expect(record.fromDaysAgo).toBeLessThanOrEqual(one.firstAppliedDaysAgo);
        expect(record.toDaysAgo ?? record.fromDaysAgo).toBeGreaterThan(one.submittedDaysAgo ?? 0);
        expect(record.measures.length).toBeGreaterThanOrEqual(1);
        expect(record.measures.length).toBeLessThanOrEqual(3);
        expect(record.benefit.kind === 'NOT_COUNTABLE').toBe(record.benefit.amountVnd === undefined);
        expect(Number.isSafeInteger(record.benefit.amountVnd ?? 0)).toBe(true);
        for (const { before, after } of record.measures) expect([before, after].map((figure) => Number(figure.toFixed(2)))).toEqual([before, after]);
      }
    }
  });

  it('are confirmed only by the head of the unit that applies them, never by an author', () => {
    const faults = initiatives.flatMap((one) => one.applications
      .filter(({ confirmedBy }) => confirmedBy !== undefined)
      .filter(({ confirmedBy, unit: place }) => one.authors.some((author) => author.person === confirmedBy)
        || !person.get(confirmedBy!)!.roles.some((held) => held.role === 'UNIT_HEAD' && held.unit === place))
      .map(({ confirmedBy }) => `${one.key}: ${confirmedBy}`));
    expect(faults).toEqual([]);
    expect(keysOf(inState('RECOGNISED').filter((one) => !one.applications.some((record) => record.confirmedBy)))).toEqual([]);
  });

  it('name their evidence once each, with plain file names', () => {
    const files = initiatives.flatMap((one) => one.evidence.map((piece) => piece.fileName));
    expect(duplicatesIn(files)).toEqual([]);
    expect(files.filter((name) => !/^[a-z0-9-]+\.(png|pdf)$/.test(name))).toEqual([]);
  });

  it('keep author-secret parts in three dossiers, each with words about them', () => {
    expect(keysOf(initiatives.filter((one) => one.confidentialParts))).toEqual(['hop-thu-tam-su', 'the-mau-tang-huyet-ap', 'canh-bao-lua-dao']);
    expect(keysOf(initiatives.filter((one) => one.evidence.some((piece) => piece.confidentiality === 'AUTHOR_SECRET'))))
      .toEqual(['hop-thu-tam-su', 'the-mau-tang-huyet-ap', 'canh-bao-lua-dao']);
  });
});

describe('councils and sessions', () => {
  it('appoint seven voting members with one chair and one secretary, and not the head who decides', () => {
    for (const council of councils) {
      expect(council.members.filter((member) => member.voting).map((member) => member.role).sort())
        .toEqual(['CHAIR', 'DEPUTY_CHAIR', 'EXPERT', 'MEMBER', 'MEMBER', 'SECRETARY', 'UNION_REP']);
      const heads = people.filter((one) => one.roles.some((held) => held.role === 'AUTHORITY_HEAD')).map((one) => one.key);
      expect(council.members.filter((member) => heads.includes(member.person))).toEqual([]);
    }
  });

  it('put exactly the evaluated initiatives of the campaign on the agenda', () => {
    for (const session of sessions) {
      const evaluated = initiatives.filter((one) => one.campaign === session.campaign && one.evaluation);
      expect([...session.agenda].sort()).toEqual(keysOf(evaluated).sort());
    }
    expect(keysOf(initiatives.filter((one) => one.evaluation))).toEqual(keysOf(inState('UNDER_EVALUATION', 'RECOGNISED', 'REFUSED')));
  });

  it('leave one conflict to be seen: a member who is co-author of an initiative in scoring', () => {
    const members = councils[0]!.members.map((member) => member.person);
    const conflicts = initiatives.filter((one) => one.evaluation && one.authors.some((author) => members.includes(author.person)));
    expect(keysOf(conflicts)).toEqual(['thi-nghiem-quang-hoc']);
    expect(initiatives.filter((one) => one.adopters.some((adopter) => members.includes(adopter.person)))).toEqual([]);
  });
});
