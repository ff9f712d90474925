import { Button, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { MeasureRow } from './application.js';
import fields from './fields.module.css';
import { readFigure, showFigure } from './figures.js';
import styles from './rows.module.css';

const EMPTY: MeasureRow = { name: '', unit: '', before: '', after: '', source: '' };

interface MeasuresProps {
  /** Path of the record, for the ids of the inputs. */
  at: string;
  measures: MeasureRow[];
  errorOf: (fieldId: string) => string | undefined;
  onChange: (measures: MeasureRow[]) => void;
}

/** Figures before and after: the council scores effectiveness by them. */
export function Measures({ at, measures, errorOf, onChange }: MeasuresProps) {
  const { t } = useTranslation('initiative');
  const set = (index: number, part: Partial<MeasureRow>) => onChange(measures.map((measure, each) => (each === index ? { ...measure, ...part } : measure)));
  return (
    <fieldset className={fields.group}>
      <legend>{t('measure.title')}</legend>
      <p className={fields.hint}>{t('measure.hint')}</p>
      <div className={styles.measures}>
        {measures.map((measure, index) => {
          const id = `${at}.measures.${index}`;
          const field = (name: keyof MeasureRow, isFigure = false) => ({
            id: `${id}.${name}`, value: measure[name], label: t(`measure.${name}`), error: errorOf(`${id}.${name}`), autoComplete: 'off',
            onChange: (event: React.ChangeEvent<HTMLInputElement>) => set(index, { [name]: event.currentTarget.value }),
            ...(isFigure ? { inputMode: 'decimal' as const, onBlur: () => { const figure = readFigure(measure[name]); if (figure !== null) set(index, { [name]: showFigure(figure) }); } } : {}),
          });
          return (
            <div key={index} className={styles.measure} role="group" aria-label={measure.name || t('measure.number', { number: index + 1 })}>
              <TextInput {...field('name')} className={styles.wide} maxLength={500} />
              <TextInput {...field('before', true)} />
              <TextInput {...field('after', true)} />
              <TextInput {...field('unit')} maxLength={100} />
              <TextInput {...field('source')} className={styles.wide} maxLength={500} />
              <Button
                variant="subtle" color="red" size="compact-md" leftSection={<IconTrash size={18} aria-hidden />} className={styles.drop}
                onClick={() => onChange(measures.filter((_, each) => each !== index))} aria-label={t('measure.removeNamed', { name: measure.name || t('measure.number', { number: index + 1 }) })}
              >
                {t('measure.remove')}
              </Button>
            </div>
          );
        })}
      </div>
      <Button variant="default" size="compact-md" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => onChange([...measures, EMPTY])}>{t('measure.add')}</Button>
    </fieldset>
  );
}
