import { Textarea } from '@mantine/core';
import { useId, useState, type FocusEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/useFormat.js';
import { BandScore } from '../../ui/BandScore.js';
import type { Criterion } from './queries.js';
import { needsComment, type LineDraft, type SheetField } from './sheet.js';
import styles from './scoring.module.css';

interface CriterionFieldProps {
  criterion: Criterion;
  line: LineDraft;
  onChange: (line: LineDraft) => void;
  /** What is still missing here, once the member has tried to hand the sheet in. */
  open: SheetField | undefined;
}

/** One criterion: a condition, points within a band, or only a remark; and the comment, asked for as soon as it is needed. */
export function CriterionField({ criterion, line, onChange, open }: CriterionFieldProps) {
  const { t, i18n } = useTranslation('scoring');
  const { code, kind, guidance, name, nameEn } = criterion;
  const title = (i18n.language === 'en' && nameEn) || name;
  return (
    <div id={`line-${code}`} tabIndex={-1} className={styles.criterion} onFocus={focusFirstField}>
      {kind === 'SCORED' && (
        <BandScore
          criterion={criterion} value={line} onChange={(value) => onChange({ ...line, ...value })} id={`points-${code}`}
          error={open === 'level' || open === 'points' ? t(`field.${open}`) : undefined}
        />
      )}
      {kind === 'YES_NO_GATE' && <Gate title={title} guidance={guidance} met={line.met} onChange={(met) => onChange({ ...line, met })} error={open === 'met' ? t('field.met') : undefined} />}
      {kind === 'COMMENT_ONLY' && <><p className={styles.criterionName}>{title}</p>{guidance && <p className={styles.meta}>{guidance}</p>}</>}
      <Comment criterion={criterion} line={line} title={title} onChange={(comment) => onChange({ ...line, comment })} error={open === 'comment' ? t('field.comment') : undefined} />
    </div>
  );
}

/** The error summary leads to the criterion; its first answer takes the focus. */
function focusFirstField(event: FocusEvent<HTMLDivElement>): void {
  if (event.target !== event.currentTarget) return;
  const inputs = [...event.currentTarget.querySelectorAll<HTMLInputElement>('input')];
  (inputs.find((input) => input.type !== 'radio') ?? inputs.find((input) => input.checked) ?? inputs[0])?.focus({ preventScroll: true });
}

function Gate({ title, guidance, met, onChange, error }: { title: string; guidance?: string | null; met: boolean | null; onChange: (met: boolean) => void; error: string | undefined }) {
  const { t } = useTranslation('scoring');
  const id = useId();
  return (
    <fieldset className={styles.gate} aria-describedby={error ? `${id}-error` : undefined}>
      <legend>{title}</legend>
      {guidance && <details className={styles.guidance}><summary>{t('gate.guidance')}</summary><p>{guidance}</p></details>}
      <div className={styles.answers}>
        {[true, false].map((answer) => (
          <label key={String(answer)} className={styles.answer}><input type="radio" name={id} checked={met === answer} onChange={() => onChange(answer)} /> {t(answer ? 'gate.yes' : 'gate.no')}</label>
        ))}
      </div>
      {error && <p id={`${id}-error`} className={styles.error}>{error}</p>}
    </fieldset>
  );
}

function Comment({ criterion, line, title, onChange, error }: { criterion: Criterion; line: LineDraft; title: string; onChange: (comment: string) => void; error: string | undefined }) {
  const { t } = useTranslation('scoring');
  const { formatPoints } = useFormat();
  const [isWanted, setWanted] = useState(false);
  const need = needsComment(criterion, line);
  const isOpen = need !== null || isWanted || line.comment !== '';
  const why = need && t(`why.${need}`, { points: formatPoints((need === 'BELOW' ? criterion.commentRequiredBelow : criterion.commentRequiredFrom) ?? 0) });
  return (
    <>
      <p role="status" className={styles.why}>{why}</p>
      {isOpen
        ? (
          <Textarea
            id={`comment-${criterion.code}`} label={need ? t('comment.required') : t('comment.optional')} aria-label={t('comment.named', { name: title })} autosize minRows={2} maxLength={5000}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- it opens because its button was pressed; the caret belongs there
            error={error} autoFocus={isWanted && line.comment === ''} value={line.comment} onChange={(event) => onChange(event.currentTarget.value)}
          />
        )
        : <button type="button" className={styles.addComment} onClick={() => setWanted(true)} aria-label={t('comment.addNamed', { name: title })}>{t('comment.add')}</button>}
    </>
  );
}
