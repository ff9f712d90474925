import { Injectable } from '@nestjs/common';
import { currentViewer, type Viewer } from '@kit/context';
import { forbidden, notFound, revisionConflict, ValidationFailed } from '@kit/errors';
import { isId } from '@kit/ids';
import type { EvaluationRules } from '@domain/regulation';
import { SessionsRepository } from '../data/sessions.repository.js';
import { type SheetDraft, type SheetRow, SheetsRepository } from '../data/sheets.repository.js';
import { type SheetLine, type SheetMode, sheetFaults, sheetTotal } from '../domain/sheet.js';
import { storedLines } from '../domain/sheet-content.js';
import { conflictUndecided } from '../conflict.errors.js';
import { scoringClosed, scoringNotOpen, sheetSubmitted, sheetVoid } from '../evaluation.errors.js';
import type { SheetProposal } from '../model/closed-lists.js';
import { itemPolicy } from '../policy/item.policy.js';
import '../sheet.errors.js';

/** What a member gives. */
export interface SheetInput {
  readonly itemId: string;
  /** The one last read; 0 for a sheet not yet begun. */
  readonly revision: number;
  readonly lines: readonly SheetLine[];
  readonly generalComment?: string | null;
  readonly privateNote?: string | null;
  readonly proposal?: SheetProposal | null;
}

/** The viewer's sheet of one item, which nobody and no closing touches until the running transaction ends. */
export interface HeldSheet {
  readonly viewer: Viewer;
  readonly itemId: string;
  readonly sessionId: string;
  readonly rules: EvaluationRules;
  readonly rulesSha256: string;
  /** `null` before it is begun. */
  readonly sheet: SheetRow | null;
}

/** The beginning that all acts on the own sheet share. Runs inside the act's transaction. */
@Injectable()
export class SheetDesk {
  constructor(
    private readonly sheets: SheetsRepository,
    private readonly sessions: SessionsRepository,
  ) {}

  /** @throws NOT_FOUND (also for a recused member), FORBIDDEN, CONFLICT_UNDECIDED, SCORING_NOT_OPEN, SCORING_CLOSED */
  async hold(itemId: string): Promise<HeldSheet> {
    const viewer = currentViewer();
    const session = isId(itemId) ? await this.sheets.hold(viewer.tenantId, itemId, viewer.personId) : null;
    if (session === null) throw notFound();
    const facts = await this.sheets.factsOf(itemId);
    if (!itemPolicy.can('item.read', viewer, facts)) throw notFound();
    if (facts.undecidedIds.includes(viewer.personId)) throw conflictUndecided();
    if (!itemPolicy.can('item.score', viewer, facts)) throw forbidden();
    if (session.state === 'DRAFT' || session.state === 'CONVENED') throw scoringNotOpen();
    if (session.state !== 'SCORING') throw scoringClosed({ state: session.state });
    const fixed = await this.sessions.rulesOf(session.sessionId);
    const sheet = await this.sheets.find(itemId, viewer.personId);
    return { viewer, itemId, sessionId: session.sessionId, ...fixed, sheet };
  }

  /** @throws REVISION_CONFLICT */
  requireRevision({ sheet }: HeldSheet, revision: number): void {
    const current = sheet?.revision ?? 0;
    if (current !== revision) throw revisionConflict({ current }, ['input', 'revision']);
  }

  /**
   * Writes what the member gives into the draft; answers the id of the sheet. What is left out of the input stays.
   * @throws SHEET_SUBMITTED, SHEET_VOID, REVISION_CONFLICT, VALIDATION_FAILED with every SHEET_… fault at `input.lines.N.field`
   */
  async write(held: HeldSheet, input: SheetInput, mode: SheetMode): Promise<{ id: string; draft: SheetDraft }> {
    const { sheet, rules, viewer } = held;
    if (sheet?.state === 'SUBMITTED') throw sheetSubmitted();
    if (sheet?.state === 'VOID') throw sheetVoid();
    this.requireRevision(held, input.revision);
    const faults = sheetFaults(rules, input, mode);
    ValidationFailed.throwIfAny(faults.map((fault) => ({ ...fault, path: ['input', ...fault.path] })));
    const draft: SheetDraft = {
      lines: storedLines(rules, input.lines),
      generalComment: input.generalComment ?? sheet?.generalComment ?? '',
      privateNote: input.privateNote ?? sheet?.privateNote ?? '',
      proposal: input.proposal === undefined ? (sheet?.proposal ?? null) : input.proposal,
      total: sheetTotal(rules, input),
    };
    if (sheet === null) return { id: await this.sheets.begin(viewer.tenantId, held.itemId, viewer.personId, draft), draft };
    await this.sheets.save(sheet.id, draft);
    return { id: sheet.id, draft };
  }
}
