import { campaignView } from '@domain/campaign';
import { fileView } from '@domain/file';
import { judgedDossier, type JudgedRow } from '@domain/initiative';
import { type EvaluationRules, type Measure, rulesView } from '@domain/regulation';
import { requiredSheets } from '../domain/tally.js';
import type { Locale, Viewer } from '@kit/context';
import { presiderOf } from '../domain/conflicts.js';
import type { Ranked } from '../domain/ranking.js';
import { availableSessionActions } from '../domain/session.workflow.js';
import type { AgendaItem, JudgedDossier } from '../model/agenda-item.types.js';
import type { EvaluationSession } from '../model/session.types.js';
import type { SessionFacts } from '../policy/session.conditions.js';
import { itemPolicy } from '../policy/item.policy.js';
import { sessionPolicy } from '../policy/session.policy.js';
import { assignmentView, type StoredAssignment } from './assignment.view.js';
import { casesView, type StoredCase, type StoredWarningFacts, warningsView } from './conflict.view.js';
import { rankingOfRows, rankingRow, resultView, type StoredResult } from './result.view.js';

/** Who reads, and in which language. */
export interface ViewContext {
  readonly viewer: Viewer;
  readonly locale: Locale;
}

export interface StoredDossier extends JudgedRow {
  readonly files: ReadonlyArray<{ readonly id: string }>;
}

/** What `itemJson` answered. Fields that were not asked for are absent. */
export type StoredItem = Omit<AgendaItem, 'dossier' | 'result' | 'state' | 'seats' | 'mayScore'> & {
  readonly dossier?: StoredDossier;
  readonly result?: StoredResult | null;
  readonly session?: StoredSession;
};

/** What `sessionJson` answered. Fields that were not asked for are absent. */
export type StoredSession = Omit<EvaluationSession, 'rules' | 'items' | 'actions' | 'requiredSheets' | 'assignment' | 'conflictCases' | 'agendaWarnings'> & {
  readonly conflictCases?: readonly StoredCase[] | null;
  readonly agendaWarnings?: StoredWarningFacts | null;
  readonly rules?: EvaluationRules | null;
  readonly items?: readonly StoredItem[];
  readonly tieOrder?: readonly Measure[] | null;
  readonly actions?: ActionFacts;
  readonly requiredSheets?: Pick<EvaluationRules, 'averaging' | 'scoring'> | null;
  readonly assignment?: StoredAssignment | null;
};

/** An agenda item with the session it belongs to, which the schema adds in a resolver of its own. */
export type AgendaItemView = AgendaItem & { readonly session?: EvaluationSession };

/** The object of the schema out of what `sessionJson` answered. */
export function sessionView(stored: StoredSession, context: ViewContext): EvaluationSession {
  const { tieOrder, items = [], ...row } = stored;
  const results = items.flatMap(({ result }) => (result == null ? [] : [rankingRow(result)]));
  const ranking = rankingOfRows(results, tieOrder ?? []);
  return {
    ...row,
    ...(row.campaign !== undefined && { campaign: campaignView(row.campaign) }),
    rules: row.rules == null ? null : rulesView(row.rules),
    items: items.map((item) => itemView(item, context, row, ranking)),
    requiredSheets: row.requiredSheets == null ? null : requiredSheets(row.requiredSheets, row.seats.filter((seat) => seat.isVoting).length),
    assignment: row.assignment == null ? null : assignmentView(row.assignment, row.state),
    conflictCases: row.conflictCases == null ? null : casesView(row.conflictCases, row, context.viewer),
    agendaWarnings: row.agendaWarnings == null ? null : warningsView(row.agendaWarnings),
    actions: row.actions === undefined ? [] : actionsOf(row, row.actions, context.viewer),
  };
}

/**
 * The object of the schema out of what `itemJson` answered.
 * @param facts of its session, for the policy
 * @param ranking places among the items the viewer sees
 */
export function itemView(stored: StoredItem, context: ViewContext, facts: SessionFacts, ranking: ReadonlyMap<string, Ranked>): AgendaItemView {
  const { dossier, result, session, ...row } = stored;
  return {
    ...row,
    state: facts.state,
    seats: facts.seats,
    mayScore: itemPolicy.can('item.score', context.viewer, { ...row, state: facts.state, seats: facts.seats }),
    mySheet: row.mySheet ?? null,
    sheets: row.sheets ?? null,
    conflicts: row.conflicts ?? null,
    myInterests: row.myInterests ?? [],
    presiderId: presiderOf(facts.seats, [...row.recusedIds, ...row.undecidedIds], row.presiderId ?? null),
    dossier: dossier === undefined ? (undefined as never) : dossierView(dossier),
    result: result == null ? null : resultView(result, ranking, context.locale),
    ...(session !== undefined && { session: sessionView(session, context) }),
  };
}

function dossierView(stored: StoredDossier): JudgedDossier {
  const facts = judgedDossier(stored);
  const files = new Map(stored.files.map((file) => [file.id, fileView(file)]));
  return {
    ...facts,
    authors: [...facts.authors],
    confidentialParts: facts.confidentialParts === '' ? null : facts.confidentialParts,
    applicationRecords: facts.applicationRecords.map((record) => ({
      ...record,
      measures: [...record.measures],
      confirmedAt: record.confirmedAt === null ? null : new Date(record.confirmedAt),
    })),
    attachments: facts.attachments.flatMap((attachment) => {
      const file = files.get(attachment.fileId);
      return file === undefined ? [] : [{ ...attachment, file }];
    }),
  };
}

interface ActionFacts {
  readonly itemCount: number;
  readonly isProposed: boolean;
  /** Whether at least one result is not deferred. */
  readonly isDecidable: boolean;
}

function actionsOf(session: SessionFacts, { itemCount, isProposed, isDecidable }: ActionFacts, viewer: Viewer): EvaluationSession['actions'] {
  const may = (action: string): boolean => sessionPolicy.can(action, viewer, session);
  return availableSessionActions(session.state, { itemCount }, {
    mayPrepare: may('session.prepare'),
    mayCloseScoring: may('session.closeScoring'),
    mayLock: may('session.lock'),
    mayPropose: may('session.proposeDecision') && isDecidable && !isProposed,
  });
}
