import { useCallback, useState } from 'react';
import type { Draft } from './decisionRules.js';

type Drafts = Record<string, Draft>;

export interface DraftStore {
  drafts: Drafts;
  write: (itemId: string, draft: Draft) => void;
  forget: (itemId: string) => void;
}

/**
 * What was begun and not saved, per item. It outlives moving between items and a reload of the tab, but not the tab:
 * the head's considerations do not stay on a shared computer.
 */
export function useDrafts(decisionId: string): DraftStore {
  const key = `khoi.decision.${decisionId}`;
  const [drafts, setDrafts] = useState<Drafts>(() => read(key));
  const change = useCallback((next: (now: Drafts) => Drafts) => setDrafts((now) => {
    const then = next(now);
    keep(key, then);
    return then;
  }), [key]);
  return {
    drafts,
    write: useCallback((itemId, draft) => change((now) => ({ ...now, [itemId]: draft })), [change]),
    forget: useCallback((itemId) => change(({ [itemId]: _done, ...rest }) => rest), [change]),
  };
}

function read(key: string): Drafts {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '{}') as Drafts;
  } catch {
    return {};
  }
}

function keep(key: string, drafts: Drafts): void {
  try {
    if (Object.keys(drafts).length === 0) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(drafts));
  } catch {
    // Without storage the drafts last as long as the page.
  }
}
