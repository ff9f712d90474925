import type { QueueItem } from './queries.js';

type Facts = Pick<QueueItem, 'itemId' | 'sheetState'>;

/** Whether the viewer has nothing left to do: handed in, or kept on this device to be sent. */
export function isDone(item: Facts, keptIds: readonly string[]): boolean {
  return item.sheetState === 'SUBMITTED' || item.sheetState === 'VOID' || keptIds.includes(item.itemId);
}

/** The item to open after this one: the first unfinished one after it, from the end on from the beginning. */
export function nextItem<T extends Facts>(items: readonly T[], currentId: string | null, keptIds: readonly string[] = []): T | null {
  const at = items.findIndex(({ itemId }) => itemId === currentId);
  const inOrder = [...items.slice(at + 1), ...items.slice(0, Math.max(at, 0))];
  return inOrder.find((item) => !isDone(item, keptIds)) ?? null;
}
