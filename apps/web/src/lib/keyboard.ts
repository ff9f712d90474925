import { useEffect, useRef, useState, useSyncExternalStore } from 'react';

const SETTING = 'khoi.singleKeys';
const listeners = new Set<() => void>();

function readSetting(): boolean {
  try {
    return localStorage.getItem(SETTING) !== 'off';
  } catch {
    return true;
  }
}

let singleKeys = readSetting();

/** Whether single-letter shortcuts (j, k, ?) are on; people can turn them off (WCAG 2.1.4). */
export function useSingleKeys(): [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, () => singleKeys);
  return [on, setSingleKeys];
}

function setSingleKeys(on: boolean): void {
  singleKeys = on;
  try {
    localStorage.setItem(SETTING, on ? 'on' : 'off');
  } catch {
    // Without storage the setting lasts as long as the page.
  }
  listeners.forEach((listener) => listener());
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

/** Listens for one key on the whole page. `mod` means Ctrl, or ⌘ on a Mac. Single letters rest while someone types. */
export function useHotkey(key: string, run: (event: KeyboardEvent) => void, options: { mod?: boolean; enabled?: boolean } = {}): void {
  const latest = useRef(run);
  latest.current = run;
  const { mod = false, enabled = true } = options;
  useEffect(() => {
    if (!enabled) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented || event.altKey) return;
      if (event.key.toLowerCase() !== key.toLowerCase() || (event.ctrlKey || event.metaKey) !== mod) return;
      if (!mod && (!singleKeys || isTyping(event.target) || document.querySelector('[role="dialog"][aria-modal="true"]'))) return;
      latest.current(event);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [key, mod, enabled]);
}

/** Ctrl+Enter does what the page's main button does, from any field. */
export function usePrimaryAction(run: () => void, enabled = true): void {
  useHotkey('Enter', (event) => {
    event.preventDefault();
    run();
  }, { mod: true, enabled });
}

/**
 * j and k move through a list of `count` rows, Enter opens the chosen one. Give each row `rowProps(index)`; the row
 * that is chosen gets focus, so that screen readers and the visible focus agree. Rows must be focusable or hold the
 * link themselves: `rowProps` sets `tabIndex`.
 */
export function useListNavigation(count: number, onOpen?: (index: number) => void) {
  const [active, setActive] = useState(-1);
  const rows = useRef(new Map<number, HTMLElement>());
  const go = (index: number) => {
    const next = Math.max(0, Math.min(count - 1, index));
    setActive(next);
    const row = rows.current.get(next);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
  };
  useHotkey('j', () => go(active + 1), { enabled: count > 0 });
  useHotkey('k', () => go(active - 1), { enabled: count > 0 });
  const rowProps = (index: number) => ({
    ref: (element: HTMLElement | null) => {
      if (element) rows.current.set(index, element);
      else rows.current.delete(index);
    },
    tabIndex: index === Math.max(active, 0) ? 0 : -1,
    'data-active': index === active || undefined,
    onFocus: () => setActive(index),
    onKeyDown: (event: React.KeyboardEvent) => {
      if (event.key === 'Enter' && event.target === event.currentTarget) onOpen?.(index);
    },
  });
  return { active, setActive, rowProps };
}
