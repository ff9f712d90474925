import {
  IconAlertTriangle, IconBan, IconCheck, IconClockHour4, IconHandStop, IconMailForward, IconMailX, type Icon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DeliveryState } from '../../gql/schema.js';
import { Status, type Tone } from '../../ui/Status.js';

const LOOKS: Record<DeliveryState, [tone: Tone, icon: Icon]> = {
  HELD: ['warning', IconHandStop], QUEUED: ['info', IconClockHour4], SENDING: ['info', IconMailForward], SENT: ['success', IconCheck],
  BOUNCED: ['danger', IconMailX], FAILED: ['danger', IconAlertTriangle], CANCELLED: ['neutral', IconBan],
};

/** What became of a mail, in a word; with how many of them where there are several. */
export function DeliveryStatus({ state, count }: { state: DeliveryState; count?: number }) {
  const { t } = useTranslation('notification');
  const [tone, icon] = LOOKS[state];
  const word = t(`outbox.state.${state}`);
  return <Status tone={tone} icon={icon}>{count === undefined ? word : t('outbox.counted', { word, count })}</Status>;
}
