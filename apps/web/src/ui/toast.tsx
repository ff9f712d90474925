import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './toast.module.css';

interface Toast {
  id: number;
  text: string;
  undo?: () => void;
}

const SHORT = 5000;
/** Long enough to read, decide and reach the button (10 s for acts that can be taken back). */
const WITH_UNDO = 10_000;

let toasts: readonly Toast[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

function set(next: readonly Toast[]): void {
  toasts = next;
  listeners.forEach((listener) => listener());
}

/** A small confirmation that goes away by itself, with a way back where there is one. Never for errors or saving. */
export function toast(text: string, { undo }: { undo?: () => void } = {}): void {
  const id = nextId++;
  set([...toasts, { id, text, undo }]);
  window.setTimeout(() => dismiss(id), undo ? WITH_UNDO : SHORT);
}

function dismiss(id: number): void {
  set(toasts.filter((each) => each.id !== id));
}

/** Where toasts appear; once, in the root. */
export function Toasts() {
  const { t } = useTranslation();
  const shown = useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, () => toasts);
  return (
    <div className={styles.place} role="status" data-no-print>
      {shown.map(({ id, text, undo }) => (
        <div key={id} className={styles.toast}>
          <span>{text}</span>
          {undo && <button type="button" onClick={() => { dismiss(id); undo(); }}>{t('action.undo')}</button>}
          <button type="button" onClick={() => dismiss(id)} aria-label={t('action.close')}>✕</button>
        </div>
      ))}
    </div>
  );
}
