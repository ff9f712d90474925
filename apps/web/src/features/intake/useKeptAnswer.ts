import { del, get, set } from 'idb-keyval';
import { useCallback, useEffect, useState } from 'react';
import { useViewer } from '../../session/context.js';
import { NOTHING_PICKED, type Picked } from './reasons.js';

/**
 * An answer that is being written, kept on this device until it is sent: an officer who is called away finds every tick
 * and word again. It belongs to one version of one dossier, because a newer version is judged anew.
 */
export function useKeptAnswer(dossierId: string, version: number, answer: string) {
  const { accountId } = useViewer();
  const key = `khoi/${accountId}/answer/${dossierId}/${version}/${answer}`;
  const [picked, setPicked] = useState<Picked | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void get<Picked>(key).catch(() => undefined).then((kept) => { if (isCurrent) setPicked(kept ?? NOTHING_PICKED); });
    return () => { isCurrent = false; };
  }, [key]);
  const change = useCallback((next: Picked) => {
    setPicked(next);
    void set(key, next).catch(() => undefined);
  }, [key]);
  const forget = useCallback(() => del(key).catch(() => undefined), [key]);
  return { picked, change, forget };
}
