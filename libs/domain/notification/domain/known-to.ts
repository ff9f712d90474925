import { NOTICE_KINDS, type NoticeKind } from './words.js';

/**
 * Whose office it is to know what stands in a notice, besides its recipient. Drafts, consents and reminders are nobody
 * else's business: a reminder to a member tells that a sheet is missing, one to an author
 * that a draft exists; whoever is mentioned in a discussion has no conflict of interest there.
 */
const KNOWN_TO: Readonly<Record<NoticeKind, 'TENANT_ADMIN' | 'COUNCIL_SECRETARY' | null>> = {
  ROLE_ASSIGNED: 'TENANT_ADMIN', ROLE_ENDED: 'TENANT_ADMIN', PASSWORD_RESET: 'TENANT_ADMIN', PASSWORD_CHANGED: 'TENANT_ADMIN',
  AUTHORSHIP_ASKED: null, AUTHORSHIP_CONFIRMED: null, AUTHORSHIP_DECLINED: null, INITIATIVE_WITHDRAWN: null, DEADLINES_NEAR: null,
  DISCUSSION_MENTION: null,
  INITIATIVE_SUBMITTED: 'COUNCIL_SECRETARY', DOSSIER_TO_CHECK: 'COUNCIL_SECRETARY', DOSSIER_TO_CHECK_AGAIN: 'COUNCIL_SECRETARY',
  SUPPLEMENT_REQUESTED: 'COUNCIL_SECRETARY', INITIATIVE_ACCEPTED: 'COUNCIL_SECRETARY', INITIATIVE_REJECTED_FORMALLY: 'COUNCIL_SECRETARY',
  APPLICATION_CONFIRMED: 'COUNCIL_SECRETARY', SESSION_CONVENED: 'COUNCIL_SECRETARY', SESSION_RESCHEDULED: 'COUNCIL_SECRETARY',
  SESSION_CANCELLED: 'COUNCIL_SECRETARY',
  SCORING_OPENED: 'COUNCIL_SECRETARY', SCORING_CLOSED: 'COUNCIL_SECRETARY', SESSION_LOCKED: 'COUNCIL_SECRETARY', DECISION_PROPOSED: 'COUNCIL_SECRETARY',
  INITIATIVE_RECOGNISED: 'COUNCIL_SECRETARY', INITIATIVE_REFUSED: 'COUNCIL_SECRETARY', DECISION_ISSUED: 'COUNCIL_SECRETARY',
};

/** The kinds whose content these roles know by their office. */
export function kindsKnownTo(roles: readonly string[]): NoticeKind[] {
  return NOTICE_KINDS.filter((kind) => roles.includes(KNOWN_TO[kind] ?? ''));
}
