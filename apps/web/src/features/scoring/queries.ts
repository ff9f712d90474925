import type { JudgedItemQuery, ScoringQueueQuery } from '../../gql/graphql.js';
import { graphql } from '../../lib/graphql.js';
import '../intake/reading/queries.js';

export type Queue = ScoringQueueQuery['scoringQueue'];
export type QueueItem = Queue['items'][number];
export type JudgedItem = JudgedItemQuery['agendaItem'];
export type Dossier = JudgedItem['dossier'];
export type Sheet = NonNullable<JudgedItem['mySheet']>;
export type Rules = NonNullable<JudgedItem['session']['rules']>;
export type Criterion = Rules['criteria'][number];

export const SCORING_QUEUE = graphql(`
  query ScoringQueue {
    scoringQueue {
      submitted total
      items { itemId sessionId sessionTitle dueOn position code title unitName fieldName sheetState total }
    }
  }
`);

/** Sessions that members prepare for before scoring opens. */
export const SESSIONS_AHEAD = graphql(`
  query SessionsAhead { evaluationSessions(first: 10) { edges { node { id title state heldOn items { id position code title unitName } } } } }
`);

graphql(`
  fragment ScoringRules on EvaluationRules {
    scale
    groups { code name nameEn maxPoints }
    criteria {
      code groupCode name nameEn guidance kind maxPoints minPoints step commentRequiredBelow commentRequiredFrom
      levels { code label labelEn min max }
    }
  }
`);

graphql(`
  fragment OwnSheet on ScoreSheet {
    id state revision total generalComment privateNote proposal submittedAt submissionNumber
    lines { criterionCode levelCode points met comment }
  }
`);

export const JUDGED_ITEM = graphql(`
  query JudgedItem($id: ID!) {
    agendaItem(id: $id) {
      id position sessionId code title unitName fieldName
      session { id title state scoringDueOn rules { ...ScoringRules } }
      mySheet { ...OwnSheet }
      dossier {
        versionNumber title kind fieldName unitName firstAppliedOn firstAppliedKind
        summary stateBefore content novelty conditions benefitAuthor benefitAdopters confidentialParts
        authors { fullName unitName position shareBp role }
        applicationRecords { place appliedFrom appliedTo status isFirst benefitKind benefitAmount confirmedAt measures { ...ReadMeasure } }
        attachments { ...ReadAttachment }
      }
    }
  }
`);

export const SAVE_SHEET = graphql(`
  mutation SaveScoreSheet($input: SaveScoreSheetInput!) { saveScoreSheet(input: $input) { ...OwnSheet } }
`);

export const SUBMIT_SHEET = graphql(`
  mutation SubmitScoreSheet($input: SubmitScoreSheetInput!) { submitScoreSheet(input: $input) { ...OwnSheet } }
`);

export const REOPEN_SHEET = graphql(`
  mutation ReopenScoreSheet($input: ReopenScoreSheetInput!) { reopenScoreSheet(input: $input) { ...OwnSheet } }
`);

export const DECLARE_CONFLICT = graphql(`
  mutation DeclareConflict($input: DeclareConflictInput!) { declareConflict(input: $input) }
`);
