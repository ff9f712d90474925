import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { IconCircleCheck, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ApplicationStatus, BenefitKind } from '../../gql/schema.js';
import { formatNumber, parseVnd } from '../../lib/format.js';
import { useFormat } from '../../lib/useFormat.js';
import { Status } from '../../ui/Status.js';
import type { RecordRow } from './application.js';
import { Choices } from './Choices.js';
import { DateField } from './DateField.js';
import fields from './fields.module.css';
import { Measures } from './Measures.js';
import type { EditDossier } from './queries.js';
import styles from './rows.module.css';

const STATUSES: ApplicationStatus[] = ['PLANNED', 'TRIAL', 'APPLIED', 'STOPPED'];
const BENEFITS: BenefitKind[] = ['COUNTED', 'ESTIMATED', 'NOT_COUNTABLE'];

interface RecordCardProps {
  record: RecordRow;
  index: number;
  units: readonly { id: string; shortName: string }[];
  errorOf: (fieldId: string) => string | undefined;
  /** The record as the server knows it, for the confirmation of the unit. */
  confirmation?: EditDossier['applicationRecords'][number];
  onChange: (record: RecordRow) => void;
  onRemove: () => void;
}

/** One place where the solution was applied: when, what changed in figures, and what it is worth. */
export function RecordCard({ record, index, units, errorOf, confirmation, onChange, onRemove }: RecordCardProps) {
  const { t } = useTranslation('initiative');
  const { formatDateTime } = useFormat();
  const at = `applicationRecords.${index}`;
  const set = (part: Partial<RecordRow>) => onChange({ ...record, ...part });
  const chooseUnit = (unitId: string) => {
    const unit = units.find(({ id }) => id === unitId);
    const wasCopied = record.place === '' || units.some(({ id, shortName }) => id === record.unitId && shortName === record.place);
    set({ unitId, place: unit && wasCopied ? unit.shortName : record.place });
  };
  return (
    <fieldset className={styles.card}>
      <legend>{record.place || t('record.title', { number: index + 1 })}</legend>
      {confirmation?.confirmedAt && confirmation.place === record.place && (
        <p className={styles.confirmed}>
          <Status tone="success" icon={IconCircleCheck}>{t('record.confirmed', { name: confirmation.confirmedBy?.fullName ?? '', at: formatDateTime(confirmation.confirmedAt) })}</Status> {t('record.confirmedHint')}
        </p>
      )}
      <NativeSelect
        id={`${at}.unitId`} label={t('record.unit')} description={t('record.unitHint')} value={record.unitId} onChange={(event) => chooseUnit(event.currentTarget.value)} error={errorOf(`${at}.unitId`)}
        data={[{ value: '', label: t('record.otherPlace') }, ...units.map(({ id, shortName }) => ({ value: id, label: shortName }))]}
      />
      <TextInput id={`${at}.place`} label={t('record.place')} description={t('record.placeHint')} value={record.place} maxLength={500} onChange={(event) => set({ place: event.currentTarget.value })} error={errorOf(`${at}.place`)} />
      <div className={fields.row}>
        <NativeSelect
          id={`${at}.status`} label={t('record.status')} value={record.status} onChange={(event) => set({ status: event.currentTarget.value as ApplicationStatus })} error={errorOf(`${at}.status`)}
          data={STATUSES.map((value) => ({ value, label: t(`applied.${value}`) }))}
        />
        <DateField id={`${at}.appliedFrom`} label={t('record.from')} hint="" value={record.appliedFrom} onChange={(appliedFrom) => set({ appliedFrom })} error={errorOf(`${at}.appliedFrom`)} />
        <DateField id={`${at}.appliedTo`} label={t('record.to')} hint="" value={record.appliedTo} onChange={(appliedTo) => set({ appliedTo })} error={errorOf(`${at}.appliedTo`)} />
      </div>
      <Checkbox id={`${at}.isFirst`} label={t('record.isFirst')} checked={record.isFirst} onChange={(event) => set({ isFirst: event.currentTarget.checked })} error={errorOf(`${at}.isFirst`)} />
      <Measures at={at} measures={record.measures} errorOf={errorOf} onChange={(measures) => set({ measures })} />
      <Choices
        id={`${at}.benefitKind`} label={t('record.benefit')} value={record.benefitKind} onChange={(benefitKind) => set({ benefitKind })} error={errorOf(`${at}.benefitKind`)}
        choices={BENEFITS.map((value) => ({ value, label: t(`benefit.${value}`) }))}
      />
      {record.benefitKind !== 'NOT_COUNTABLE' && (
        <TextInput
          id={`${at}.benefitAmount`} label={t('record.amount')} description={t('record.amountHint')} value={record.benefitAmount} inputMode="numeric" autoComplete="off" className={styles.amount}
          rightSection={<span aria-hidden>₫</span>} onChange={(event) => set({ benefitAmount: event.currentTarget.value })} error={errorOf(`${at}.benefitAmount`)}
          onBlur={() => { const amount = parseVnd(record.benefitAmount); if (amount !== null) set({ benefitAmount: formatNumber(amount, 0) }); }}
        />
      )}
      <div><Button variant="subtle" color="red" size="compact-md" leftSection={<IconTrash size={18} aria-hidden />} onClick={onRemove}>{t('record.remove')}</Button></div>
    </fieldset>
  );
}
