import { describe, expect, it } from '@jest/globals';
import { auditedObject } from './audited-object.js';

const [tenantId, one, two] = ['0190a1f8-0000-7000-8000-000000000001', '0190a1f8-0000-7000-8000-000000000002', '0190a1f8-0000-7000-8000-000000000003'];

describe('the object of an event', () => {
  it('is the first id it names; the rest are details', () => {
    expect(auditedObject({ tenantId, initiativeId: one, checkId: two, outcome: 'COMPLETE' }))
      .toEqual({ type: 'Initiative', id: one, details: { checkId: two, outcome: 'COMPLETE' } });
    expect(auditedObject({ tenantId, count: 3, unitId: one })).toEqual({ type: 'OrgUnit', id: one, details: { count: 3 } });
  });

  it('is the ward itself when it names no other', () => {
    expect(auditedObject({ tenantId, count: 3 })).toEqual({ type: 'Tenant', id: tenantId, details: { count: 3 } });
  });

  it('is what the event class says', () => {
    class ScoringOpened {
      static readonly objectType = 'EvaluationSession';
      readonly tenantId = tenantId;
      readonly sessionId = one;
    }
    expect(auditedObject(new ScoringOpened())).toEqual({ type: 'EvaluationSession', id: one, details: {} });
  });
});
