import { get, update } from 'idb-keyval';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient, type Client } from 'urql';
import type { SubmitScoreSheetInput } from '../../gql/schema.js';
import { readError } from '../../lib/errors.js';
import { useViewer } from '../../session/context.js';
import { toast } from '../../ui/toast.js';
import { newKey, sendKept, type Attempt, type KeptSheet } from './outbox.js';
import { JUDGED_ITEM, SCORING_QUEUE, SUBMIT_SHEET } from './queries.js';

const AGAIN = 20_000;
const PASSING = new Set(['NETWORK', 'INTERNAL_ERROR', 'UNAVAILABLE', 'LIMIT_EXCEEDED', 'OUTCOME_UNKNOWN']);

/** Finished sheets that wait on this device for the network, and the sender that hands them in once it is back. */
export function useKeptSheets() {
  const { t } = useTranslation('scoring');
  const { accountId } = useViewer();
  const client = useClient();
  const key = `khoi/${accountId}/kept-sheets`;
  const [kept, setKept] = useState<KeptSheet[]>([]);
  const isSending = useRef(false);

  const replace = useCallback(async (change: (list: KeptSheet[]) => KeptSheet[]) => {
    await update<KeptSheet[]>(key, (before) => change(before ?? []));
    setKept((await get<KeptSheet[]>(key)) ?? []);
  }, [key]);

  const send = useCallback(async () => {
    if (isSending.current) return;
    isSending.current = true;
    try {
      const before = (await get<KeptSheet[]>(key).catch(() => undefined)) ?? [];
      if (before.length === 0) return setKept([]);
      const { left, sent } = await sendKept(before, (input) => submit(client, input), newKey);
      const tried = new Set(before.map(({ input }) => input.itemId));
      await replace((now) => [...left, ...now.filter(({ input }) => !tried.has(input.itemId))]);
      if (sent.length === 0) return;
      toast(t('kept.sent', { count: sent.length }));
      await client.query(SCORING_QUEUE, {}, { requestPolicy: 'network-only' });
    } finally {
      isSending.current = false;
    }
  }, [client, key, replace, t]);

  useEffect(() => {
    const run = () => void send();
    run();
    window.addEventListener('online', run);
    const timer = window.setInterval(run, AGAIN);
    return () => {
      window.removeEventListener('online', run);
      window.clearInterval(timer);
    };
  }, [send]);

  return {
    kept,
    keep: useCallback((sheet: KeptSheet) => replace((list) => [...list.filter(({ input }) => input.itemId !== sheet.input.itemId), sheet]), [replace]),
    /** Takes a sheet back to change it, or gives it up. */
    take: useCallback((itemId: string) => replace((list) => list.filter(({ input }) => input.itemId !== itemId)), [replace]),
  };
}

/** Hands in one sheet and says what became of it. */
export async function submit(client: Client, input: SubmitScoreSheetInput): Promise<Attempt> {
  const { error } = await client.mutation(SUBMIT_SHEET, { input });
  if (!error) return { outcome: 'SENT' };
  const { code } = readError(error);
  if (PASSING.has(code)) return { outcome: 'OFFLINE' };
  if (code !== 'REVISION_CONFLICT' && code !== 'SHEET_SUBMITTED') return { outcome: 'REFUSED', code };
  const { data } = await client.query(JUDGED_ITEM, { id: input.itemId }, { requestPolicy: 'network-only' });
  if (!data) return { outcome: 'OFFLINE' };
  const sheet = data.agendaItem.mySheet;
  return { outcome: 'OUTDATED', revision: sheet?.state === 'SUBMITTED' ? null : sheet?.revision ?? 0 };
}
