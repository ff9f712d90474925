import { graphql } from '../../lib/graphql.js';
import type { MyWorkQuery } from '../../gql/graphql.js';

/** Everything that waits for the person, in one answer. */
export const MY_WORK = graphql(`query MyWork { myWork { id kind urgency title code dueOn link count } }`);

export type WorkItem = MyWorkQuery['myWork'][number];
