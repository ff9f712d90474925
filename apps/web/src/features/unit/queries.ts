import type { ApplicationsToConfirmQuery } from '../../gql/graphql.js';
import { graphql } from '../../lib/graphql.js';
import '../intake/reading/queries.js';

export type Waiting = ApplicationsToConfirmQuery['applicationsToConfirm']['edges'][number]['node'];
export type WaitingRecord = Waiting['applicationRecords'][number];

export const APPLICATIONS_TO_CONFIRM = graphql(`
  query ApplicationsToConfirm($after: String) {
    applicationsToConfirm(first: 20, after: $after) {
      edges {
        node {
          id code title state formalCheckDueOn resultDueOn summary content
          authors { id shareBp person { id fullName } }
          applicationRecords { ...ReadApplication }
        }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

export const CONFIRM_APPLICATION = graphql(`
  mutation ConfirmApplication($input: ConfirmApplicationInput!) {
    confirmApplication(input: $input) { id applicationRecords { id confirmedAt } }
  }
`);
