import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/useFormat.js';
import { KeyValue } from '../../ui/KeyValue.js';
import type { IntakeDossier } from './queries.js';

/** The first page of the legal form: what kind of solution, from where, applied since when. */
export function DossierFacts({ dossier }: { dossier: IntakeDossier }) {
  const { t, i18n } = useTranslation('intake');
  const { formatDate, formatDateTime } = useFormat();
  const { kind, field, submittingUnit, investorUnit, investorName, isStateFunded, firstAppliedOn, firstAppliedKind, firstApplicationEndsOn, receipt, campaign } = dossier;
  const investor = [investorUnit?.shortName ?? investorName, isStateFunded ? t('facts.stateFunded') : null].filter(Boolean).join(' · ');
  return (
    <KeyValue items={[
      { label: t('facts.campaign'), value: campaign.name },
      { label: t('facts.receipt'), value: receipt && t('facts.receiptAt', { number: receipt.number, at: formatDateTime(receipt.at) }) },
      { label: t('facts.kind'), value: kind && t(`kind.${kind}`) },
      { label: t('facts.field'), value: field && ((i18n.language === 'en' && field.nameEn) || field.name) },
      { label: t('facts.unit'), value: submittingUnit?.shortName },
      { label: t('facts.investor'), value: investor },
      { label: t('facts.firstApplied'), value: firstAppliedOn && `${formatDate(firstAppliedOn)}${firstAppliedKind ? ` (${t(`firstAppliedKind.${firstAppliedKind}`)})` : ''}` },
      ...(firstApplicationEndsOn ? [{ label: t('facts.firstEnds'), value: formatDate(firstApplicationEndsOn) }] : []),
    ]} />
  );
}
