import { IconCircleX, IconMedal2, IconRosetteDiscountCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { EffectivenessOutcome, RegisterStatus } from '../../gql/schema.js';
import { Status } from '../../ui/Status.js';

/** What was recognised: the initiative alone, or its effectiveness and replicability, too; or that it no longer holds. */
export function EffectivenessMark({ effectiveness, status }: { effectiveness: EffectivenessOutcome; status: RegisterStatus }) {
  const { t } = useTranslation('register');
  if (status === 'REVOKED') return <Status tone="danger" icon={IconCircleX}>{t('mark.revoked')}</Status>;
  if (effectiveness === 'RECOGNISED') return <Status tone="success" icon={IconRosetteDiscountCheck}>{t('mark.effective')}</Status>;
  return <Status tone="neutral" icon={IconMedal2}>{t('mark.recognised')}</Status>;
}
