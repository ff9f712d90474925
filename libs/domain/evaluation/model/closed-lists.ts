import { registerEnumType } from '@nestjs/graphql';
import { ASSIGNMENT_CHANGES, type AssignmentChange as ChangeOfAssignment } from '../domain/assignment.js';
import { AGENDA_WARNINGS, type AgendaWarningCode as CodeOfAgendaWarning } from '../domain/agenda-warnings.js';
import { CONFLICT_KINDS, type ConflictKind as KindOfConflict } from '../domain/conflicts.js';
import { OUTCOME_KINDS, type OutcomeKind } from '../domain/outcome.js';
import { SESSION_ACTIONS, SESSION_STATES, type SessionAction as ActionOfSession, type SessionState as StateOfSession } from '../domain/session.workflow.js';
import { SHEET_PROPOSALS, type SheetProposal as ProposalOfSheet } from '../domain/sheet-content.js';

/** A closed list under its GraphQL name, each value with its meaning. */
export function publish<T extends string>(name: string, description: string, values: readonly T[], meanings: Readonly<Record<T, string>>) {
  const list = Object.fromEntries(values.map((value) => [value, value])) as { readonly [K in T]: K };
  registerEnumType(list, {
    name,
    description,
    valuesMap: Object.fromEntries(values.map((value) => [value, { description: meanings[value] }])) as Record<T, { description: string }>,
  });
  return list;
}

export const COUNCIL_ROLES = ['CHAIR', 'DEPUTY_CHAIR', 'SECRETARY', 'MEMBER', 'UNION_REP', 'EXPERT'] as const;
export type CouncilRole = (typeof COUNCIL_ROLES)[number];
export const CouncilRole = publish('CouncilRole', 'What somebody is on a council (Decree 13/2012 Art. 8).', COUNCIL_ROLES, {
  CHAIR: 'Chủ tịch Hội đồng.',
  DEPUTY_CHAIR: 'Phó Chủ tịch Hội đồng; acts for the chair.',
  SECRETARY: 'Ủy viên thư ký.',
  MEMBER: 'Ủy viên.',
  UNION_REP: 'Đại diện Công đoàn, where an author is a union member.',
  EXPERT: 'Chuyên gia trong lĩnh vực.',
});

export type SessionState = StateOfSession;
export const SessionState = publish('SessionState', 'Where a session stands.', SESSION_STATES, {
  DRAFT: 'Being prepared; members do not see it.',
  CONVENED: 'Đã mời: members read the dossiers.',
  SCORING: 'Đang chấm điểm: rules and members are fixed.',
  SCORED: 'Đã kết thúc chấm điểm: sheets no longer change, results are worked out.',
  LOCKED: 'Đã chốt: a closed record; the decision can be proposed.',
  CANCELLED: 'Đã hủy.',
});

export type SessionAction = ActionOfSession;
export const SessionAction = publish('SessionAction', 'What a viewer can do with a session now.', SESSION_ACTIONS, {
  EDIT_AGENDA: 'Set the initiatives and their order.',
  CONVENE: 'Invite the members and let them read.',
  OPEN_SCORING: 'Fix rules and members, and let members score.',
  CLOSE_SCORING: 'End scoring and work out the results; drafts do not count.',
  LOCK: 'Close the record; the chair.',
  CANCEL: 'Give the session up; its initiatives wait for another one.',
  PROPOSE_DECISION: 'Propose the decision to the head.',
});

export const CONFLICT_SOURCES = ['AUTO', 'SELF', 'OBJECTION'] as const;
export type ConflictSource = (typeof CONFLICT_SOURCES)[number];
export const CONFLICT_DECISIONS = ['PENDING', 'RECUSED', 'ALLOWED'] as const;
export type ConflictDecision = (typeof CONFLICT_DECISIONS)[number];

export type ConflictKind = KindOfConflict;
export const ConflictKind = publish('ConflictKind', 'Why somebody should not judge an initiative (INV-11).', CONFLICT_KINDS, {
  AUTHOR: 'Author of it; can never be allowed.',
  ADOPTER: 'Took part in its first application.',
  KIN: 'Spouse, parent, child or sibling of an author, or tied otherwise as one of the two declared.',
  SAME_UNIT: 'Works in the unit of an author.',
  SUPERVISOR: 'Is head of the unit of an author, or of a unit above it.',
  CO_AUTHOR: 'Submitted another initiative with an author within the years the regulation names.',
  OTHER: 'Another reason, in words.',
});
export const ConflictSource = publish('ConflictSource', 'How a conflict became known.', CONFLICT_SOURCES, {
  AUTO: 'The platform found it.',
  SELF: 'The member declared it.',
  OBJECTION: 'Somebody objected.',
});
export const ConflictDecision = publish('ConflictDecision', 'What follows from a conflict.', CONFLICT_DECISIONS, {
  PENDING: 'Nobody has decided: the member reads the item and neither scores nor votes on it. When scoring closes it recuses.',
  RECUSED: 'The member neither sees nor scores the item.',
  ALLOWED: 'The member may score, for a reason the chair wrote down.',
});

export const ConflictVerdictDecision = publish('ConflictVerdictDecision', 'What chair or head decide about a conflict.', ['RECUSED', 'ALLOWED'] as const, {
  RECUSED: 'The member neither sees nor scores the item.',
  ALLOWED: 'The member may score, for the reason given.',
});
export type ConflictVerdictDecision = keyof typeof ConflictVerdictDecision;

export type AgendaWarningCode = CodeOfAgendaWarning;
export const AgendaWarningCode = publish('AgendaWarningCode', 'What must be seen before an agenda is settled.', AGENDA_WARNINGS, {
  MAJORITY_IMPOSSIBLE: 'So many are recused that the majority of the regulation cannot be reached (domain 3.7).',
  TOO_FEW_SHEETS: 'Fewer members can score than the regulation asks sheets for: the item will be deferred.',
  SECRET_BALLOT_IMPOSSIBLE: 'Fewer than three can vote: a ballot would not be secret (INV-20).',
  QUORUM_IMPOSSIBLE: 'Fewer members than the quorum needs are in office on the day of the meeting (INV-16).',
  MAJORITY_AT_RISK: 'The majority cannot be reached if every open interest is decided as a recusal.',
  CONFLICTS_UNDECIDED: 'Interests wait for a decision; their members cannot score, and are recused when scoring closes.',
  NOBODY_PRESIDES: 'The chair is recused and no deputy can preside: the head chooses a member.',
  UNION_REPRESENTATIVE_MISSING: 'An author is a union member and no union representative sits on the council (INV-14).',
});

export const SHEET_STATES = ['DRAFT', 'SUBMITTED', 'VOID'] as const;
export type SheetState = (typeof SHEET_STATES)[number];
export const SheetState = publish('SheetState', 'Where a score sheet stands.', SHEET_STATES, {
  DRAFT: 'Only its owner sees it; it does not count.',
  SUBMITTED: 'Counts when scoring closes; until then its owner can take it back.',
  VOID: 'Its member was recused.',
});

export type SheetProposal = ProposalOfSheet;
export const SheetProposal = publish('SheetProposal', 'What a member proposes beside the points.', SHEET_PROPOSALS, {
  RECOGNISE: 'Đề nghị công nhận.',
  NOT_RECOGNISE: 'Đề nghị không công nhận.',
  RETURN: 'Đề nghị hoàn thiện thêm.',
});

export const PROGRESS_MARKS = ['NOT_STARTED', 'DRAFT', 'SUBMITTED', 'RECUSED', 'VOID', 'NOT_ASSIGNED'] as const;
export type ProgressMark = (typeof PROGRESS_MARKS)[number];
export const ProgressMark = publish('ProgressMark', 'How far one member is with one item; never what was given.', PROGRESS_MARKS, {
  NOT_STARTED: 'No sheet yet.',
  DRAFT: 'Begun.',
  SUBMITTED: 'Handed in.',
  RECUSED: 'Does not score it.',
  VOID: 'Had a sheet and was recused.',
  NOT_ASSIGNED: 'Other members score it.',
});

export type AssignmentChange = ChangeOfAssignment;
export const AssignmentChange = publish('AssignmentChange', 'What a proposal does with one row of the assignment.', ASSIGNMENT_CHANGES, {
  KEPT: 'Stands, and stays.',
  ADDED: 'Comes.',
  REMOVED: 'Goes; also the row of somebody who was recused since.',
});

export const PLAN_KINDS = ['APPLY', 'UNDO', 'OPENING'] as const;
export type AssignmentPlanKind = (typeof PLAN_KINDS)[number];
export const AssignmentPlanKind = publish('AssignmentPlanKind', 'How a change of the assignment came about.', PLAN_KINDS, {
  APPLY: 'Somebody applied it.',
  UNDO: 'Somebody took an applied one back.',
  OPENING: 'The opening of scoring completed it.',
});

export type Outcome = OutcomeKind;
export const Outcome = publish('Outcome', 'What the rules say about an item. It advises; a person decides.', OUTCOME_KINDS, {
  EFFECTIVE_AND_REPLICABLE: 'Recognition, with application effectiveness and replicability (Law on Emulation and Commendation 2022).',
  RECOGNISED_ONLY: 'Recognition as an initiative (Decree 13/2012) only.',
  NOT_RECOGNISED: 'No recognition.',
  DEFERRED: 'Too few sheets; the initiative waits for another session.',
});
