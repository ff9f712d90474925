import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { LiveFeed } from './live.js';

const NEWS = 'event: next\ndata: {"data":{"sessionChanged":{"itemIds":["a","b"]}}}\n\n';
const ASK = 'event: next\ndata: {"data":{"sessionChanged":{"itemIds":[]}}}\n\n';
const REFUSED = 'event: next\ndata: {"errors":[{"message":"x","extensions":{"code":"NOT_FOUND"}}]}\n\nevent: complete\ndata:\n\n';

/** A server whose streams the test writes to, and a tab that it shows and hides. */
function world() {
  const streams: { send: (text: string) => void; end: () => void; signal: AbortSignal }[] = [];
  let isVisible = true;
  let isThere = true;
  let changed = (): void => undefined;
  const heard: string[] = [];
  const feed = new LiveFeed({
    open: (signal) => {
      if (!isThere) return Promise.reject(new TypeError('Failed to fetch'));
      const body = new ReadableStream<Uint8Array>({
        start: (controller) => {
          const encoder = new TextEncoder();
          signal.addEventListener('abort', () => controller.error(signal.reason));
          streams.push({ signal, send: (text) => controller.enqueue(encoder.encode(text)), end: () => controller.close() });
        },
      });
      return Promise.resolve(new Response(body, { headers: { 'content-type': 'text/event-stream; charset=utf-8' } }));
    },
    isVisible: () => isVisible,
    onChange: (listener) => {
      changed = listener;
      return () => { changed = () => undefined; };
    },
  });
  const stop = feed.listen((ids) => heard.push(ids.join('+') || 'all'));
  return {
    feed, streams, stop,
    /** What listeners were told since the last time. */
    told: () => heard.splice(0),
    show: (visible: boolean) => { isVisible = visible; changed(); },
    away: (away: boolean) => { isThere = !away; },
  };
}

const settle = () => jest.advanceTimersByTimeAsync(0);
const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  jest.useFakeTimers();
  jest.spyOn(Math, 'random').mockReturnValue(1);
});
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

describe('a feed with a stream', () => {
  it('tells what the server says, however it is cut into pieces, and looks no more by itself', async () => {
    const { feed, streams, told, stop } = world();
    await settle();
    streams[0]!.send(`:\n\n${ASK}${NEWS.slice(0, 30)}`);
    await settle();
    expect([told(), feed.isConnected]).toEqual([['all'], true]);
    streams[0]!.send(NEWS.slice(30));
    await settle();
    expect(told()).toEqual(['a+b']);
    await pass(30_000);
    expect(told()).toEqual([]);
    stop();
    expect(streams[0]!.signal.aborted).toBe(true);
  });

  it('has one for all who listen, until the last has gone', async () => {
    const { feed, streams, stop } = world();
    const heard: unknown[] = [];
    const leave = feed.listen((ids) => heard.push(ids));
    await settle();
    streams[0]!.send(NEWS);
    await settle();
    expect([streams.length, heard]).toEqual([1, [['a', 'b']]]);
    stop();
    expect(streams[0]!.signal.aborted).toBe(false);
    leave();
    expect(streams[0]!.signal.aborted).toBe(true);
    await pass(120_000);
    expect(streams).toHaveLength(1);
  });

  it('gives up one that gives no sign of life, and opens another', async () => {
    const { feed, streams, stop } = world();
    await settle();
    streams[0]!.send(ASK);
    await pass(39_000);
    streams[0]!.send(':\n\n');
    await pass(39_000);
    expect(feed.isConnected).toBe(true);
    await pass(2_000);
    expect([feed.isConnected, streams[0]!.signal.aborted]).toEqual([false, true]);
    await pass(1_000);
    expect(streams).toHaveLength(2);
    stop();
  });
});

describe('a feed without a stream', () => {
  it('looks every five seconds, tries again ever more patiently, and stops looking when there is one', async () => {
    const { feed, streams, told, away, stop } = world();
    away(true);
    await settle();
    streams[0]!.end();
    await pass(20_000);
    expect([told(), feed.isConnected]).toEqual([['all', 'all', 'all', 'all'], false]);
    away(false);
    // Tried after 1, 3, 7 and 15 seconds; the next time is after 31.
    await pass(10_000);
    expect(streams).toHaveLength(1);
    await pass(2_000);
    expect(streams).toHaveLength(2);
    streams[1]!.send(ASK);
    await settle();
    told();
    await pass(30_000);
    expect([told(), feed.isConnected]).toEqual([[], true]);
    stop();
  });

  it('takes a refusal for no stream: what is asked then says why', async () => {
    const { feed, streams, told, stop } = world();
    await settle();
    streams[0]!.send(REFUSED);
    await pass(5_000);
    expect([told(), feed.isConnected]).toEqual([['all'], false]);
    stop();
  });
});

describe('a hidden tab', () => {
  it('holds no stream and asks for nothing; the stream that opens when it is shown says to ask at once', async () => {
    const { streams, told, show, stop } = world();
    await settle();
    streams[0]!.send(ASK);
    await settle();
    told();
    show(false);
    expect(streams[0]!.signal.aborted).toBe(true);
    await pass(120_000);
    expect([told(), streams.length]).toEqual([[], 1]);
    show(true);
    await settle();
    streams[1]!.send(ASK);
    await settle();
    expect([told(), streams.length]).toEqual([['all'], 2]);
    stop();
  });
});
