import { describe, expect, it } from '@jest/globals';
import { availableActions, type Standing } from './actions.js';
import type { ProcedureFacts } from './initiative.workflow.js';

const calm: ProcedureFacts = { today: '2026-11-20', supplementDueOn: null, wasReturned: false, firstApplicationEndsOn: null, withdrawalVeto: null };
const returned: ProcedureFacts = { ...calm, wasReturned: true, supplementDueOn: '2026-11-20' };
const stranger: Standing = { isLead: false, answer: null, mayCheckFormally: false, mayConfirmApplication: false };
const lead: Standing = { ...stranger, isLead: true, answer: 'CONFIRMED' };
const asked: Standing = { ...stranger, answer: 'PENDING' };
const officer: Standing = { ...stranger, mayCheckFormally: true };

describe('what a viewer can do now', () => {
  it('the lead writes, submits and withdraws a draft', () => {
    expect(availableActions('DRAFT', calm, lead)).toEqual(['EDIT', 'SUBMIT', 'WITHDRAW']);
  });

  it('a co-author writes and answers, but neither submits nor withdraws', () => {
    expect(availableActions('DRAFT', calm, asked)).toEqual(['EDIT', 'CONFIRM_AUTHORSHIP', 'DECLINE_AUTHORSHIP']);
    expect(availableActions('DRAFT', calm, { ...asked, answer: 'CONFIRMED' })).toEqual(['EDIT', 'DECLINE_AUTHORSHIP']);
    expect(availableActions('DRAFT', calm, { ...asked, answer: 'DECLINED' })).toEqual(['EDIT', 'CONFIRM_AUTHORSHIP']);
  });

  it('nobody writes in a submitted dossier', () => {
    expect(availableActions('SUBMITTED', calm, lead)).toEqual(['WITHDRAW']);
    expect(availableActions('SUBMITTED', calm, asked)).toEqual([]);
  });

  it('the officer accepts, returns once and rejects', () => {
    expect(availableActions('SUBMITTED', calm, officer)).toEqual(['ACCEPT', 'REQUEST_SUPPLEMENT', 'REJECT']);
    expect(availableActions('SUBMITTED', returned, officer)).toEqual(['ACCEPT', 'REJECT']);
  });

  it('the last day of the supplement counts; after it the officer can end the dossier', () => {
    const late = { ...returned, today: '2026-11-21' };
    expect(availableActions('SUPPLEMENT_REQUIRED', returned, lead)).toEqual(['EDIT', 'RESUBMIT', 'WITHDRAW']);
    expect(availableActions('SUPPLEMENT_REQUIRED', late, lead)).toEqual(['EDIT', 'WITHDRAW']);
    expect(availableActions('SUPPLEMENT_REQUIRED', returned, officer)).toEqual([]);
    expect(availableActions('SUPPLEMENT_REQUIRED', late, officer)).toEqual(['REJECT']);
  });

  it('a dossier whose first application still runs can be accepted too', () => {
    expect(availableActions('SUBMITTED', { ...calm, firstApplicationEndsOn: '2026-12-31' }, officer)).toContain('ACCEPT');
  });

  it('a later stage can forbid the withdrawal, and a decision ends it', () => {
    expect(availableActions('UNDER_EVALUATION', calm, lead)).toEqual(['WITHDRAW']);
    expect(availableActions('UNDER_EVALUATION', { ...calm, withdrawalVeto: 'SESSION_LOCKED' }, lead)).toEqual([]);
    expect(availableActions('RECOGNISED', calm, lead)).toEqual([]);
  });

  it('the unit head confirms the application', () => {
    expect(availableActions('SUBMITTED', calm, { ...stranger, mayConfirmApplication: true })).toEqual(['CONFIRM_APPLICATION']);
  });

  it('a stranger can do nothing', () => {
    expect(availableActions('DRAFT', calm, stranger)).toEqual([]);
  });
});
