import { describe, expect, it } from '@jest/globals';
import { newId } from '@kit/ids';
import { DomainEvent, payloadOf, revive, typeOf } from './domain-event.js';

class SessionOpened extends DomainEvent {
  static override readonly type: string = 'kit.session-opened';
  constructor(readonly tenantId: string, readonly sessionId: string, readonly facts: unknown = null) {
    super();
  }
}
class Nameless extends DomainEvent {
  readonly tenantId = newId();
}

const tenantId = newId();
const sessionId = newId();

describe('an event', () => {
  it('goes out and comes back as the same', () => {
    const event = new SessionOpened(tenantId, sessionId, { round: 2, on: '2026-11-20', code: 'SK-2026-0001', ids: [sessionId], open: true });
    const payload = payloadOf(event);
    expect(payload).toEqual({ sessionId, facts: { round: 2, on: '2026-11-20', code: 'SK-2026-0001', ids: [sessionId], open: true } });
    const back = revive(SessionOpened, tenantId, JSON.parse(JSON.stringify(payload)) as typeof payload);
    expect(back).toEqual(event);
    expect(back).toBeInstanceOf(SessionOpened);
  });

  it.each(['Nguyễn Văn An', 'one sentence', 'x'.repeat(101), new Date(), Number.NaN, 10n, () => 1, { deep: ['Đỗ Hà'] }])(
    'refuses to carry %p', (fact) => {
      expect(() => payloadOf(new SessionOpened(tenantId, sessionId, fact))).toThrow('is not an id, code, number or date');
    },
  );

  it('names the field that does not belong', () => {
    expect(() => payloadOf(new SessionOpened(tenantId, sessionId, { deep: ['Đỗ Hà'] }))).toThrow('SessionOpened.facts.deep[0]');
  });

  it('must have a type', () => {
    expect(typeOf(new SessionOpened(tenantId, sessionId))).toBe('kit.session-opened');
    expect(() => typeOf(new Nameless())).toThrow('Nameless has no static type');
  });
});
