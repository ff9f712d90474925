import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { canonicalJson, RegulationFacade } from '@domain/regulation';
import { localDate } from '@kit/clock';
import { ValidationFailed } from '@kit/errors';
import { InitiativesRepository } from '../data/initiatives.repository.js';
import { completenessFaults, type FilingRules } from '../domain/completeness.js';
import type { Dossier } from '../domain/dossier.js';
import { type DossierSnapshot, snapshotOf } from '../domain/snapshot.js';
import type { VersionReason } from '../domain/terms.js';
import type { HeldInitiative } from './initiative-desk.js';

const SALT_BYTES = 16;

/** What submission and supplement share: the dossier is complete, and is fixed as a version. Inside the act's transaction. */
@Injectable()
export class HandIn {
  constructor(
    private readonly initiatives: InitiativesRepository,
    private readonly regulations: RegulationFacade,
  ) {}

  /** @throws VALIDATION_FAILED with everything that blocks the dossier; paths are those of `Initiative.faults` */
  async requireComplete(
    { row, viewer }: HeldInitiative, now: Date, declarationAccepted: boolean,
  ): Promise<{ readonly dossier: Dossier; readonly rules: FilingRules }> {
    const dossier = await this.initiatives.dossier(row.id);
    const rules = await this.regulations.filingRules(viewer.tenantId, dossier.regulationId);
    const today = localDate(now);
    const filedOn = row.submittedAt === null ? today : localDate(row.submittedAt);
    const faults = completenessFaults(dossier, { rules, today, filedOn, declarationAccepted });
    ValidationFailed.throwIfAny(faults.filter((fault) => fault.isBlocking).map(({ code, path, details }) => ({ code, path, details })));
    return { dossier, rules };
  }

  /** Fixes the dossier as the next version; answers its number. */
  async fix({ row, viewer }: HeldInitiative, dossier: Dossier, reason: VersionReason, now: Date): Promise<number> {
    const snapshot = sealed(snapshotOf(dossier));
    const number = row.currentVersion + 1;
    await this.initiatives.addVersion({
      tenantId: row.tenantId, initiativeId: row.id, number, snapshot, reason,
      sha256: createHash('sha256').update(canonicalJson(snapshot)).digest('hex'),
      createdByPersonId: viewer.personId, createdAt: now,
    });
    return number;
  }
}

/**
 * With a random salt, so that the hash tells nobody anything who sees it with most of the dossier: birth dates and short secrets
 * could otherwise be guessed until the hash fits.
 */
function sealed(snapshot: DossierSnapshot): DossierSnapshot & { readonly salt: string } {
  return { ...snapshot, salt: randomBytes(SALT_BYTES).toString('hex') };
}
