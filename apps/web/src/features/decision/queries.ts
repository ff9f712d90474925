import type { DecisionWholeFragment } from '../../gql/graphql.js';
import { graphql } from '../../lib/graphql.js';

/** A decision with everything its pages show. */
export const WHOLE = graphql(`
  fragment DecisionWhole on RecognitionDecision {
    id state summary fullNumber year issuedOn signerTitle proposedAt sessionTitle revision decidedCount actions
    signedBy { id fullName } proposedBy { id fullName }
    items {
      id position code title unitName authorNames councilOutcome councilAverage councilReasons { code text }
      outcome effectiveness refusalReasons reason deviates decidedAt
    }
  }
`);

export type Decision = DecisionWholeFragment;
export type Item = Decision['items'][number];

export const DECISIONS = graphql(`
  query Decisions($first: Int!, $after: String) {
    recognitionDecisions(first: $first, after: $after) {
      edges { cursor node { id state summary fullNumber issuedOn proposedAt sessionTitle decidedCount items { id } } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

export const DECISION = graphql(`query Decision($id: ID!) { recognitionDecision(id: $id) { ...DecisionWhole } }`);

/** The legal grounds on which recognition may be refused. */
export const GROUNDS = graphql(`query RefusalGrounds { reasonTemplates(kind: RECOGNITION_REFUSAL) { code text legalBasis } }`);

export const DECIDE = graphql(`mutation DecideItem($input: DecideItemInput!) { decideItem(input: $input) { ...DecisionWhole } }`);

export const ISSUE = graphql(`mutation IssueDecision($input: IssueDecisionInput!) { issueDecision(input: $input) { ...DecisionWhole } }`);
