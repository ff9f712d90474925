import { localDate } from '@kit/clock';
import type { CampaignState } from './campaign.workflow.js';

/** When a campaign takes files: from its first day to its last, both whole days in Vietnam. */
export interface SubmissionWindow {
  readonly state: CampaignState;
  readonly opensOn: string;
  /** The first instant that is late. */
  readonly submissionClosesAt: Date;
}

/** Whether a file that arrives at this instant is accepted. The SQL face is `acceptsSubmissions` of `campaignJson`. */
export function acceptsSubmissionsAt({ state, opensOn, submissionClosesAt }: SubmissionWindow, now: Date): boolean {
  return state === 'OPEN' && localDate(now) >= opensOn && now.getTime() < submissionClosesAt.getTime();
}

/** Whether a draft that is begun at this instant could still be submitted. */
export function acceptsDraftsAt({ state, submissionClosesAt }: SubmissionWindow, now: Date): boolean {
  return (state === 'PLANNED' || state === 'OPEN') && now.getTime() < submissionClosesAt.getTime();
}
