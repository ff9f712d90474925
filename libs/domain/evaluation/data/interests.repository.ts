import { Injectable } from '@nestjs/common';
import { InitiativeFacade, type PersonOfInitiative } from '@domain/initiative';
import { OrganisationFacade, personJsonOf, type TieBetween } from '@domain/organisation';
import { type EvaluationRules, storedRules } from '@domain/regulation';
import { Database, sql, type SqlStatement } from '@kit/database';
import { type Interest, interestFacts, interestsOf, type MemberFacts, type Relations } from '../domain/conflicts.js';
import type { ReplacementCandidate } from '../model/conflict.types.js';
import type { SessionState } from '../domain/session.workflow.js';

/** What the program looks at conflicts of a session with: the rules it scores by, or until then those of its campaign. */
export interface RulesOfSession {
  readonly state: SessionState;
  readonly rules: EvaluationRules;
  readonly today: string;
}

/** An interest of a person in an initiative. */
export interface FoundInterest extends Interest {
  readonly initiativeId: string;
  readonly personId: string;
}

/** Reads everything that interests are found by, in a number of statements that depends on neither items nor members. */
@Injectable()
export class InterestsRepository {
  constructor(
    private readonly database: Database,
    private readonly initiatives: InitiativeFacade,
    private readonly organisation: OrganisationFacade,
  ) {}

  async rulesOf(sessionId: string): Promise<RulesOfSession> {
    const row = await this.database.row<RulesOfSession>(sql`
      select s.state, coalesce(s.rules, r.rules) as rules, vn_today() as today from evaluation_session s
      join campaign c on c.id = s.campaign_id join evaluation_regulation r on r.id = c.regulation_id where s.id = ${sessionId}`);
    if (row === null) throw new Error('a session without a campaign');
    return { ...row, rules: storedRules(row.rules) };
  }

  /** Everybody who sits in the session, or will before scoring opens: a future member reads dossiers from the first day on. */
  members(sessionId: string): Promise<MemberFacts[]> {
    return this.#people(sql`select m.person_id from session_member m where m.session_id = ${sessionId}
      union select c.person_id from evaluation_session s join council_member c on c.council_id = s.council_id
        where s.id = ${sessionId} and s.fixed_at is null and coalesce(c.valid_to >= vn_today(), true)`);
  }

  /** People who have sat on a council of the ward and sit neither in the session nor on its council now; they have not left. */
  pastMembers(tenantId: string, sessionId: string): Promise<MemberFacts[]> {
    return this.#people(sql`select c.person_id from council_member c join person p on p.id = c.person_id
      where c.tenant_id = ${tenantId} and (p.left_on is null or p.left_on > vn_today())
        and not exists (select from session_member m where m.session_id = ${sessionId} and m.person_id = c.person_id)
        and not exists (select from evaluation_session s join council_member now on now.council_id = s.council_id
          where s.id = ${sessionId} and now.person_id = c.person_id and coalesce(now.valid_to >= vn_today(), true))`);
  }

  /** Interests of some people in some initiatives, one statement for each kind of fact. */
  async find(tenantId: string, initiativeIds: readonly string[], people: readonly MemberFacts[], { rules, today }: RulesOfSession): Promise<FoundInterest[]> {
    if (initiativeIds.length === 0 || people.length === 0) return [];
    const personIds = people.map(({ personId }) => personId);
    const authors = byInitiative(await this.initiatives.authorsOf(initiativeIds));
    const adopters = byInitiative(await this.initiatives.adoptersOf(initiativeIds));
    const authorIds = [...new Set([...authors.values()].flat().map(({ personId }) => personId))];
    const ties = tiesByPair(await this.organisation.tiesAmid(personIds, authorIds));
    const above = await this.#above(tenantId);
    const joint = await this.#jointSubmissions(tenantId, initiativeIds, personIds);
    return initiativeIds.flatMap((initiativeId) => people.flatMap((member) => {
      const relations: Relations = {
        tiesOf: (one, other) => ties.get(pair(one, other)) ?? [],
        above,
        lastJointSubmission: (personId) => joint.get(pair(initiativeId, personId)) ?? null,
      };
      const adopterIds = (adopters.get(initiativeId) ?? []).map(({ personId }) => personId);
      const facts = interestFacts(member, { authors: authors.get(initiativeId) ?? [], adopterIds }, relations);
      return interestsOf(facts, rules.conflicts, today).map((interest) => ({ ...interest, initiativeId, personId: member.personId }));
    }));
  }

  /** Those of the initiatives that are State-funded and of which the head is an author, while the head sits in the session (INV-12). */
  async ofSeatedHead(tenantId: string, sessionId: string, initiativeIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.database.rows<{ id: string }>(sql`
      select i.id from initiative i where i.tenant_id = ${tenantId} and i.id = any (${initiativeIds}::uuid[]) and i.is_state_funded
        and exists (select from initiative_author w
          join role_assignment held on held.person_id = w.person_id and held.role = 'AUTHORITY_HEAD' and held.ended_at is null
            and held.valid_from <= vn_today() and coalesce(held.valid_to >= vn_today(), true)
          join session_seat seat on seat.session_id = ${sessionId} and seat.person_id = w.person_id
          where w.initiative_id = i.id and w.declined_at is null)`);
    return new Set(rows.map(({ id }) => id));
  }

  /** Candidates as they are shown: the fewest open interests first, then by given name. */
  async named(candidates: readonly { readonly personId: string; readonly undecidedItems: number }[], most: number): Promise<ReplacementCandidate[]> {
    return this.database.rows<ReplacementCandidate>(sql`
      select ${personJsonOf(sql`p.id`, 'candidate')} as person, n.items as "undecidedItems"
      from unnest(${candidates.map(({ personId }) => personId)}::uuid[], ${candidates.map(({ undecidedItems }) => undecidedItems)}::int[]) as n (id, items)
      join person p on p.id = n.id order by n.items, p.sort_name collate "vi-x-icu", p.id limit ${most}`);
  }

  #people(ids: SqlStatement): Promise<MemberFacts[]> {
    return this.database.rows<MemberFacts>(sql`
      select p.id as "personId", p.unit_id as "unitId", array(select held.scope_unit_id::text from role_assignment held
          where held.person_id = p.id and held.role = 'UNIT_HEAD' and held.ended_at is null
            and held.valid_from <= vn_today() and coalesce(held.valid_to >= vn_today(), true)) as leads
      from person p where p.id in (${ids}) order by p.id`);
  }

  /** The units above each unit of the ward, nearest first. */
  async #above(tenantId: string): Promise<(unitId: string) => readonly string[]> {
    const rows = await this.database.rows<{ id: string; parentId: string | null }>(sql`
      select u.id, u.parent_id as "parentId" from org_unit u where u.tenant_id = ${tenantId}`);
    const parents = new Map(rows.map(({ id, parentId }) => [id, parentId]));
    return (unitId) => {
      const upper: string[] = [];
      // A tree that was entered as a circle ends where it began.
      for (let next = parents.get(unitId) ?? null; next !== null && next !== unitId && !upper.includes(next); next = parents.get(next) ?? null) upper.push(next);
      return upper;
    };
  }

  /** The last day on which each of the people submitted another initiative together with an author, by initiative and person. */
  async #jointSubmissions(tenantId: string, initiativeIds: readonly string[], personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.rows<{ initiativeId: string; personId: string; day: string }>(sql`
      select author.initiative_id as "initiativeId", mine.person_id as "personId",
        (max(other.submitted_at) at time zone 'Asia/Ho_Chi_Minh')::date as day
      from initiative_author author
      join initiative_author theirs on theirs.person_id = author.person_id and theirs.initiative_id <> author.initiative_id and theirs.declined_at is null
      join initiative_author mine on mine.initiative_id = theirs.initiative_id and mine.person_id <> author.person_id and mine.declined_at is null
      join initiative other on other.id = mine.initiative_id and other.submitted_at is not null
      where author.tenant_id = ${tenantId} and author.initiative_id = any (${initiativeIds}::uuid[]) and mine.person_id = any (${personIds}::uuid[])
      group by author.initiative_id, mine.person_id`);
    return new Map(rows.map(({ initiativeId, personId, day }) => [pair(initiativeId, personId), day]));
  }
}

const pair = (one: string, other: string): string => `${one} ${other}`;

function byInitiative(people: readonly PersonOfInitiative[]): ReadonlyMap<string, PersonOfInitiative[]> {
  const grouped = new Map<string, PersonOfInitiative[]>();
  for (const person of people) grouped.set(person.initiativeId, [...(grouped.get(person.initiativeId) ?? []), person]);
  return grouped;
}

/** In both directions: whoever of two people declared it, it ties both. */
function tiesByPair(ties: readonly TieBetween[]): ReadonlyMap<string, TieBetween['kind'][]> {
  const grouped = new Map<string, TieBetween['kind'][]>();
  for (const { one, other, kind } of ties) {
    for (const key of [pair(one, other), pair(other, one)]) grouped.set(key, [...(grouped.get(key) ?? []), kind]);
  }
  return grouped;
}
