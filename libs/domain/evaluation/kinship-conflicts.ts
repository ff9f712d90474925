import { Injectable } from '@nestjs/common';
import { KinshipDeclared, OrganisationFacade } from '@domain/organisation';
import { OnEvent } from '@kit/events';
import { ConflictsRepository } from './data/conflicts.repository.js';
import { FindConflicts } from './usecases/find-conflicts.js';

/** A tie that is declared while a session prepares or scores reaches it at once, in the transaction of the declaration. */
@Injectable()
export class KinshipConflicts {
  constructor(
    private readonly organisation: OrganisationFacade,
    private readonly conflicts: ConflictsRepository,
    private readonly find: FindConflicts,
  ) {}

  @OnEvent(KinshipDeclared)
  async look({ tenantId, kinshipId }: KinshipDeclared): Promise<void> {
    const people = await this.organisation.peopleOfTie(kinshipId);
    if (people === null) return;
    for (const sessionId of await this.conflicts.openSessionsOn(tenantId, { authorIds: people })) {
      const session = await this.conflicts.share(tenantId, sessionId);
      if (session === null || !['DRAFT', 'CONVENED', 'SCORING'].includes(session.state)) continue;
      await this.conflicts.holdMembers(sessionId, people);
      await this.find.execute(tenantId, sessionId, people[0]);
    }
  }
}
