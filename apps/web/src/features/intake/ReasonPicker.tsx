import { Checkbox, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Reason } from './queries.js';
import { bySection, toggle, type Picked } from './reasons.js';
import styles from './intake.module.css';

interface ReasonPickerProps {
  library: readonly Reason[];
  picked: Picked;
  onChange: (picked: Picked) => void;
}

/** The library of reasons by section; each one ticked may carry a note about this very dossier. */
export function ReasonPicker({ library, picked, onChange }: ReasonPickerProps) {
  const { t } = useTranslation('intake');
  return (
    <>
      {bySection(library).map(({ section, items }) => (
        <fieldset key={section} className={styles.reasons}>
          <legend>{t(`section.${section}`)}</legend>
          {items.map((reason) => {
            const isPicked = picked.codes.includes(reason.code);
            return (
              <div key={reason.code} className={styles.reason}>
                <Checkbox
                  id={`reason-${reason.code}`} label={reason.text} description={reason.legalBasis ?? undefined} checked={isPicked}
                  onChange={() => onChange(toggle(picked, reason.code))}
                />
                {isPicked && (
                  <Textarea
                    className={styles.reasonNote} label={t('dialog.note')} description={reason.fix ?? undefined} autosize minRows={1} maxLength={2000}
                    value={picked.notes[reason.code] ?? ''} onChange={(event) => onChange({ ...picked, notes: { ...picked.notes, [reason.code]: event.currentTarget.value } })}
                  />
                )}
              </div>
            );
          })}
        </fieldset>
      ))}
    </>
  );
}
