import { IconArchive, IconCalendar, IconCircleX, IconDoor, IconDoorEnter, IconGavel, IconScale, IconSpeakerphone, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CampaignState } from '../../gql/schema.js';
import { Status, type Tone } from '../../ui/Status.js';

const LOOKS: Record<CampaignState, readonly [Tone, Icon]> = {
  PLANNED: ['neutral', IconCalendar],
  OPEN: ['success', IconDoorEnter],
  CLOSED: ['warning', IconDoor],
  SCORING: ['info', IconScale],
  DECIDING: ['info', IconGavel],
  PUBLISHED: ['success', IconSpeakerphone],
  ARCHIVED: ['neutral', IconArchive],
  CANCELLED: ['danger', IconCircleX],
};

/** Where a campaign stands. */
export function CampaignBadge({ state }: { state: CampaignState }) {
  const { t } = useTranslation('campaign');
  const [tone, icon] = LOOKS[state];
  return <Status tone={tone} icon={icon}>{t(`state.${state}`)}</Status>;
}
