import { describe, expect, it } from '@jest/globals';
import { availableSessionActions, sessionWorkflow, SESSION_STATES, type SessionProgressFacts } from './session.workflow.js';

const everything = { mayPrepare: true, mayCloseScoring: true, mayRun: true, maySign: true, mayLock: true, mayPropose: true };
const nothing = { mayPrepare: false, mayCloseScoring: false, mayRun: false, maySign: false, mayLock: false, mayPropose: false };
const apart: SessionProgressFacts = { itemCount: 1, isSitting: false, openBallots: 0 };
const sitting: SessionProgressFacts = { ...apart, isSitting: true };
const voting: SessionProgressFacts = { ...sitting, openBallots: 1 };

describe('a session', () => {
  it.each([
    ['DRAFT', ['EDIT_AGENDA', 'CONVENE', 'CANCEL']],
    ['CONVENED', ['EDIT_AGENDA', 'CALL_ROLL', 'OPEN_SITTING', 'OPEN_SCORING', 'CANCEL']],
    ['SCORING', ['CALL_ROLL', 'OPEN_SITTING', 'CLOSE_SCORING', 'CANCEL']],
    ['SCORED', ['CALL_ROLL', 'OPEN_SITTING']],
    ['BALLOTING', ['CALL_ROLL', 'OPEN_SITTING']],
    ['COUNTED', ['CALL_ROLL', 'OPEN_SITTING', 'DRAFT_MINUTES', 'SIGN_MINUTES']],
    ['MINUTES_DRAFT', ['DRAFT_MINUTES', 'SIGN_MINUTES', 'LOCK']],
    ['LOCKED', ['PROPOSE_DECISION']],
    ['CANCELLED', []],
  ] as const)('that is %s while nobody sits offers %j to whoever may do everything', (state, actions) => {
    expect(availableSessionActions(state, apart, everything)).toEqual(actions);
  });

  it.each([
    ['SCORED', sitting, ['CALL_ROLL', 'OPEN_BALLOT', 'COUNT', 'END_SITTING']],
    ['BALLOTING', sitting, ['CALL_ROLL', 'OPEN_BALLOT', 'COUNT', 'END_SITTING']],
    ['BALLOTING', voting, ['CALL_ROLL', 'OPEN_BALLOT']],
    ['COUNTED', sitting, ['CALL_ROLL', 'DRAFT_MINUTES', 'SIGN_MINUTES', 'END_SITTING']],
  ] as const)('that is %s in a sitting offers what the room allows', (state, facts, actions) => {
    expect(availableSessionActions(state, facts, everything)).toEqual(actions);
  });

  it.each(SESSION_STATES)('that is %s offers nothing to whoever may do nothing', (state) => {
    expect(availableSessionActions(state, sitting, nothing)).toEqual([]);
  });

  it('is not convened without an agenda', () => {
    const empty = { ...apart, itemCount: 0 };
    expect(availableSessionActions('DRAFT', empty, everything)).toEqual(['EDIT_AGENDA', 'CANCEL']);
    expect(sessionWorkflow.apply('convene', 'DRAFT', empty)).toEqual({ ok: false, refusal: { kind: 'GUARD', code: 'AGENDA_EMPTY' } });
  });

  it('is neither voted on nor counted outside a sitting, nor counted while a ballot is open', () => {
    expect(sessionWorkflow.apply('openFirstBallot', 'SCORED', apart)).toEqual({ ok: false, refusal: { kind: 'GUARD', code: 'SITTING_NOT_OPEN' } });
    expect(sessionWorkflow.apply('count', 'BALLOTING', apart)).toEqual({ ok: false, refusal: { kind: 'GUARD', code: 'SITTING_NOT_OPEN' } });
    expect(sessionWorkflow.apply('count', 'BALLOTING', voting)).toEqual({ ok: false, refusal: { kind: 'GUARD', code: 'BALLOT_OPEN' } });
  });

  it('never comes back from LOCKED or CANCELLED', () => {
    expect(sessionWorkflow.available('LOCKED', sitting)).toEqual([]);
    expect(sessionWorkflow.available('CANCELLED', sitting)).toEqual([]);
  });
});
