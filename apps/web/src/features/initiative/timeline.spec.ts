import { describe, expect, it } from '@jest/globals';
import type { InitiativeState } from '../../gql/schema.js';
import { stagesAhead } from './timeline.js';

const DATES = { formalCheckDueOn: '2026-12-21', supplementDueOn: '2026-12-24', resultDueOn: '2027-02-20', firstApplicationEndsOn: '2026-12-31' };
const stages = (state: InitiativeState) => stagesAhead({ ...DATES, state }).map(({ stage }) => stage);

describe('what lies ahead of a dossier', () => {
  it('begins with the formal check after the submission', () => {
    expect(stages('SUBMITTED')).toEqual(['formalCheck', 'council', 'decision', 'publication']);
  });

  it('begins with the authors while a supplement is awaited', () => {
    expect(stages('SUPPLEMENT_REQUIRED')).toEqual(['supplement', 'formalCheck', 'council', 'decision', 'publication']);
  });

  it('names the first application only while it is waited for', () => {
    expect([stages('WAITING_APPLICATION')[0], stages('ACCEPTED')[0]]).toEqual(['firstApplication', 'council']);
  });

  it('tells nothing of the council’s outcome: every state until the decision waits for council or decision', () => {
    expect(stages('UNDER_EVALUATION')).toEqual(['council', 'decision', 'publication']);
  });

  it.each(['RECOGNISED', 'REFUSED', 'WITHDRAWN', 'REJECTED_FORMALLY', 'LAPSED', 'CANCELLED', 'DRAFT'] as const)('is nothing for %s', (state) => {
    expect(stages(state)).toEqual([]);
  });
});
