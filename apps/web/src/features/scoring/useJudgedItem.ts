import { useCallback, useEffect, useState } from 'react';
import { useClient, type CombinedError } from 'urql';
import { readError } from '../../lib/errors.js';
import { JUDGED_ITEM, type JudgedItem } from './queries.js';

/**
 * The dossier and the own sheet, asked for once: saving must not fetch them again under the member's hands. Without a
 * network, what was read ahead is used.
 */
export function useJudgedItem(itemId: string) {
  const client = useClient();
  const [answer, setAnswer] = useState<{ item?: JudgedItem; error?: CombinedError; round: number }>({ round: 0 });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    const load = async () => {
      const { data, error } = await client.query(JUDGED_ITEM, { id: itemId }, { requestPolicy: 'network-only' });
      const isOffline = error !== undefined && readError(error).code === 'NETWORK';
      const kept = isOffline ? (await client.query(JUDGED_ITEM, { id: itemId }, { requestPolicy: 'cache-only' })).data : undefined;
      if (isCurrent) setAnswer({ item: (data ?? kept)?.agendaItem, error, round });
    };
    void load();
    return () => { isCurrent = false; };
  }, [client, itemId, round]);
  return { ...answer, reload: useCallback(() => setRound((before) => before + 1), []) };
}

/** Reads the next dossier ahead, so that it opens at once and also without a network. */
export function useReadAhead(itemId: string | undefined): void {
  const client = useClient();
  useEffect(() => {
    if (itemId) void client.query(JUDGED_ITEM, { id: itemId }, { requestPolicy: 'cache-first' }).toPromise();
  }, [client, itemId]);
}
