const channel = new BroadcastChannel('khoi.session');

/** Tells the other tabs of this browser who is signed in now; null for nobody. */
export function announceAccount(accountId: string | null): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel never leaves its origin
  channel.postMessage(accountId);
}

/** Hears who signed in or out in another tab. */
export function onAccountAnnounced(hear: (accountId: string | null) => void): void {
  channel.onmessage = ({ data }: MessageEvent<string | null>) => hear(data);
}
