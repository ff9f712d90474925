import { IconCircleCheck, IconCircleX, IconPlayerPause, IconRosetteDiscountCheck, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Outcome } from '../../gql/schema.js';
import { Status, type Tone } from '../../ui/Status.js';

const LOOKS: Record<Outcome, readonly [Tone, Icon]> = {
  EFFECTIVE_AND_REPLICABLE: ['success', IconRosetteDiscountCheck],
  RECOGNISED_ONLY: ['info', IconCircleCheck],
  NOT_RECOGNISED: ['danger', IconCircleX],
  DEFERRED: ['warning', IconPlayerPause],
};

/** What the rules say about a dossier. */
export function OutcomeBadge({ outcome }: { outcome: Outcome }) {
  const { t } = useTranslation('session');
  const [tone, icon] = LOOKS[outcome];
  return <Status tone={tone} icon={icon}>{t(`outcome.${outcome}`)}</Status>;
}
