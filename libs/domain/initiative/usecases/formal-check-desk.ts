import { Injectable } from '@nestjs/common';
import type { ProcedureFacts } from '../domain/initiative.workflow.js';
import { versionOutdated } from '../initiative.errors.js';
import { type HeldInitiative, InitiativeDesk } from './initiative-desk.js';

export interface HeldForCheck {
  readonly held: HeldInitiative;
  readonly procedure: ProcedureFacts;
  readonly now: Date;
}

/** The beginning every answer of the formal check shares. */
@Injectable()
export class FormalCheckDesk {
  constructor(private readonly desk: InitiativeDesk) {}

  /**
   * Holds a dossier for an officer who is none of its authors.
   * @throws INITIATIVE_VERSION_OUTDATED when the officer looked at an older version, NOT_FOUND, FORBIDDEN
   */
  async hold(id: string, versionNumber: number): Promise<HeldForCheck> {
    const held = await this.desk.hold(id, 'initiative.formalCheck');
    const { currentVersion } = held.row;
    if (versionNumber !== currentVersion) throw versionOutdated({ current: currentVersion }, ['input', 'versionNumber']);
    const now = await this.desk.now();
    return { held, now, procedure: await this.desk.procedureFacts(held.row, now) };
  }
}
