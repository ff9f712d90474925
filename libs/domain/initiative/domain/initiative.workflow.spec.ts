import { describe, expect, it } from '@jest/globals';
import { initiativeWorkflow, type ProcedureFacts } from './initiative.workflow.js';

const facts = (given: Partial<ProcedureFacts> = {}): ProcedureFacts => ({
  today: '2026-11-20', supplementDueOn: null, wasReturned: false, firstApplicationEndsOn: null, withdrawalVeto: null, ...given,
});

describe('the procedure of an initiative', () => {
  it('is exactly this table', () => {
    expect(initiativeWorkflow.print().split('\n')).toEqual([
      'submit: DRAFT → SUBMITTED',
      'requestSupplement: SUBMITTED → SUPPLEMENT_REQUIRED',
      'resubmit: SUPPLEMENT_REQUIRED → SUBMITTED',
      'accept: SUBMITTED → ACCEPTED',
      'acceptAwaitingApplication: SUBMITTED → WAITING_APPLICATION',
      'finishFirstApplication: WAITING_APPLICATION → ACCEPTED',
      'rejectFormally: SUBMITTED → REJECTED_FORMALLY',
      'lapse: SUPPLEMENT_REQUIRED → LAPSED',
      'startEvaluation: ACCEPTED → UNDER_EVALUATION',
      'returnToAccepted: UNDER_EVALUATION → ACCEPTED',
      'recognise: UNDER_EVALUATION → RECOGNISED',
      'refuse: UNDER_EVALUATION → REFUSED',
      'withdraw: DRAFT | SUBMITTED | SUPPLEMENT_REQUIRED | ACCEPTED | WAITING_APPLICATION | UNDER_EVALUATION → WITHDRAWN',
    ]);
  });

  it('returns a dossier to its authors at most once', () => {
    expect(initiativeWorkflow.apply('requestSupplement', 'SUBMITTED', facts({ wasReturned: true }))).toEqual({
      ok: false, refusal: { kind: 'GUARD', code: 'SUPPLEMENT_ALREADY_REQUESTED' },
    });
  });

  it.each([
    ['2026-11-20', true],
    ['2026-11-19', false],
  ])('takes a supplement due on %s today: %s', (supplementDueOn, taken) => {
    expect(initiativeWorkflow.can('resubmit', 'SUPPLEMENT_REQUIRED', facts({ supplementDueOn }))).toBe(taken);
    expect(initiativeWorkflow.can('lapse', 'SUPPLEMENT_REQUIRED', facts({ supplementDueOn }))).toBe(!taken);
  });

  it.each([
    [null, 'accept'],
    ['2026-11-20', 'accept'],
    ['2026-11-21', 'acceptAwaitingApplication'],
  ])('a first application that ends on %s leads through %s', (firstApplicationEndsOn, step) => {
    const names = initiativeWorkflow.available('SUBMITTED', facts({ firstApplicationEndsOn })).map(({ name }) => name);
    expect(names.filter((name) => name.startsWith('accept'))).toEqual([step]);
  });

  it('waits for the council only when the first application is over', () => {
    expect(initiativeWorkflow.can('finishFirstApplication', 'WAITING_APPLICATION', facts({ firstApplicationEndsOn: '2026-11-21' }))).toBe(false);
    expect(initiativeWorkflow.can('finishFirstApplication', 'WAITING_APPLICATION', facts({ firstApplicationEndsOn: '2026-11-20' }))).toBe(true);
  });

  it('never leaves a final state', () => {
    for (const state of ['REJECTED_FORMALLY', 'REFUSED', 'CANCELLED', 'WITHDRAWN', 'LAPSED', 'RECOGNISED'] as const) {
      expect(initiativeWorkflow.available(state, facts())).toEqual([]);
    }
  });
});
