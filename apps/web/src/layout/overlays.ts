import { useSyncExternalStore } from 'react';

/** The overlays that belong to the shell; one is open at a time. */
export type Overlay = 'palette' | 'shortcuts' | null;

let open: Overlay = null;
const listeners = new Set<() => void>();

function set(next: Overlay): void {
  open = next;
  listeners.forEach((listener) => listener());
}

export const openPalette = () => set('palette');
export const openShortcuts = () => set('shortcuts');
export const closeOverlay = () => set(null);

export function useOverlay(): Overlay {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, () => open);
}
