import { Injectable } from '@nestjs/common';
import { InitiativeFacade, type PersonOfInitiative } from '@domain/initiative';
import { AgendaRepository } from '../data/agenda.repository.js';
import { conflictOf } from '../domain/conflicts.js';

/** Finds the conflicts of interest that the platform can see itself, and records the new ones (INV-11). */
@Injectable()
export class FindConflicts {
  constructor(
    private readonly agenda: AgendaRepository,
    private readonly initiatives: InitiativeFacade,
  ) {}

  /** Runs in the caller's transaction, when the agenda changes and once more when members are fixed. */
  async execute(tenantId: string, sessionId: string, personId: string): Promise<void> {
    const items = await this.agenda.items(sessionId, personId);
    const ids = items.map((item) => item.initiativeId);
    const authors = peopleByInitiative(await this.initiatives.authorsOf(ids));
    const adopters = peopleByInitiative(await this.initiatives.adoptersOf(ids));
    const seats = await this.agenda.seats(sessionId);
    await this.agenda.addConflicts(tenantId, items.flatMap((item) => seats.flatMap((member) => {
      const conflict = conflictOf(member, {
        authorPersonIds: authors.get(item.initiativeId) ?? [], adopterPersonIds: adopters.get(item.initiativeId) ?? [],
      });
      return conflict === null ? [] : [{ itemId: item.id, personId: member.personId, kind: conflict.kind }];
    })));
  }
}

function peopleByInitiative(people: readonly PersonOfInitiative[]): ReadonlyMap<string, readonly string[]> {
  const grouped = new Map<string, string[]>();
  for (const { initiativeId, personId } of people) grouped.set(initiativeId, [...(grouped.get(initiativeId) ?? []), personId]);
  return grouped;
}
