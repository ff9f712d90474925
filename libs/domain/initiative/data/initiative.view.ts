import { campaignView } from '@domain/campaign';
import type { Locale, Viewer } from '@kit/context';
import { localDate } from '@kit/clock';
import type { DomainError } from '@kit/errors';
import { availableActions } from '../domain/actions.js';
import { changesBetween } from '../domain/changes.js';
import { completenessFaults, type FilingRules } from '../domain/completeness.js';
import type { Dossier } from '../domain/dossier.js';
import { reasonText } from '../domain/reasons.js';
import type { DossierSnapshot } from '../domain/snapshot.js';
import type { InitiativeAction } from '../domain/terms.js';
import type { Initiative } from '../model/initiative.types.js';
import type { StoredFault } from '../model/procedure.entity.js';
import type { DossierFault, FormalCheck, InitiativeVersion, VersionChange } from '../model/procedure.types.js';
import { initiativePolicy } from '../policy/initiative.policy.js';
import type { ActionFacts } from './action-facts.js';
import type { DossierContext } from './dossier.shape.js';

type StoredCheck = Omit<FormalCheck, 'faults'> & { readonly faults: readonly StoredFault[] };
type StoredVersion = Omit<InitiativeVersion, 'changes'> & { readonly snapshot?: DossierSnapshot };

/** A row as `initiativeColumns` read it. Fields that were not asked for are absent. */
export type InitiativeRow = Omit<Initiative, 'faults' | 'actions' | 'formalChecks' | 'versions'> & {
  readonly faults?: Dossier & DossierContext;
  readonly actions?: ActionFacts;
  readonly formalChecks?: readonly StoredCheck[];
  readonly versions?: readonly StoredVersion[];
};

/** What a view needs beside its row; looked up once for all rows of an answer. */
export interface ViewContext {
  readonly viewer: Viewer;
  readonly locale: Locale;
  /** By regulation id. */
  readonly filingRules: ReadonlyMap<string, FilingRules>;
  readonly vetoes: ReadonlyMap<string, DomainError>;
}

/** The object of the schema out of a row. */
export function initiativeView(row: InitiativeRow, context: ViewContext): Initiative {
  return {
    ...row,
    ...(row.campaign !== undefined && { campaign: campaignView(row.campaign) }),
    faults: row.faults === undefined ? null : faultsOf(row, row.faults, context),
    actions: row.actions === undefined ? [] : actionsOf(row, row.actions, context),
    formalChecks: (row.formalChecks ?? []).map((check) => ({ ...check, faults: check.faults.map((fault) => ({ ...fault, text: reasonText(fault.code, context.locale) })) })),
    versions: versionsOf(row, context),
  };
}

function faultsOf(row: InitiativeRow, dossier: Dossier & DossierContext, { viewer, filingRules }: ViewContext): DossierFault[] | null {
  const rules = filingRules.get(dossier.regulationId);
  if (rules === undefined || !initiativePolicy.can('initiative.edit', viewer, row)) return null;
  const filedOn = row.submittedAt === null ? dossier.today : localDate(new Date(row.submittedAt));
  return completenessFaults(dossier, { rules, today: dossier.today, filedOn, declarationAccepted: null }).map((fault) => ({
    code: fault.code,
    section: fault.section,
    path: fault.path.map(String),
    isBlocking: fault.isBlocking,
    details: Object.keys(fault.details).length === 0 ? null : JSON.stringify(fault.details),
  }));
}

function actionsOf(row: InitiativeRow, facts: ActionFacts, { viewer, vetoes }: ViewContext): InitiativeAction[] {
  return availableActions(
    row.state,
    { ...facts, withdrawalVeto: vetoes.get(row.id)?.code ?? null },
    {
      isLead: row.leadId === viewer.personId,
      answer: facts.answer,
      mayCheckFormally: initiativePolicy.can('initiative.formalCheck', viewer, row),
      mayConfirmApplication: facts.awaitsConfirmation,
    },
  );
}

function versionsOf(row: InitiativeRow, { viewer }: ViewContext): InitiativeVersion[] {
  const readsSecrets = initiativePolicy.can('initiative.readSecret', viewer, row);
  const stored = row.versions ?? [];
  return stored.map(({ snapshot, ...version }, index) => {
    const before = stored[index - 1]?.snapshot;
    const changes = snapshot === undefined || before === undefined ? null : visibleChanges(before, snapshot, readsSecrets);
    return { ...version, changes };
  });
}

function visibleChanges(before: DossierSnapshot, after: DossierSnapshot, readsSecrets: boolean): VersionChange[] {
  return changesBetween(before, after)
    .filter(({ isSecret }) => readsSecrets || !isSecret)
    .map(({ path, section, segments }) => ({ path, section, segments: [...segments] }));
}
