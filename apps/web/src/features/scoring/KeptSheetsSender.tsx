import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient, type Client } from 'urql';
import type { SubmitScoreSheetInput } from '../../gql/schema.js';
import { readError } from '../../lib/errors.js';
import { useViewer } from '../../session/context.js';
import { toast } from '../../ui/toast.js';
import { keptSheetsOf, type KeptSheets } from './keptSheets.js';
import { afterRound, newKey, sendKept, type Attempt, type KeptSheet } from './outbox.js';
import { RefusedSheets } from './RefusedSheets.js';
import { JUDGED_ITEM, SCORING_QUEUE, SUBMIT_SHEET } from './queries.js';
import { useKeptSheets } from './useKeptSheets.js';

const AGAIN = 20_000;
const PASSING = new Set(['NETWORK', 'INTERNAL_ERROR', 'UNAVAILABLE', 'LIMIT_EXCEEDED', 'OUTCOME_UNKNOWN']);

/**
 * In the shell of every page: hands in the sheets that wait on this device as soon as the network is back, and says so.
 * What the server refused stays, with the way to its page.
 */
export default function KeptSheetsSender() {
  const { t } = useTranslation('scoring');
  const { accountId } = useViewer();
  const client = useClient();
  const { kept } = useKeptSheets();

  useEffect(() => {
    const run = async () => {
      const sent = await sendOnce(keptSheetsOf(accountId), client);
      if (sent.length === 0) return;
      toast(t('kept.sent', { count: sent.length }));
      await client.query(SCORING_QUEUE, {}, { requestPolicy: 'network-only' });
    };
    const quietly = () => void run().catch(() => undefined);
    quietly();
    window.addEventListener('online', quietly);
    const timer = window.setInterval(quietly, AGAIN);
    return () => {
      window.removeEventListener('online', quietly);
      window.clearInterval(timer);
    };
  }, [accountId, client, t]);

  const refused = kept.filter(({ refusal }) => refusal);
  return refused.length > 0 ? <RefusedSheets sheets={refused} /> : null;
}

let sending: Promise<KeptSheet[]> | null = null;

/** Tries every kept sheet once and answers which were handed in; a second call meanwhile waits for the first and sends nothing. */
async function sendOnce(store: KeptSheets, client: Client): Promise<KeptSheet[]> {
  if (sending) return sending.then(() => []);
  sending = (async () => {
    const before = await store.read();
    if (before.every(({ refusal }) => refusal)) return [];
    const { left, sent } = await sendKept(before, (input) => submit(client, input), newKey);
    await store.replace((now) => afterRound(before, left, now));
    return sent;
  })();
  try {
    return await sending;
  } finally {
    sending = null;
  }
}

/** Hands in one sheet and says what became of it. */
async function submit(client: Client, input: SubmitScoreSheetInput): Promise<Attempt> {
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
