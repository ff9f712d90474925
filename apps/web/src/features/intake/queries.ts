import type { IntakeDossierQuery, IntakeQueueQuery, ReasonsQuery } from '../../gql/graphql.js';
import { graphql } from '../../lib/graphql.js';
import './reading/queries.js';

export type QueueRow = IntakeQueueQuery['intakeQueue']['edges'][number]['node'];
export type IntakeDossier = IntakeDossierQuery['initiative'];
export type Reason = ReasonsQuery['reasonTemplates'][number];

export const INTAKE_QUEUE = graphql(`
  query IntakeQueue($filter: IntakeFilter, $after: String) {
    intakeQueue(filter: $filter, first: 20, after: $after) {
      edges {
        node {
          id code title state currentVersion submittedAt formalCheckDueOn supplementDueOn resultDueOn
          submittingUnit { id shortName }
        }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

export const INTAKE_COUNTS = graphql(`query IntakeCounts { intakeCounts { waiting supplement overdue accepted } }`);

export const INTAKE_CHOICES = graphql(`query IntakeChoices { units { id shortName } campaigns { id name year } }`);

export const INTAKE_DOSSIER = graphql(`
  query IntakeDossier($code: String!) {
    initiative(code: $code) {
      id code title state revision kind currentVersion acceptedVersion submittedAt acceptedAt
      formalCheckDueOn supplementDueOn resultDueOn firstAppliedOn firstAppliedKind firstApplicationEndsOn isStateFunded investorName
      summary stateBefore content novelty conditions benefitAuthor benefitAdopters confidentialParts declarationAcceptedAt
      campaign { id name year }
      field { id name nameEn }
      submittingUnit { id shortName }
      investorUnit { id shortName }
      receipt { number at }
      actions
      myAuthorship { id }
      authors { id role position shareBp confirmedAt birthDate qualification person { id fullName position unit { id shortName } } }
      firstAdopters { id position fullName birthDate workplace jobTitle qualification workDone }
      applicationRecords { ...ReadApplication }
      attachments { ...ReadAttachment }
      formalChecks { id versionNumber outcome message dueOn checkedAt checkedBy { id fullName } faults { code section text note } }
      versions { number reason createdAt createdBy { id fullName } changes { path section segments { kind text } } }
      similar { id code title state similarity }
    }
  }
`);

export const REASONS = graphql(`
  query Reasons($kind: ReasonKind!) { reasonTemplates(kind: $kind) { code kind section text fix legalBasis } }
`);

export const ACCEPT = graphql(`
  mutation AcceptInitiative($input: AcceptInitiativeInput!) { acceptInitiative(input: $input) { id state resultDueOn } }
`);

export const REQUEST_SUPPLEMENT = graphql(`
  mutation RequestSupplement($input: RequestSupplementInput!) { requestSupplement(input: $input) { id state supplementDueOn } }
`);

export const REJECT = graphql(`
  mutation RejectInitiative($input: RejectInitiativeInput!) { rejectInitiative(input: $input) { id state } }
`);
