import { Button, Textarea, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AdopterRow } from './application.js';
import { DateField } from './DateField.js';
import fields from './fields.module.css';
import styles from './rows.module.css';

interface AdopterCardProps {
  adopter: AdopterRow;
  index: number;
  errorOf: (fieldId: string) => string | undefined;
  onChange: (adopter: AdopterRow) => void;
  onRemove: () => void;
}

/** Somebody who took part in the first application, with the columns of the legal form (Circular 18/2013, Annex I). */
export function AdopterCard({ adopter, index, errorOf, onChange, onRemove }: AdopterCardProps) {
  const { t } = useTranslation('initiative');
  const field = (name: Exclude<keyof AdopterRow, 'personId'>) => ({
    id: `firstAdopters.${index}.${name}`, label: t(`adopter.${name}`), value: adopter[name], error: errorOf(`firstAdopters.${index}.${name}`),
  });
  const text = (name: Exclude<keyof AdopterRow, 'personId' | 'birthDate'>) => ({
    ...field(name), autoComplete: 'off',
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => onChange({ ...adopter, [name]: event.currentTarget.value }),
  });
  return (
    <fieldset className={styles.card}>
      <legend>{adopter.fullName || t('adopter.number', { number: index + 1 })}</legend>
      <div className={fields.row}>
        <TextInput {...text('fullName')} maxLength={200} spellCheck={false} readOnly={adopter.personId !== null} error={errorOf(`firstAdopters.${index}.personId`) ?? errorOf(`firstAdopters.${index}.fullName`)} />
        <TextInput {...text('workplace')} maxLength={500} />
        <TextInput {...text('jobTitle')} maxLength={500} />
        <TextInput {...text('qualification')} maxLength={500} />
        <DateField {...field('birthDate')} hint="" onChange={(birthDate) => onChange({ ...adopter, birthDate })} />
      </div>
      <Textarea {...text('workDone')} autosize minRows={2} maxRows={8} />
      <div><Button variant="subtle" color="red" size="compact-md" leftSection={<IconTrash size={18} aria-hidden />} onClick={onRemove}>{t('adopter.remove')}</Button></div>
    </fieldset>
  );
}
