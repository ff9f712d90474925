import { useTranslation } from 'react-i18next';
import type { Role } from '../../gql/schema.js';
import type { Notice } from './queries.js';

/** What the API tells of. A kind of a later version is worded generally. */
export const KINDS = [
  'AUTHORSHIP_ASKED', 'AUTHORSHIP_CONFIRMED', 'AUTHORSHIP_DECLINED', 'INITIATIVE_SUBMITTED', 'DOSSIER_TO_CHECK', 'DOSSIER_TO_CHECK_AGAIN',
  'SUPPLEMENT_REQUESTED', 'INITIATIVE_ACCEPTED', 'INITIATIVE_REJECTED_FORMALLY', 'INITIATIVE_WITHDRAWN', 'APPLICATION_CONFIRMED',
  'SESSION_CONVENED', 'SESSION_RESCHEDULED', 'SESSION_CANCELLED', 'SCORING_OPENED', 'SCORING_CLOSED', 'SESSION_LOCKED', 'DISCUSSION_MENTION', 'DECISION_PROPOSED', 'INITIATIVE_RECOGNISED',
  'INITIATIVE_REFUSED', 'DECISION_ISSUED', 'ROLE_ASSIGNED', 'ROLE_ENDED', 'PASSWORD_RESET', 'PASSWORD_CHANGED', 'DEADLINES_NEAR', 'OTHER',
] as const;

/** Facts that follow the sentence where the notice has them, in this order. */
const DETAILS = ['shareBp', 'receiptNumber', 'unitName', 'heldOn', 'place', 'scoringDueOn', 'nearestDueOn', 'dueOn', 'resultDueOn', 'decisionNumber'] as const;

const GROUNDS = ['NOT_NEW', 'NOT_APPLIED', 'NO_PRACTICAL_BENEFIT', 'AGAINST_PUBLIC_ORDER', 'IP_PROTECTED'] as const;

/** What the API may send along; all of it as text. */
type Params = { [name in (typeof DETAILS)[number] | 'reason' | 'title' | 'summary' | 'code' | 'personName' | 'role' | 'effectiveness' | 'reasonCodes' | 'count']?: string };

export interface NoticeText {
  sentence: string;
  details: string[];
}

/** Puts a notice into words: one sentence, and the facts that came with it. */
export function useNoticeText(): (notice: Notice) => NoticeText {
  const { t } = useTranslation(['notification', 'common']);
  return ({ kind, params }) => {
    const known = KINDS.find((one) => one === kind) ?? 'OTHER';
    const values: Params = Object.fromEntries(params.map(({ name, value }) => [name, value]));
    if (values.role) values.role = t(`common:role.${values.role as Role}`);
    const details: string[] = DETAILS.filter((name) => values[name] && !(known === 'DECISION_ISSUED' && name === 'decisionNumber'))
      .map((name) => t(`detail.${name}`, values));
    if (known === 'INITIATIVE_RECOGNISED' && values.effectiveness === 'RECOGNISED') details.unshift(t('detail.effectiveness'));
    const grounds = (values.reasonCodes ?? '').split(',').flatMap((code) => GROUNDS.find((ground) => ground === code) ?? []);
    details.push(...grounds.map((ground) => t(`ground.${ground}`)));
    if (values.reason) details.push(t('detail.reason', values));
    if (values.code) details.push(values.code);
    return { sentence: t(`kind.${known}`, { title: '', summary: '', personName: '', role: '', ...values, count: Number(values.count ?? 1) }), details };
  };
}
