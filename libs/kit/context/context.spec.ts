import { describe, expect, it } from '@jest/globals';
import { unauthenticated } from '@kit/errors';
import { newId } from '@kit/ids';
import {
  createContext, currentContext, currentViewer, findContext, hasRole, isSystemViewer, runAs, runInContext, systemViewer,
  type Viewer,
} from './index.js';

const unit = newId();
const otherUnit = newId();
const head: Viewer = {
  accountId: newId(), personId: newId(), tenantId: newId(), sessionId: newId(), unitId: unit, fullName: 'Đỗ Thị Hà',
  roles: [{ role: 'UNIT_HEAD', unitId: unit }, { role: 'SECRETARY', unitId: null }],
};

describe('the request context', () => {
  it('follows awaited work and stays apart from a concurrent request', async () => {
    const seen = await Promise.all(['a', 'b'].map((requestId) => runInContext(createContext({ requestId }), async () => {
      await new Promise((done) => setTimeout(done, 5));
      return currentContext().requestId;
    })));
    expect(seen).toEqual(['a', 'b']);
  });

  it('is absent outside a request', () => {
    expect(findContext()).toBeNull();
    expect(() => currentContext()).toThrow('no request context');
  });

  it('refuses to name a viewer when nobody is signed in', () => {
    expect(() => currentViewer()).toThrow(unauthenticated().message);
    expect(() => runInContext(createContext(), currentViewer)).toThrow(unauthenticated().message);
    expect(runAs(head, currentViewer)).toBe(head);
  });
});

describe('hasRole', () => {
  it('counts a holding for the unit asked about or for the whole tenant', () => {
    expect(hasRole(head, 'UNIT_HEAD')).toBe(true);
    expect(hasRole(head, 'UNIT_HEAD', unit)).toBe(true);
    expect(hasRole(head, 'UNIT_HEAD', otherUnit)).toBe(false);
    expect(hasRole(head, 'SECRETARY', otherUnit)).toBe(true);
    expect(hasRole(head, 'ADMIN')).toBe(false);
  });
});

describe('systemViewer', () => {
  it('is told apart from people', () => {
    expect(isSystemViewer(systemViewer(newId()))).toBe(true);
    expect(isSystemViewer(head)).toBe(false);
  });
});
