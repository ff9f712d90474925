import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Autosaver, type AutosaveState, type Mirror, type MirrorRecord, type Verdict } from './autosave.js';

class Refusal extends Error {
  constructor(readonly verdict: Verdict) { super(verdict); }
}

/** A server that counts revisions and can be told to fail, a device store, and the states that were shown. */
function bench(initial = 'a') {
  const server = { value: initial, revision: 1, refuse: null as Verdict | null, saves: 0 };
  const device: { record?: MirrorRecord<string> } = {};
  const mirror: Mirror<string> = {
    read: async () => device.record,
    write: async (record) => { device.record = record; },
    remove: async () => { delete device.record; },
  };
  const states: AutosaveState[] = [];
  const open = (value = server.value, revision = server.revision) => new Autosaver<string>({
    value, revision, mirror, judge: (error) => (error as Refusal).verdict, onState: (state) => states.push(state),
    save: async (next, base) => {
      server.saves += 1;
      if (server.refuse) throw new Refusal(server.refuse);
      if (base !== server.revision) throw new Refusal('conflict');
      server.value = next;
      server.revision += 1;
      return server.revision;
    },
  });
  return { server, device, states, open, status: () => states.at(-1)?.status };
}

beforeEach(() => { jest.useFakeTimers(); });
afterEach(() => { jest.useRealTimers(); });

describe('writing', () => {
  it('is saved 800 ms after the last key, once', async () => {
    const { server, open, status } = bench();
    const saver = open();
    saver.edit('ab');
    await jest.advanceTimersByTimeAsync(700);
    saver.edit('abc');
    await jest.advanceTimersByTimeAsync(700);
    expect([server.saves, status()]).toEqual([0, 'dirty']);
    await jest.advanceTimersByTimeAsync(100);
    expect([server.saves, server.value, status()]).toEqual([1, 'abc', 'saved']);
  });

  it('is kept on the device until the server confirms', async () => {
    const { device, open } = bench();
    const saver = open();
    saver.edit('ab');
    await jest.advanceTimersByTimeAsync(0);
    expect(device.record).toMatchObject({ value: 'ab', revision: 1 });
    await jest.advanceTimersByTimeAsync(1000);
    expect(device.record).toBeUndefined();
  });

  it('goes on while a save is under way, on top of its revision', async () => {
    const { server, open } = bench();
    const saver = open();
    saver.edit('ab');
    const first = saver.flush();
    saver.edit('abc');
    await first;
    await jest.advanceTimersByTimeAsync(1000);
    expect([server.value, server.revision]).toEqual(['abc', 3]);
  });

  it('that returns to what is saved is not saved again', async () => {
    const { server, device, open } = bench();
    const saver = open();
    saver.edit('ab');
    saver.edit('a');
    await jest.advanceTimersByTimeAsync(2000);
    expect([server.saves, device.record]).toEqual([0, undefined]);
  });
});

describe('a failing network', () => {
  it('is tried again, later each time, and nothing is lost', async () => {
    const { server, device, open, status } = bench();
    const saver = open();
    server.refuse = 'retry';
    saver.edit('ab');
    await jest.advanceTimersByTimeAsync(800 + 1000 + 2000);
    expect([server.saves, status(), device.record?.value]).toEqual([3, 'retrying', 'ab']);
    server.refuse = null;
    await jest.advanceTimersByTimeAsync(4000);
    expect([server.value, status()]).toEqual(['ab', 'saved']);
  });

  it('is not waited for when it is back', async () => {
    const { server, open, status } = bench();
    const saver = open();
    server.refuse = 'retry';
    saver.edit('ab');
    await jest.advanceTimersByTimeAsync(10_000);
    server.refuse = null;
    saver.hurry();
    await jest.advanceTimersByTimeAsync(0);
    expect([server.value, status()]).toEqual(['ab', 'saved']);
  });
});

describe('a closed tab', () => {
  it('leaves words that the next one saves', async () => {
    const { server, device, open } = bench();
    device.record = { value: 'dở dang', revision: 1, at: 0 };
    const saver = open();
    expect(await saver.recover()).toEqual({ mine: 'dở dang', at: new Date(0), isConflict: false });
    await jest.advanceTimersByTimeAsync(0);
    expect([server.value, device.record]).toEqual(['dở dang', undefined]);
  });

  it('whose words had arrived after all leaves nothing', async () => {
    const { server, device, open } = bench('đã lưu');
    device.record = { value: 'đã lưu', revision: 0, at: 0 };
    expect(await open().recover()).toBeNull();
    await jest.advanceTimersByTimeAsync(1000);
    expect([server.saves, device.record]).toEqual([0, undefined]);
  });

  it('whose words are older than what others saved asks the person', async () => {
    const { server, device, open, status } = bench('của người khác');
    device.record = { value: 'của tôi', revision: 0, at: 0 };
    const saver = open();
    expect((await saver.recover())?.isConflict).toBe(true);
    await jest.advanceTimersByTimeAsync(5000);
    expect([server.saves, status(), saver.words(), device.record?.value]).toEqual([0, 'conflict', 'của tôi', 'của tôi']);
    saver.resolve(1, 'của cả hai');
    await jest.advanceTimersByTimeAsync(0);
    expect(server.value).toBe('của cả hai');
  });
});

describe('two people', () => {
  it('never overwrite each other silently', async () => {
    const { server, device, open, status } = bench();
    const saver = open();
    server.value = 'của người khác';
    server.revision = 2;
    saver.edit('của tôi');
    await jest.advanceTimersByTimeAsync(10_000);
    expect([server.value, server.saves, status(), device.record?.value]).toEqual(['của người khác', 1, 'conflict', 'của tôi']);
  });

  it('may let the other one win', async () => {
    const { server, device, open } = bench();
    const saver = open();
    server.value = 'của người khác';
    server.revision = 2;
    saver.edit('của tôi');
    await jest.advanceTimersByTimeAsync(1000);
    saver.discard(2, 'của người khác');
    await jest.advanceTimersByTimeAsync(1000);
    expect([saver.isDirty(), server.value, device.record]).toEqual([false, 'của người khác', undefined]);
  });

  it('do not conflict with another act of the same person', async () => {
    const { server, open } = bench();
    const saver = open();
    server.revision = 2;
    saver.advance(2);
    saver.edit('ab');
    await jest.advanceTimersByTimeAsync(1000);
    expect([server.value, server.revision]).toEqual(['ab', 3]);
  });
});

describe('a refusal', () => {
  it('is shown and waits for the next change', async () => {
    const { server, open, status } = bench();
    const saver = open();
    server.refuse = 'rejected';
    saver.edit('quá dài');
    await jest.advanceTimersByTimeAsync(60_000);
    expect([server.saves, status()]).toEqual([1, 'rejected']);
    server.refuse = null;
    saver.edit('vừa');
    await jest.advanceTimersByTimeAsync(1000);
    expect([server.value, status()]).toEqual(['vừa', 'saved']);
  });
});
