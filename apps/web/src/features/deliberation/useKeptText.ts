import { useEffect, useState } from 'react';
import { useViewer } from '../../session/context.js';

/** Text that a reload or a look at another page does not lose. It stays in this tab and goes with it. */
export function useKeptText(id: string): [text: string, setText: (text: string) => void] {
  const { accountId } = useViewer();
  const key = `khoi/${accountId}/${id}`;
  const [text, setText] = useState(() => read(key));
  useEffect(() => {
    try {
      if (text === '') sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, text);
    } catch {
      // Without storage the text is kept as long as the page.
    }
  }, [key, text]);
  return [text, setText];
}

/** Whether words wait there that were not sent. */
export function useHasKeptText(id: string): boolean {
  const { accountId } = useViewer();
  return read(`khoi/${accountId}/${id}`) !== '';
}

function read(key: string): string {
  try {
    return sessionStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}
