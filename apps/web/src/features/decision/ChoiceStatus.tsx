import { IconCircleDashed, IconCircleX, IconMedal2, IconRosetteDiscountCheck, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Status, type Tone } from '../../ui/Status.js';
import type { Choice } from './decisionRules.js';

const LOOKS: Record<Choice, readonly [Tone, Icon]> = {
  EFFECTIVE: ['success', IconRosetteDiscountCheck], RECOGNISED: ['info', IconMedal2], REFUSED: ['danger', IconCircleX],
};

/** A decision or advice in a word and a sign; "chưa quyết định" before. */
export function ChoiceStatus({ choice }: { choice: Choice | null }) {
  const { t } = useTranslation('decision');
  if (choice === null) return <Status tone="neutral" icon={IconCircleDashed}>{t('choiceShort.OPEN')}</Status>;
  const [tone, icon] = LOOKS[choice];
  return <Status tone={tone} icon={icon}>{t(`choiceShort.${choice}`)}</Status>;
}
