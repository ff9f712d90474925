import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { AdopterCard } from './AdopterCard.js';
import { applicationIssues, planApplication, readApplication, tidyApplication, type AdopterRow, type Application, type RecordRow } from './application.js';
import { Choices } from './Choices.js';
import { DateField } from './DateField.js';
import { focusSoon } from './focus.js';
import fields from './fields.module.css';
import { Guidance } from './Guidance.js';
import { PersonSearch, type FoundPerson } from './PersonSearch.js';
import { CHOICES } from './queries.js';
import { RecordCard } from './RecordCard.js';
import styles from './rows.module.css';
import { SectionConflict } from './SectionConflict.js';
import { SectionFrame } from './SectionFrame.js';
import { useSectionForm, type SectionProps } from './useSectionForm.js';

const NO_MEASURE = { name: '', unit: '', before: '', after: '', source: '' };
const NOBODY: AdopterRow = { personId: null, fullName: '', birthDate: '', workplace: '', jobTitle: '', qualification: '', workDone: '' };

/** When and where it was applied, what it changed in figures, and who helped. */
export function ApplicationSection(props: SectionProps) {
  const { t } = useTranslation('initiative');
  const [{ data: choices }] = useQuery({ query: CHOICES, requestPolicy: 'cache-first' });
  const { draft, change, clash, choose, errorOf, frame } = useSectionForm<Application>(props, {
    read: readApplication, tidy: tidyApplication, plan: planApplication,
    issues: (answers) => applicationIssues(answers).map(({ key, fieldId }) => ({ text: t(`application.issue.${key}`), fieldId })),
  });
  const { applicationRecords: records, firstAdopters: adopters } = draft;
  const units = choices?.units ?? [];
  const setRecords = (next: RecordRow[]) => change({ applicationRecords: next });
  const setAdopters = (next: AdopterRow[]) => change({ firstAdopters: next });
  const addRecord = () => {
    const isFirst = records.length === 0;
    const home = isFirst ? props.dossier.submittingUnit : null;
    setRecords([...records, {
      place: home?.shortName ?? '', unitId: home?.id ?? '', appliedFrom: isFirst ? draft.firstAppliedOn : '', appliedTo: '', isFirst,
      status: isFirst && draft.firstAppliedKind === 'TRIED' ? 'TRIAL' : 'APPLIED', benefitKind: 'NOT_COUNTABLE', benefitAmount: '', measures: [NO_MEASURE],
    }]);
    focusSoon(`applicationRecords.${records.length}.place`);
  };
  const addAdopter = (person?: FoundPerson) => {
    setAdopters([...adopters, person ? { ...NOBODY, personId: person.id, fullName: person.fullName, workplace: person.unit?.shortName ?? '', jobTitle: person.position ?? '' } : NOBODY]);
    focusSoon(`firstAdopters.${adopters.length}.${person ? 'workDone' : 'fullName'}`);
  };
  const describe = (key: keyof Application & string, value: Application) => ({ label: t(`application.${key}`), text: inWords(key, value, t) });
  return (
    <SectionFrame {...props} {...frame}>
      <Choices
        id="firstAppliedKind" label={t('application.firstAppliedKind')} value={draft.firstAppliedKind} onChange={(firstAppliedKind) => change({ firstAppliedKind })} error={errorOf('firstAppliedKind')}
        choices={(['APPLIED', 'TRIED'] as const).map((value) => ({ value, label: t(`firstKind.${value}`), hint: t(`firstKindHint.${value}`) }))}
      />
      <div className={fields.row}>
        <DateField id="firstAppliedOn" label={t('application.firstAppliedOn')} value={draft.firstAppliedOn} onChange={(firstAppliedOn) => change({ firstAppliedOn })} error={errorOf('firstAppliedOn')} />
        <DateField
          id="firstApplicationEndsOn" label={t('application.firstApplicationEndsOn')} hint={t('application.endsHint')} value={draft.firstApplicationEndsOn}
          onChange={(firstApplicationEndsOn) => change({ firstApplicationEndsOn })} error={errorOf('firstApplicationEndsOn')}
        />
      </div>
      <section className={styles.part} id="applicationRecords" tabIndex={-1}>
        <h2>{t('application.applicationRecords')}</h2>
        <p className={fields.hint}>{t('application.recordsHint')}</p>
        <Guidance points={t('application.points', { returnObjects: true })} example={t('application.example')} />
        {errorOf('applicationRecords') && <p className={fields.error}>{errorOf('applicationRecords')}</p>}
        {records.map((record, index) => (
          <RecordCard
            key={index} record={record} index={index} units={units} errorOf={errorOf} confirmation={props.dossier.applicationRecords[index]}
            onChange={(next) => setRecords(records.map((each, at) => (at === index ? next : next.isFirst ? { ...each, isFirst: false } : each)))}
            onRemove={() => setRecords(records.filter((_, at) => at !== index))}
          />
        ))}
        <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={addRecord}>{t('application.addRecord')}</Button>
      </section>
      <section className={styles.part} id="firstAdopters" tabIndex={-1}>
        <h2>{t('application.firstAdopters')}</h2>
        <p className={fields.hint}>{t('application.adoptersHint')}</p>
        {adopters.map((adopter, index) => (
          <AdopterCard
            key={index} adopter={adopter} index={index} errorOf={errorOf}
            onChange={(next) => setAdopters(adopters.map((each, at) => (at === index ? next : each)))}
            onRemove={() => setAdopters(adopters.filter((_, at) => at !== index))}
          />
        ))}
        <PersonSearch
          id="addAdopter" label={t('application.findAdopter')} hint={t('application.findAdopterHint')} onChoose={addAdopter}
          taken={[...adopters.flatMap(({ personId }) => (personId ? [personId] : [])), ...props.dossier.authors.map(({ person }) => person.id)]}
        />
        <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => addAdopter()}>{t('application.addAdopter')}</Button>
      </section>
      <SectionConflict clash={clash} onChoose={choose} describe={describe} />
    </SectionFrame>
  );
}

function inWords(key: keyof Application & string, value: Application, t: ReturnType<typeof useTranslation<'initiative'>>['t']): string {
  switch (key) {
    case 'firstAppliedKind': return value.firstAppliedKind ? t(`firstKind.${value.firstAppliedKind}`) : '';
    case 'applicationRecords': return value.applicationRecords.map((record) => [
      `${record.place}, ${record.appliedFrom}${record.appliedTo && ` – ${record.appliedTo}`}, ${t(`applied.${record.status}`)}`,
      ...record.measures.map(({ name, unit, before, after }) => `  ${name}: ${before} → ${after} ${unit}`),
      ...(record.benefitAmount ? [`  ${record.benefitAmount} ₫`] : []),
    ].join('\n')).join('\n');
    case 'firstAdopters': return value.firstAdopters.map(({ fullName, workDone }) => `${fullName}: ${workDone}`).join('\n');
    default: return value[key];
  }
}
