import { describe, expect, it } from '@jest/globals';
import { startOfNextLocalDay } from '@kit/clock';
import { acceptsDraftsAt, acceptsSubmissionsAt, type SubmissionWindow } from './campaign.window.js';
import { CAMPAIGN_STATES } from './campaign.workflow.js';

const window: SubmissionWindow = { state: 'OPEN', opensOn: '2026-11-02', submissionClosesAt: startOfNextLocalDay('2026-11-30') };

describe('when a campaign takes files', () => {
  it.each([
    ['2026-11-01T23:59:59.999+07:00', false, 'the day before the first'],
    ['2026-11-02T00:00:00.000+07:00', true, 'the first instant of the first day'],
    ['2026-11-30T23:59:59.999+07:00', true, 'the last millisecond of the last day'],
    ['2026-12-01T00:00:00.000+07:00', false, 'the closing instant itself'],
    ['2026-12-01T00:00:01.000+07:00', false, 'one second late'],
  ])('%s: %s (%s)', (instant, accepted) => {
    expect(acceptsSubmissionsAt(window, new Date(instant))).toBe(accepted);
  });

  it('is only while it is open; drafts can be begun while it is planned', () => {
    const noon = new Date('2026-11-20T12:00:00+07:00');
    expect(CAMPAIGN_STATES.filter((state) => acceptsSubmissionsAt({ ...window, state }, noon))).toEqual(['OPEN']);
    expect(CAMPAIGN_STATES.filter((state) => acceptsDraftsAt({ ...window, state }, noon))).toEqual(['PLANNED', 'OPEN']);
    expect(acceptsDraftsAt({ ...window, state: 'PLANNED' }, window.submissionClosesAt)).toBe(false);
  });
});
