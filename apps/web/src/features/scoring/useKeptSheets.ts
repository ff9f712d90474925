import { useSyncExternalStore } from 'react';
import { useViewer } from '../../session/context.js';
import { keptSheetsOf } from './keptSheets.js';

/** Finished sheets that wait on this device for the network; the shell hands them in (`KeptSheetsSender`). */
export function useKeptSheets() {
  const store = keptSheetsOf(useViewer().accountId);
  const kept = useSyncExternalStore(store.subscribe, store.snapshot);
  return { kept, keep: store.keep, take: store.take };
}
