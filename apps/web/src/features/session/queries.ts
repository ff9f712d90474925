import type { CouncilsQuery, ItemSheetsQuery, SessionQuery, SessionResultsQuery } from '../../gql/graphql.js';
import { graphql } from '../../lib/graphql.js';

export type Session = SessionQuery['evaluationSession'];
export type AgendaLine = Session['items'][number];
export type Member = Session['members'][number];
export type ResultRow = SessionResultsQuery['evaluationSession']['items'][number];
export type Result = NonNullable<ResultRow['result']>;
export type Rules = NonNullable<SessionResultsQuery['evaluationSession']['rules']>;
export type FullSheet = NonNullable<ItemSheetsQuery['agendaItem']['sheets']>[number];
export type Council = CouncilsQuery['councils'][number];

export const SESSIONS = graphql(`
  query Sessions($after: String) {
    evaluationSessions(first: 20, after: $after) {
      edges { node { id title state heldOn scoringDueOn council { id name } campaign { id name } } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

export const COUNCILS = graphql(`
  query Councils {
    councils { id name decisionNumber decisionDate termFrom termTo members { id role isVoting position person { id fullName position unit { id shortName } } } }
  }
`);

/** What a new session is made of. */
export const SESSION_CHOICES = graphql(`
  query SessionChoices {
    councils { id name termFrom termTo }
    campaigns(states: [OPEN, CLOSED, SCORING, DECIDING]) { id name year }
  }
`);

export const CREATE_COUNCIL = graphql(`mutation CreateCouncil($input: CreateCouncilInput!) { createCouncil(input: $input) { id name } }`);
export const CREATE_SESSION = graphql(`mutation CreateSession($input: CreateSessionInput!) { createSession(input: $input) { id } }`);

export const SESSION = graphql(`
  query Session($id: ID!) {
    evaluationSession(id: $id) {
      id title state revision heldOn place scoringDueOn scoringOpenedAt scoringClosedAt lockedAt actions requiredSheets
      council { id name decisionNumber }
      campaign { id name }
      members { role isVoting position person { id fullName } }
      items { id position initiativeId code title unitName fieldName conflicts { id decision person { id fullName } } }
      progress { itemId personId mark }
      agendaWarnings { code itemId appointed eligible undecided needed }
      conflictCases { itemId code title conflict { id kind source decision isAbsolute reason decisionReason person { id fullName } } }
    }
  }
`);

export const SESSION_RESULTS = graphql(`
  query SessionResults($id: ID!) {
    evaluationSession(id: $id) {
      id
      rules { scale groups { code name nameEn maxPoints passMinimum } }
      items {
        id code title unitName
        sheets { id total member { id } }
        result {
          outcome sheetCount average isCityCandidate gradeLabel rank isTied
          isProvisional voteState vote { agree baseCount needed }
          criteria { code name average maxPoints }
          groups { code name average maxPoints }
          reasons { code text }
          warnings { code text }
        }
      }
    }
  }
`);

export const ITEM_SHEETS = graphql(`
  query ItemSheets($id: ID!) {
    agendaItem(id: $id) {
      id
      sheets { id total proposal generalComment member { id fullName } lines { criterionCode points met comment } }
    }
  }
`);

export const AGENDA_CANDIDATES = graphql(`
  query AgendaCandidates($sessionId: ID!, $search: String, $after: String) {
    agendaCandidates(sessionId: $sessionId, search: $search, first: 50, after: $after) {
      edges { node { id code title acceptedAt submittingUnit { id shortName } } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

export const RESCHEDULE = graphql(`
  mutation RescheduleSession($input: RescheduleSessionInput!) {
    rescheduleSession(input: $input) { id revision heldOn place scoringDueOn }
  }
`);

export const SET_AGENDA = graphql(`mutation SetAgenda($input: SetAgendaInput!) { setAgenda(input: $input) { id revision } }`);
export const CONVENE = graphql(`mutation ConveneSession($input: SessionActInput!) { session: conveneSession(input: $input) { id state revision } }`);
export const OPEN_SCORING = graphql(`mutation OpenScoring($input: SessionActInput!) { session: openScoring(input: $input) { id state revision } }`);
export const CLOSE_SCORING = graphql(`mutation CloseScoring($input: SessionActInput!) { session: closeScoring(input: $input) { id state revision } }`);
export const LOCK_SESSION = graphql(`mutation LockSession($input: SessionActInput!) { session: lockSession(input: $input) { id state revision } }`);
export const CANCEL_SESSION = graphql(`mutation CancelSession($input: SessionActInput!) { session: cancelSession(input: $input) { id state revision } }`);

export const PROPOSE_DECISION = graphql(`mutation ProposeDecision($input: ProposeDecisionInput!) { proposeDecision(input: $input) { id } }`);

export const REPLACEMENTS = graphql(`
  query ReplacementCandidates($sessionId: ID!) {
    replacementCandidates(sessionId: $sessionId) { undecidedItems person { id fullName position unit { id shortName } } }
  }
`);

export const DECIDE_CONFLICTS = graphql(`mutation DecideConflicts($input: DecideConflictsInput!) { decideConflicts(input: $input) { id revision } }`);
