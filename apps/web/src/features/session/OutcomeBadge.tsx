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

/** What the rules say about a dossier; short where the full words stand beside it. */
export function OutcomeBadge({ outcome, isShort = false }: { outcome: Outcome; isShort?: boolean }) {
  const { t } = useTranslation('session');
  const [tone, icon] = LOOKS[outcome];
  return <Status tone={tone} icon={icon}>{t(`${isShort ? 'outcomeShort' : 'outcome'}.${outcome}`)}</Status>;
}
