import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import type { InitiativeKind } from '../../gql/schema.js';
import { CharacterCounter } from '../../ui/CharacterCounter.js';
import { Choices } from './Choices.js';
import styles from './fields.module.css';
import { Guidance } from './Guidance.js';
import { CHOICES, SAVE_INITIATIVE, type EditDossier } from './queries.js';
import { SectionConflict } from './SectionConflict.js';
import { SectionFrame } from './SectionFrame.js';
import { useSectionForm, type SectionProps } from './useSectionForm.js';

/** Characters of a title that a register can print on two lines. */
const TITLE_SUGGESTED = 150;
const KINDS = ['TECHNICAL', 'MANAGEMENT', 'OPERATIONAL', 'TECH_APPLICATION'] as const satisfies readonly InitiativeKind[];
const INVESTORS = ['AUTHOR', 'UNIT', 'OTHER'] as const;

interface Investor {
  who: (typeof INVESTORS)[number];
  unitId: string;
  name: string;
}

type General = {
  title: string;
  kind: InitiativeKind | null;
  fieldId: string;
  submittingUnitId: string;
  investor: Investor;
  isStateFunded: boolean;
};

function read(dossier: EditDossier): General {
  const { investorUnit, investorName } = dossier;
  return {
    title: dossier.title,
    kind: dossier.kind ?? null,
    fieldId: dossier.field?.id ?? '',
    submittingUnitId: dossier.submittingUnit?.id ?? '',
    investor: { who: investorUnit ? 'UNIT' : investorName ? 'OTHER' : 'AUTHOR', unitId: investorUnit?.id ?? '', name: investorName ?? '' },
    isStateFunded: dossier.isStateFunded ?? false,
  };
}

function isKnown({ who, unitId, name }: Investor): boolean {
  return who === 'AUTHOR' || (who === 'UNIT' ? unitId !== '' : name.trim() !== '');
}

function answer(key: keyof General, draft: General): Record<string, unknown> {
  const { investor } = draft;
  switch (key) {
    case 'fieldId': return { fieldId: draft.fieldId || null };
    case 'submittingUnitId': return { submittingUnitId: draft.submittingUnitId || null };
    case 'investor': return {
      investorUnitId: investor.who === 'UNIT' ? investor.unitId : null,
      investorName: investor.who === 'OTHER' ? investor.name.trim() : null,
    };
    case 'title': return { title: draft.title.trim() };
    default: return { [key]: draft[key] };
  }
}

/** Title, kind, field, unit and who paid. */
export function GeneralSection(props: SectionProps) {
  const { t, i18n } = useTranslation('initiative');
  const [{ data: choices }] = useQuery({ query: CHOICES, requestPolicy: 'cache-first' });
  const { draft, change, clash, choose, errorOf, frame } = useSectionForm<General>(props, {
    read,
    tidy: (general) => ({
      ...general,
      title: general.title.normalize('NFC').trim(),
      investor: read({ ...props.dossier, investorUnit: unit(general), investorName: other(general) }).investor,
    }),
    plan: (general, changed) => {
      const sent = changed.filter((key) => (key === 'title' ? general.title.trim() !== '' : key !== 'investor' || isKnown(general.investor)));
      const input = Object.assign({}, ...sent.map((key) => answer(key, general))) as Record<string, unknown>;
      return { steps: sent.length > 0 ? [{ document: SAVE_INITIATIVE, input, keys: sent }] : [], isComplete: sent.length === changed.length };
    },
    issues: ({ title, investor }) => [
      ...(title.trim() === '' ? [{ text: t('missing.title'), fieldId: 'title' }] : []),
      ...(isKnown(investor) ? [] : [{ text: t('general.investorMissing'), fieldId: investor.who === 'UNIT' ? 'investorUnitId' : 'investorName' }]),
    ],
  });
  const { investor } = draft;
  const units = [{ value: '', label: t('general.chooseUnit') }, ...(choices?.units ?? []).map(({ id, shortName }) => ({ value: id, label: shortName }))];
  const fields = [{ value: '', label: t('general.chooseField') }, ...(choices?.fields ?? []).map(({ id, name, nameEn }) => ({ value: id, label: (i18n.language === 'en' && nameEn) || name }))];
  const nameOf = (list: typeof units, id: string) => (id ? list.find(({ value }) => value === id)?.label ?? '' : '');
  const describe = (key: keyof General & string, general: General) => ({
    label: t(`general.${key}`),
    text: {
      title: general.title,
      kind: general.kind ? t(`kind.${general.kind}`) : '',
      fieldId: nameOf(fields, general.fieldId),
      submittingUnitId: nameOf(units, general.submittingUnitId),
      investor: general.investor.who === 'UNIT' ? nameOf(units, general.investor.unitId) : general.investor.who === 'OTHER' ? general.investor.name : t('investor.AUTHOR'),
      isStateFunded: t(general.isStateFunded ? 'yes' : 'no'),
    }[key],
  });
  return (
    <SectionFrame {...props} {...frame}>
      <div>
        <Textarea
          id="title" label={t('general.title')} description={t('general.titleHint')} value={draft.title} autosize minRows={2} maxLength={500} error={errorOf('title')}
          onChange={(event) => change({ title: event.currentTarget.value.replace(/\s*\n\s*/g, ' ') })}
        />
        <div className={styles.counter}><CharacterCounter value={draft.title} max={TITLE_SUGGESTED} /></div>
        <Guidance points={t('general.titlePoints', { returnObjects: true })} example={t('general.titleExample')} />
      </div>
      <Choices
        id="kind" label={t('general.kind')} value={draft.kind} onChange={(kind) => change({ kind })} error={errorOf('kind')}
        choices={KINDS.map((value) => ({ value, label: t(`kind.${value}`), hint: t(`kindHint.${value}`) }))}
      />
      <NativeSelect id="fieldId" label={t('general.fieldId')} data={fields} value={draft.fieldId} onChange={(event) => change({ fieldId: event.currentTarget.value })} error={errorOf('fieldId')} />
      <NativeSelect
        id="submittingUnitId" label={t('general.submittingUnitId')} description={t('general.submittingUnitHint')} data={units} value={draft.submittingUnitId}
        onChange={(event) => change({ submittingUnitId: event.currentTarget.value })} error={errorOf('submittingUnitId')}
      />
      <div className={styles.choices}>
        <Choices
          id="investor" label={t('general.investor')} hint={t('general.investorHint')} value={investor.who} onChange={(who) => change({ investor: { ...investor, who } })}
          choices={INVESTORS.map((value) => ({ value, label: t(`investor.${value}`) }))}
        />
        {investor.who === 'UNIT' && (
          <NativeSelect
            id="investorUnitId" label={t('general.investorUnit')} data={units} value={investor.unitId} error={errorOf('investorUnitId')}
            onChange={(event) => change({ investor: { ...investor, unitId: event.currentTarget.value } })}
          />
        )}
        {investor.who === 'OTHER' && (
          <TextInput
            id="investorName" label={t('general.investorName')} value={investor.name} maxLength={500} error={errorOf('investorName')}
            onChange={(event) => change({ investor: { ...investor, name: event.currentTarget.value } })}
          />
        )}
        <Checkbox id="isStateFunded" label={t('general.isStateFunded')} checked={draft.isStateFunded} onChange={(event) => change({ isStateFunded: event.currentTarget.checked })} />
      </div>
      <SectionConflict clash={clash} onChoose={choose} describe={describe} />
    </SectionFrame>
  );
}

function unit({ investor }: General): EditDossier['investorUnit'] {
  return investor.who === 'UNIT' && investor.unitId ? { id: investor.unitId, shortName: '' } : null;
}

function other({ investor }: General): string | null {
  return investor.who === 'OTHER' ? investor.name.normalize('NFC').trim() : null;
}
