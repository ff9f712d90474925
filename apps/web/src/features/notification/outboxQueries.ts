import type { DeliveriesQuery, MailingsQuery } from '../../gql/graphql.js';
import { graphql } from '../../lib/graphql.js';

export const OUTBOX_STATUS = graphql(`query OutboxStatus { outboxStatus { isConnected sender mostUnapproved } }`);

export const MAILINGS = graphql(`
  query Mailings($first: Int!, $after: String, $state: DeliveryState) {
    mailings(first: $first, after: $after, state: $state) {
      edges { cursor node { id kind createdAt needsApproval verdict decidedBy decidedAt states { state count } } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

export type Mailing = MailingsQuery['mailings']['edges'][number]['node'];

export const DELIVERIES = graphql(`
  query Deliveries($mailingId: ID!, $first: Int!, $after: String) {
    deliveries(mailingId: $mailingId, first: $first, after: $after) {
      edges { cursor node { id recipient state attempts dueAt sentAt code } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

export type Delivery = DeliveriesQuery['deliveries']['edges'][number]['node'];

export const MAIL_PREVIEW = graphql(`
  query MailPreview($mailingId: ID!, $deliveryId: ID) { mailPreview(mailingId: $mailingId, deliveryId: $deliveryId) { recipient subject text isWithheld } }
`);

export const APPROVE_MAILING = graphql(`
  mutation ApproveMailing($id: ID!) { approveMailing(id: $id) { id verdict decidedBy decidedAt states { state count } } }
`);

export const CANCEL_MAILING = graphql(`
  mutation CancelMailing($id: ID!) { cancelMailing(id: $id) { id verdict decidedBy decidedAt states { state count } } }
`);

export const RETRY_DELIVERY = graphql(`
  mutation RetryDelivery($id: ID!) { retryDelivery(id: $id) { id state attempts dueAt code } }
`);

export const MAIL_PREFERENCES = graphql(`
  query MailPreferences { viewer { accountId mailPreferences { mode hasQuietHours language address isConnected } } }
`);

export const SAVE_MAIL_PREFERENCES = graphql(`
  mutation SaveMailPreferences($input: MailPreferencesInput!) { saveMailPreferences(input: $input) { mode hasQuietHours language } }
`);
