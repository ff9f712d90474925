import { describe, expect, it } from '@jest/globals';
import { availableSessionActions, sessionWorkflow, SESSION_STATES } from './session.workflow.js';

const everything = { mayPrepare: true, mayCloseScoring: true, mayLock: true, mayPropose: true };
const nothing = { mayPrepare: false, mayCloseScoring: false, mayLock: false, mayPropose: false };

describe('a session', () => {
  it.each([
    ['DRAFT', ['EDIT_AGENDA', 'CONVENE', 'CANCEL']],
    ['CONVENED', ['EDIT_AGENDA', 'OPEN_SCORING', 'CANCEL']],
    ['SCORING', ['CLOSE_SCORING', 'CANCEL']],
    ['SCORED', ['LOCK']],
    ['LOCKED', ['PROPOSE_DECISION']],
    ['CANCELLED', []],
  ] as const)('that is %s offers %j to whoever may do everything', (state, actions) => {
    expect(availableSessionActions(state, { itemCount: 1 }, everything)).toEqual(actions);
  });

  it.each(SESSION_STATES)('that is %s offers nothing to whoever may do nothing', (state) => {
    expect(availableSessionActions(state, { itemCount: 1 }, nothing)).toEqual([]);
  });

  it('is not convened without an agenda', () => {
    expect(availableSessionActions('DRAFT', { itemCount: 0 }, everything)).toEqual(['EDIT_AGENDA', 'CANCEL']);
    expect(sessionWorkflow.apply('convene', 'DRAFT', { itemCount: 0 })).toEqual({ ok: false, refusal: { kind: 'GUARD', code: 'AGENDA_EMPTY' } });
  });

  it('never comes back from LOCKED or CANCELLED', () => {
    expect(sessionWorkflow.available('LOCKED', { itemCount: 1 })).toEqual([]);
    expect(sessionWorkflow.available('CANCELLED', { itemCount: 1 })).toEqual([]);
  });
});
