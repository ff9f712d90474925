import { Injectable } from '@nestjs/common';
import { currentViewer, isSystemViewer, type Viewer } from '@kit/context';
import { localDate } from '@kit/clock';
import { Database } from '@kit/database';
import { type DomainError, errorFactoryOf, type ErrorPath, notFound, revisionConflict } from '@kit/errors';
import { initiativeWorkflow, type ProcedureFacts } from '../domain/initiative.workflow.js';
import { EDITABLE_STATES, type InitiativeState } from '../domain/terms.js';
import { type InitiativePatch, InitiativesRepository } from '../data/initiatives.repository.js';
import { initiativeFixed, wrongState } from '../initiative.errors.js';
import type { InitiativeAuthorEntity } from '../model/dossier-parts.entity.js';
import type { InitiativeEntity } from '../model/initiative.entity.js';
import { initiativePolicy } from '../policy/initiative.policy.js';
import type { InitiativeFacts } from '../policy/initiative.conditions.js';

/** An initiative that the running transaction holds, so that nobody else changes it meanwhile. */
export interface HeldInitiative {
  readonly viewer: Viewer;
  readonly row: InitiativeEntity;
  /** By position: the lead first. */
  readonly authors: readonly InitiativeAuthorEntity[];
  readonly facts: InitiativeFacts;
}

/** The beginning and the end that all acts on one initiative share. Every method runs inside the act's transaction. */
@Injectable()
export class InitiativeDesk {
  constructor(
    private readonly database: Database,
    private readonly initiatives: InitiativesRepository,
  ) {}

  /** @throws NOT_FOUND for what the viewer may not even read, FORBIDDEN for what they may only read */
  async hold(id: string, action: string, path: ErrorPath = ['input', 'id']): Promise<HeldInitiative> {
    const held = await this.#lock(id, path);
    initiativePolicy.require(action, held.viewer, held.facts);
    return held;
  }

  /**
   * Holds an initiative in which something is to be written.
   * @param revision the one the writer last read; left out by acts that touch nothing another writer has open
   * @throws INITIATIVE_FIXED once it is submitted, REVISION_CONFLICT with who was faster and when
   */
  async holdForWriting(id: string, action: string, revision?: number, path: ErrorPath = ['input', 'id']): Promise<HeldInitiative> {
    const held = await this.#lock(id, path);
    // To an author "submitted meanwhile" says more than "not allowed".
    const isAuthor = held.facts.authorIds.includes(held.viewer.personId);
    if (isAuthor && !EDITABLE_STATES.includes(held.row.state)) throw initiativeFixed();
    initiativePolicy.require(action, held.viewer, held.facts);
    if (revision !== undefined) await this.requireRevision(held, revision);
    return held;
  }

  async #lock(id: string, path: ErrorPath): Promise<HeldInitiative> {
    const viewer = currentViewer();
    const row = await this.initiatives.lock(viewer.tenantId, id);
    if (row === null) throw notFound({}, path);
    const authors = await this.initiatives.authorsOf(row.id);
    const facts = await this.initiatives.factsOf(row, authors);
    // The same answer, path and all, as for an id that does not exist.
    if (!initiativePolicy.can('initiative.read', viewer, facts)) throw notFound({}, path);
    return { viewer, row, authors, facts };
  }

  /** @throws REVISION_CONFLICT with the revision now stored, who made it and when */
  async requireRevision({ row }: HeldInitiative, revision: number): Promise<void> {
    if (row.revision === revision) return;
    const by = await this.initiatives.nameOf(row.updatedByPersonId);
    const at = await this.initiatives.updatedAt(row.id);
    const details = { current: row.revision, by, at: at?.toISOString() ?? null };
    throw revisionConflict(details, ['input', 'revision']);
  }

  /** What the guards of the procedure ask; vetoes of later stages are asked by the withdrawal itself. */
  async procedureFacts(row: InitiativeEntity, now: Date): Promise<ProcedureFacts> {
    return {
      today: localDate(now),
      supplementDueOn: row.supplementDueOn,
      firstApplicationEndsOn: row.firstApplicationEndsOn,
      wasReturned: await this.initiatives.wasReturned(row.id),
      withdrawalVeto: null,
    };
  }

  /** @throws what the step's guard says, or INITIATIVE_WRONG_STATE */
  requireStep(transition: string, row: InitiativeEntity, facts: ProcedureFacts): InitiativeState {
    const outcome = initiativeWorkflow.apply(transition, row.state, facts);
    if (outcome.ok) return outcome.to;
    throw outcome.refusal.kind === 'GUARD' ? guardError(outcome.refusal.code, facts) : wrongState({ state: row.state });
  }

  /** Takes one step of the procedure and writes it down. The caller publishes what it means. */
  async step(
    held: Pick<HeldInitiative, 'row' | 'viewer'>, transition: string, facts: ProcedureFacts, now: Date,
    parts: { readonly patch?: InitiativePatch; readonly note?: string | null } = {},
  ): Promise<void> {
    const { row, viewer } = held;
    const to = this.requireStep(transition, row, facts);
    await this.initiatives.update(row.id, { ...parts.patch, state: to });
    const actorPersonId = isSystemViewer(viewer) ? null : viewer.personId;
    await this.initiatives.addStep(row, { transition, from: row.state, to, actorPersonId, note: parts.note ?? null, at: now });
  }

  /** The instant of the act by the database's clock. */
  now(): Promise<Date> {
    return this.database.now();
  }
}

function guardError(code: string, facts: ProcedureFacts): DomainError {
  const make = errorFactoryOf(code);
  if (make === undefined) throw new Error(`the guard names the unknown error ${code}`);
  if (code.startsWith('SUPPLEMENT') && facts.supplementDueOn !== null) return make({ dueOn: facts.supplementDueOn });
  return make(facts.firstApplicationEndsOn === null ? {} : { endsOn: facts.firstApplicationEndsOn });
}
