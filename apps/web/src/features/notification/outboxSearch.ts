import type { DeliveryState } from '../../gql/schema.js';
import { choiceParam } from '../../lib/search.js';

/** States in the order in which somebody looks for them. */
export const DELIVERY_STATES: readonly DeliveryState[] = ['HELD', 'BOUNCED', 'FAILED', 'QUEUED', 'SENDING', 'SENT', 'CANCELLED'];

/** `?trangThai=BOUNCED`: only mailings with messages in this state. */
export function readOutboxSearch(search: Record<string, unknown>): { trangThai?: DeliveryState | undefined } {
  return { trangThai: choiceParam(search, 'trangThai', DELIVERY_STATES) };
}
