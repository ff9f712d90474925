import {
  IconAlertTriangle, IconArrowBackUp, IconCircleCheck, IconCircleDashed, IconCircleX, IconClockPause, IconGavel, IconInbox,
  IconMedal2, IconPencil, IconPlayerPause, IconScale, type Icon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { InitiativeState } from '../gql/schema.js';
import { Status, type Tone } from './Status.js';

const LOOKS: Record<InitiativeState, readonly [Tone, Icon]> = {
  DRAFT: ['neutral', IconPencil],
  SUBMITTED: ['info', IconInbox],
  SUPPLEMENT_REQUIRED: ['warning', IconAlertTriangle],
  REJECTED_FORMALLY: ['danger', IconCircleX],
  ACCEPTED: ['info', IconCircleCheck],
  WAITING_APPLICATION: ['neutral', IconCircleDashed],
  UNDER_EVALUATION: ['info', IconScale],
  COUNCIL_PASSED: ['info', IconGavel],
  COUNCIL_FAILED: ['warning', IconGavel],
  DEFERRED: ['warning', IconPlayerPause],
  RECOGNISED: ['success', IconMedal2],
  REFUSED: ['danger', IconCircleX],
  CANCELLED: ['danger', IconCircleX],
  WITHDRAWN: ['neutral', IconArrowBackUp],
  LAPSED: ['danger', IconClockPause],
};

/** The state of an initiative in the words of the national dossier status list. */
export function StatusBadge({ state }: { state: InitiativeState }) {
  const { t } = useTranslation();
  const [tone, icon] = LOOKS[state];
  return <Status tone={tone} icon={icon}>{t(`state.${state}`)}</Status>;
}
