import type { RegisterCardFragment } from '../../gql/graphql.js';
import { graphql } from '../../lib/graphql.js';

export type CardEntry = RegisterCardFragment;

/** What a card of the register shows. */
export const CARD = graphql(`
  fragment RegisterCard on RegisterEntry {
    id slug title summary unitName tenantName year effectiveness decisionNumber status
    field { code name nameEn }
    applications { measures { name unit before after } }
  }
`);

/** A page of the register with its facets. */
export const REGISTER = graphql(`
  query Register($filter: RegisterFilter, $sort: RegisterSort!, $first: Int!, $after: String) {
    register(filter: $filter, sort: $sort, first: $first, after: $after) {
      totalCount isApproximate
      facets {
        fields { value label count } years { value label count } units { value label count } tenants { value label count }
      }
      edges { cursor node { ...RegisterCard } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

/** The newest entries alone, for the front page. */
export const NEWEST = graphql(`
  query NewestEntries($first: Int!) {
    register(sort: NEWEST, first: $first) { edges { cursor node { ...RegisterCard } } }
  }
`);

/** One entry, whole. */
export const ENTRY = graphql(`
  query RegisterEntry($slug: String!) {
    registerEntry(slug: $slug) {
      id slug code title summary problem solution novelty conditions benefit kind year level unitName tenantName
      effectiveness gradeLabel decisionNumber decisionDate status publishedAt
      field { code name nameEn }
      authors { fullName shareBp }
      applications { place from to status benefitAmount measures { name unit before after } }
    }
  }
`);

export const RELATED = graphql(`
  query RelatedEntries($slug: String!) { relatedRegisterEntries(slug: $slug) { ...RegisterCard } }
`);

/** The register in numbers. */
export const STATISTICS = graphql(`
  query RegisterStatistics {
    registerStatistics { recognised units authors benefit byYear { value label count } byField { value label count } }
  }
`);
