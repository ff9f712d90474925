import { Injectable } from '@nestjs/common';
import { currentViewer } from '@kit/context';
import { notFound } from '@kit/errors';
import { isId } from '@kit/ids';
import { AgendaRepository } from '../data/agenda.repository.js';
import { InterestsRepository } from '../data/interests.repository.js';
import { SessionsRepository } from '../data/sessions.repository.js';
import type { ReplacementCandidate } from '../model/conflict.types.js';
import { sessionPolicy } from '../policy/session.policy.js';

const MOST = 20;

/** Who could come in the place of members whose interests make an agenda impossible. Changes nothing. */
@Injectable()
export class ProposeReplacements {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly agenda: AgendaRepository,
    private readonly interests: InterestsRepository,
  ) {}

  /** @throws NOT_FOUND, FORBIDDEN */
  async execute(sessionId: string): Promise<ReplacementCandidate[]> {
    const viewer = currentViewer();
    const row = isId(sessionId) ? await this.sessions.find(viewer.tenantId, sessionId) : null;
    if (row === null) throw notFound();
    sessionPolicy.require('session.readWarnings', viewer, await this.sessions.factsOf(row));
    // Items of which the viewer may not know are left out: a name missing here would tell of them.
    const items = (await this.agenda.items(row.id, viewer.personId)).filter((item) => !item.isHidden);
    const people = await this.interests.pastMembers(viewer.tenantId, row.id);
    const found = await this.interests.find(viewer.tenantId, items.map((item) => item.initiativeId), people, await this.interests.rulesOf(row.id));
    const barred = new Set(found.filter(({ effect }) => effect === 'RECUSED').map(({ personId }) => personId));
    const undecided = new Map<string, Set<string>>();
    for (const { personId, initiativeId } of found) undecided.set(personId, (undecided.get(personId) ?? new Set()).add(initiativeId));
    const free = people.filter(({ personId }) => !barred.has(personId)).map(({ personId }) => ({ personId, undecidedItems: undecided.get(personId)?.size ?? 0 }));
    return this.interests.named(free, MOST);
  }
}
