import { describe, expect, it } from '@jest/globals';
import { defineWorkflow } from './workflow.js';

type State = 'OPEN' | 'CLOSED' | 'GONE';
const door = defineWorkflow<State, { locked: boolean }>({
  transitions: [
    { name: 'close', from: ['OPEN'], to: 'CLOSED' },
    { name: 'open', from: ['CLOSED'], to: 'OPEN', guard: ({ locked }) => (locked ? 'DOOR_LOCKED' : null) },
    { name: 'remove', from: ['OPEN', 'CLOSED'], to: 'GONE' },
  ],
});

describe('a workflow', () => {
  it('leads from state to state by its steps only', () => {
    expect(door.apply('close', 'OPEN', { locked: false })).toEqual({ ok: true, to: 'CLOSED' });
    expect(door.apply('close', 'GONE', { locked: false })).toEqual({ ok: false, refusal: { kind: 'WRONG_STATE', from: ['OPEN'] } });
  });

  it('says with a code why a guard stops a step', () => {
    expect(door.apply('open', 'CLOSED', { locked: true })).toEqual({ ok: false, refusal: { kind: 'GUARD', code: 'DOOR_LOCKED' } });
    expect(door.can('open', 'CLOSED', { locked: true })).toBe(false);
    expect(door.can('open', 'CLOSED', { locked: false })).toBe(true);
  });

  it('lists what can be done now', () => {
    expect(door.available('CLOSED', { locked: true }).map(({ name }) => name)).toEqual(['remove']);
    expect(door.available('CLOSED', { locked: false }).map(({ name }) => name)).toEqual(['open', 'remove']);
    expect(door.available('GONE', { locked: false })).toEqual([]);
  });

  it('refuses names it does not have, and names twice', () => {
    expect(() => door.apply('paint', 'OPEN', { locked: false })).toThrow('no transition paint');
    expect(() => defineWorkflow<State>({ transitions: [{ name: 'a', from: [], to: 'OPEN' }, { name: 'a', from: [], to: 'GONE' }] })).toThrow(TypeError);
  });

  it('prints its table', () => {
    expect(door.print()).toBe('close: OPEN → CLOSED\nopen: CLOSED → OPEN\nremove: OPEN | CLOSED → GONE');
  });
});
