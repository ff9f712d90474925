import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { addDays } from '@kit/clock';
import type { Actor } from '../factories/identity.js';
import { act, aScene, type Scene } from '../factories/initiative.js';
import { aPerson, aWard } from '../factories/organisation.js';
import { aCouncil, aCouncilInput, anOpenSession, type Cast, refusal, someAccepted, step } from '../factories/evaluation.js';
import { meetAndLock } from '../factories/meeting.js';
import { useApp } from '../setup/app.js';
import { countStatements } from '../setup/statements.js';

// Several people sign in and act one after the other; a busy machine needs time for it.
jest.setTimeout(60_000);
const app = useApp();
let scene: Scene;
let secretary: Actor;
let people: Actor[];

beforeAll(async () => {
  scene = await aScene(app());
  secretary = await scene.person({ roles: ['COUNCIL_SECRETARY'] });
  people = [await scene.person(), await scene.person(), await scene.person(), await scene.person()];
}, 60_000);

const input = (change: (members: { personId: string; role: string; isVoting: boolean }[]) => void = () => {}, given: object = {}) => {
  const council = aCouncilInput(scene, people);
  const members = council.members.map((member) => ({ ...member }));
  change(members);
  return { ...council, members, ...given };
};
const FIELDS = 'name decisionNumber termFrom termTo members { role isVoting position validFrom validTo person { id } }';
const rolesOf = async (actor: Actor): Promise<string[]> =>
  (await actor.client.ask<{ viewer: { roles: { role: string }[] } }>('{ viewer { roles { role } } }')).viewer.roles.map(({ role }) => role);

describe('a council', () => {
  it('is entered by the secretary as the decision names it, and gives its people their roles at once', async () => {
    expect(await rolesOf(people[0]!)).toEqual([]);
    const wanted = input();
    const member = (index: number, role: string) => ({
      role, isVoting: true, position: index + 1, validFrom: wanted.termFrom, validTo: wanted.termTo, person: { id: people[index]!.personId },
    });
    expect(await act(secretary, 'createCouncil', wanted, FIELDS)).toEqual({
      name: wanted.name, decisionNumber: wanted.decisionNumber, termFrom: wanted.termFrom, termTo: wanted.termTo,
      members: [member(0, 'CHAIR'), member(1, 'SECRETARY'), member(2, 'MEMBER'), member(3, 'MEMBER')],
    });
    expect(await Promise.all(people.map(rolesOf))).toEqual([
      ['COUNCIL_CHAIR', 'COUNCIL_MEMBER'], ['COUNCIL_MEMBER', 'COUNCIL_SECRETARY'], ['COUNCIL_MEMBER'], ['COUNCIL_MEMBER'],
    ]);
  });

  it('may also be entered by the head, and by nobody else', async () => {
    const head = await scene.person({ roles: ['AUTHORITY_HEAD'] });
    expect(await act(head, 'createCouncil', input(), 'name')).toEqual({ name: 'Hội đồng sáng kiến phường' });
    for (const role of ['TENANT_ADMIN', 'INTAKE_OFFICER'] as const) {
      expect(await refusal(await scene.person({ roles: [role] }), 'createCouncil', input())).toEqual({ code: 'FORBIDDEN', details: {} });
    }
  });

  it('tells all its faults at once', async () => {
    const { code, faults } = await refusal(secretary, 'createCouncil', input((members) => {
      members[0]!.isVoting = false;
      members[1]!.role = 'CHAIR';
      members[2] = { ...members[3]!, isVoting: false };
      members[3]!.isVoting = false;
    }, { termTo: addDays(scene.today, -51) }));
    expect(code).toBe('VALIDATION_FAILED');
    expect(faults?.map((fault) => [fault.code, fault.path.join('.'), fault.details])).toEqual([
      ['COUNCIL_TERM_REVERSED', 'input.termTo', {}],
      ['COUNCIL_NEEDS_ONE_CHAIR', 'input.members', { count: 2 }],
      ['COUNCIL_NEEDS_ONE_SECRETARY', 'input.members', { count: 0 }],
      ['COUNCIL_TOO_SMALL', 'input.members', { voting: 1, least: 3 }],
      ['COUNCIL_CHAIR_VOTES', 'input.members.0.isVoting', {}],
      ['COUNCIL_MEMBER_TWICE', 'input.members.3.personId', {}],
    ]);
  });

  it('names people of the ward only', async () => {
    const stranger = await aPerson(app(), await aWard(app()));
    for (const personId of [stranger, '01900000-0000-7000-8000-000000000000']) {
      expect(await refusal(secretary, 'createCouncil', input((members) => { members[2]!.personId = personId; })))
        .toEqual({ code: 'NOT_FOUND', details: {}, path: ['input', 'members', 2, 'personId'] });
    }
  });

  it('gives roles during its term only', async () => {
    const [late] = [await scene.person()];
    const past = aCouncilInput(scene, [late, ...people.slice(1)]);
    await act(secretary, 'createCouncil', { ...past, termFrom: addDays(scene.today, -40), termTo: addDays(scene.today, -1) }, 'name');
    expect(await rolesOf(late)).toEqual([]);
    await act(secretary, 'createCouncil', { ...past, termFrom: addDays(scene.today, -40), termTo: scene.today }, 'name');
    expect(await rolesOf(late)).toEqual(['COUNCIL_CHAIR', 'COUNCIL_MEMBER']);
  });
});

describe('the list of councils', () => {
  const LIST = `{ councils { ${FIELDS} } }`;
  it('shows everything to secretary and head, and to members their own', async () => {
    const other = await aCouncil(scene);
    const ids = async (actor: Actor) => (await actor.client.ask<{ councils: { id: string }[] }>('{ councils { id } }')).councils.map(({ id }) => id);
    expect(await ids(secretary)).toContain(other.councilId);
    expect(await ids(other.members[0]!)).toEqual([other.councilId]);
    expect(await ids(await scene.person())).toEqual([]);
    expect(await ids(await scene.person({ roles: ['TENANT_ADMIN'] }))).toEqual([]);
  });

  it('takes as many statements for three councils as for one', async () => {
    const [few, many] = [await aScene(app()), await aScene(app())];
    const counted = async (of: Scene, councils: number): Promise<number> => {
      const reader = await of.person({ roles: ['COUNCIL_SECRETARY'] });
      for (let index = 0; index < councils; index += 1) await aCouncil(of);
      let found: { councils: unknown[] } | undefined;
      const count = await countStatements(app(), async () => { found = await reader.client.ask<{ councils: unknown[] }>(LIST); });
      expect(found?.councils).toHaveLength(councils);
      return count;
    };
    expect(await counted(many, 3)).toBe(await counted(few, 1));
  }, 60_000);
});

describe('members of a session', () => {
  let cast: Cast;

  it('stay members when the council ends while they score', async () => {
    cast = await aCouncil(scene);
    const session = await anOpenSession(scene, cast, await someAccepted(scene, await scene.person({ roles: ['INTAKE_OFFICER'] }), 1));
    await app().sql(`update council set term_to = vn_today() - 1 where id = $1`, [cast.councilId]);
    await app().sql(`update council_member set valid_to = vn_today() - 1 where council_id = $1`, [cast.councilId]);
    expect(await rolesOf(cast.members[0]!)).toEqual(['COUNCIL_MEMBER']);
    expect((await cast.members[0]!.client.ask<{ scoringQueue: { total: number } }>('{ scoringQueue { total } }')).scoringQueue.total).toBe(1);
    await step(cast.chair, 'closeScoring', session);
    await meetAndLock(cast, session);
    expect(await rolesOf(cast.members[0]!)).toEqual([]);
  }, 60_000);
});
