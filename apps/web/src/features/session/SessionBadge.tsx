import { IconBallpen, IconCircleX, IconListCheck, IconLock, IconMailOpened, IconPencil, IconReportAnalytics, IconScale, IconSignature, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SessionState } from '../../gql/schema.js';
import { Status, type Tone } from '../../ui/Status.js';

const LOOKS: Record<SessionState, readonly [Tone, Icon]> = {
  DRAFT: ['neutral', IconPencil],
  CONVENED: ['info', IconMailOpened],
  SCORING: ['info', IconScale],
  SCORED: ['warning', IconListCheck],
  BALLOTING: ['info', IconBallpen],
  COUNTED: ['warning', IconReportAnalytics],
  MINUTES_DRAFT: ['warning', IconSignature],
  LOCKED: ['success', IconLock],
  CANCELLED: ['danger', IconCircleX],
};

/** Where a session stands. */
export function SessionBadge({ state }: { state: SessionState }) {
  const { t } = useTranslation('session');
  const [tone, icon] = LOOKS[state];
  return <Status tone={tone} icon={icon}>{t(`state.${state}`)}</Status>;
}
