import type { DossierFaultPartsFragment, DossierQuery, EditDossierQuery, SavedDossierFragment } from '../../gql/graphql.js';
import { graphql } from '../../lib/graphql.js';

export type Dossier = DossierQuery['initiative'];
export type EditDossier = EditDossierQuery['initiative'];
export type DossierFault = DossierFaultPartsFragment;
export type SavedDossier = SavedDossierFragment;

graphql(`fragment DossierFaultParts on DossierFault { code section path isBlocking details }`);

graphql(`
  fragment SavedDossier on Initiative {
    id revision state
    faults { ...DossierFaultParts }
    authors { id role shareBp confirmedAt declinedAt declineReason person { id fullName } }
  }
`);

export const MY_INITIATIVES = graphql(`
  query MyInitiatives($filter: InitiativeListFilter!, $after: String) {
    myInitiatives(filter: $filter, first: 20, after: $after) {
      edges {
        node {
          id code title state updatedAt submittedAt formalCheckDueOn supplementDueOn resultDueOn
          campaign { id name lastSubmissionDay acceptsSubmissions }
          myAuthorship { id role shareBp confirmedAt declinedAt }
        }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

export const OPEN_CAMPAIGNS = graphql(`
  query CampaignsToJoin { campaigns(states: [OPEN]) { id name year acceptsSubmissions opensOn lastSubmissionDay regulation { id name } } }
`);

export const CREATE_INITIATIVE = graphql(`
  mutation CreateInitiative($input: CreateInitiativeInput!) { createInitiative(input: $input) { id code } }
`);

/** What the page of one dossier shows; long texts are read on their own pages only. */
export const DOSSIER = graphql(`
  query Dossier($code: String!) {
    initiative(code: $code) {
      id code title state revision kind summary createdAt updatedAt submittedAt acceptedAt
      formalCheckDueOn supplementDueOn resultDueOn firstApplicationEndsOn hasConfidentialParts currentVersion
      campaign { id name lastSubmissionDay acceptsSubmissions }
      field { id name nameEn }
      submittingUnit { id shortName }
      authors { id role shareBp confirmedAt declinedAt declineReason person { id fullName position unit { id shortName } } }
      attachments { id file { id name } }
      faults { ...DossierFaultParts }
      actions
      myAuthorship { id role shareBp confirmedAt declinedAt }
      receipt { number at }
      formalChecks { id versionNumber outcome message dueOn checkedAt checkedBy { id fullName unit { id shortName } } faults { code section text note } }
      recognition { id outcome effectiveness decisionNumber decisionDate reason refusalReasons councilAverage councilReasons { code text } }
      steps { id transition toState note at actor { id fullName unit { id shortName } } }
    }
  }
`);

/** Everything of a dossier that its authors can change. */
export const EDIT_DOSSIER = graphql(`
  query EditDossier($code: String!) {
    initiative(code: $code) {
      id code title state revision actions
      kind isStateFunded investorName firstAppliedOn firstAppliedKind firstApplicationEndsOn
      summary stateBefore content novelty conditions confidentialParts benefitAuthor benefitAdopters
      campaign { id name lastSubmissionDay acceptsSubmissions }
      field { id name nameEn }
      submittingUnit { id shortName }
      investorUnit { id shortName }
      authors { id role shareBp confirmedAt declinedAt declineReason person { id fullName position unit { id shortName } } }
      firstAdopters { personId fullName birthDate workplace jobTitle qualification workDone }
      applicationRecords {
        id place appliedFrom appliedTo status isFirst benefitKind benefitAmount confirmedAt
        unit { id shortName } confirmedBy { id fullName }
        measures { name unit before after period source }
      }
      attachments { id kind caption supports confidentiality file { id name state size declaredSize rejection } }
      faults { ...DossierFaultParts }
      formalChecks { id outcome message faults { code section text note } }
      myAuthorship { id role shareBp }
    }
  }
`);

/** Units and fields to choose from. */
export const CHOICES = graphql(`
  query DossierChoices { units { id shortName officialName } fields { id name nameEn } }
`);

/** What the codes of a refusal mean. */
export const REFUSAL_REASONS = graphql(`query RefusalReasons { reasonTemplates(kind: RECOGNITION_REFUSAL) { code text } }`);

export const PEOPLE = graphql(`
  query PeopleSearch($search: String!) {
    people(search: $search, first: 8) { edges { node { id fullName position unit { id shortName } } } }
  }
`);

export const SAVE_INITIATIVE = graphql(`mutation SaveInitiative($input: SaveInitiativeInput!) { saved: saveInitiative(input: $input) { ...SavedDossier } }`);
export const SET_AUTHORS = graphql(`mutation SetAuthors($input: SetAuthorsInput!) { saved: setAuthors(input: $input) { ...SavedDossier } }`);
export const SET_ADOPTERS = graphql(`mutation SetFirstAdopters($input: SetFirstAdoptersInput!) { saved: setFirstAdopters(input: $input) { ...SavedDossier } }`);
export const SET_RECORDS = graphql(`mutation SetApplicationRecords($input: SetApplicationRecordsInput!) { saved: setApplicationRecords(input: $input) { ...SavedDossier } }`);

export const CONFIRM_AUTHORSHIP = graphql(`mutation ConfirmAuthorship($input: ConfirmAuthorshipInput!) { confirmAuthorship(input: $input) { id } }`);
export const DECLINE_AUTHORSHIP = graphql(`mutation DeclineAuthorship($input: DeclineAuthorshipInput!) { declineAuthorship(input: $input) { id } }`);
export const WITHDRAW = graphql(`mutation WithdrawInitiative($input: WithdrawInitiativeInput!) { withdrawInitiative(input: $input) { id } }`);
export const SUBMIT = graphql(`mutation SubmitInitiative($input: SubmitInitiativeInput!) { submitInitiative(input: $input) { id } }`);
export const RESUBMIT = graphql(`mutation ResubmitInitiative($input: SubmitInitiativeInput!) { resubmitInitiative(input: $input) { id } }`);

export const RECEIPT = graphql(`
  query DossierReceipt($code: String!) {
    initiative(code: $code) {
      id code title state currentVersion
      campaign { id name }
      authors { id shareBp person { id fullName } }
      receipt { number at versionSha256 resultDueOn formalCheckDueOn submittedBy { id fullName } }
    }
  }
`);

export const HISTORY = graphql(`
  query DossierHistory($code: String!) {
    initiative(code: $code) {
      id code title
      versions { number reason sha256 createdAt createdBy { id fullName } changes { path section segments { kind text } } }
    }
  }
`);
