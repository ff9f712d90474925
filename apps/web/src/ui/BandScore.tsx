import { VisuallyHidden } from '@mantine/core';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Criterion, CriterionLevel } from '../gql/schema.js';
import { formatPoints, parseHundredths } from '../lib/format.js';
import { clampToStep, nudge } from '../lib/points.js';
import styles from './BandScore.module.css';

export interface BandValue {
  levelCode: string | null;
  /** Hundredths of a point; null until chosen. */
  points: number | null;
}

export interface BandScoreProps {
  criterion: Pick<Criterion, 'code' | 'name' | 'nameEn' | 'guidance' | 'minPoints' | 'maxPoints' | 'step'> & {
    levels: Pick<CriterionLevel, 'code' | 'label' | 'labelEn' | 'min' | 'max'>[];
  };
  value: BandValue;
  onChange: (value: BandValue) => void;
  error?: string;
  isReadOnly?: boolean;
  /** Id of the number field, so that an error summary can lead to it. */
  id?: string;
}

/**
 * One criterion of a score sheet: first a band (radio buttons with the rubric's words), then a number inside it, by arrow
 * keys, buttons or typing. A criterion without bands is only a number between its minimum and maximum.
 */
export function BandScore({ criterion, value, onChange, error, isReadOnly = false, id }: BandScoreProps) {
  const { t, i18n } = useTranslation();
  const group = useId();
  const inputId = id ?? `${group}-points`;
  const isEnglish = i18n.language === 'en';
  const level = criterion.levels.find((each) => each.code === value.levelCode);
  const hasBands = criterion.levels.length > 0;
  const range = level ?? (hasBands ? null : { min: criterion.minPoints, max: criterion.maxPoints });
  const choose = (next: BandScoreProps['criterion']['levels'][number]) => {
    const kept = value.points !== null && value.points >= next.min && value.points <= next.max ? value.points : next.min === next.max ? next.min : null;
    onChange({ levelCode: next.code, points: kept });
  };
  return (
    <fieldset className={styles.score} disabled={isReadOnly} aria-describedby={error ? `${group}-error` : undefined}>
      <legend>
        {(isEnglish && criterion.nameEn) || criterion.name}{' '}
        <span className={styles.range}>({t('band.range', { min: formatPoints(criterion.minPoints), max: formatPoints(criterion.maxPoints) })})</span>
      </legend>
      {criterion.guidance && <p className={styles.guidance}>{criterion.guidance}</p>}
      {hasBands && (
        <div className={styles.bands}>
          {criterion.levels.map((each) => (
            <label key={each.code} className={styles.band}>
              <input type="radio" name={group} value={each.code} checked={each.code === value.levelCode} onChange={() => choose(each)} />
              <span>{(isEnglish && each.labelEn) || each.label}</span>
              <span className={styles.range}>{each.min === each.max ? t('band.single', { points: formatPoints(each.min) }) : t('band.range', { min: formatPoints(each.min), max: formatPoints(each.max) })}</span>
            </label>
          ))}
        </div>
      )}
      {range && range.min !== range.max && (
        <Points
          id={inputId} label={t(hasBands ? 'band.points' : 'band.pointsFree', { min: formatPoints(range.min), max: formatPoints(range.max) })} points={value.points} min={range.min} max={range.max} step={criterion.step} hasError={Boolean(error)}
          unfit={t(hasBands ? 'band.unfit' : 'band.unfitFree', { min: formatPoints(range.min), max: formatPoints(range.max), step: formatPoints(criterion.step) })} describedBy={`${group}-hint`}
          onChange={(points) => onChange({ levelCode: value.levelCode, points })}
        />
      )}
      {hasBands && !range && <VisuallyHidden>{t('band.noBand')}</VisuallyHidden>}
      {range && range.min !== range.max && <span id={`${group}-hint`} className={styles.hint}>{t('band.pointsHint', { step: formatPoints(criterion.step) })}</span>}
      {error && <p id={`${group}-error`} className={styles.error}><VisuallyHidden>{t('errorPrefix')} </VisuallyHidden>{error}</p>}
    </fieldset>
  );
}

interface PointsProps {
  id: string;
  label: string;
  points: number | null;
  min: number;
  max: number;
  step: number;
  hasError: boolean;
  /** What to say about a typed number that may not be given here. */
  unfit: string;
  describedBy: string;
  onChange: (points: number | null) => void;
}

/** The number inside the band. One that does not fit stays as it was typed and is not given; it is never cut to the band. */
function Points({ id, label, points, min, max, step, hasError, unfit, describedBy, onChange }: PointsProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  const [isLeft, setLeft] = useState(false);
  const fitting = (text: string): number | null => {
    const read = parseHundredths(text);
    return read !== null && clampToStep(read, { min, max, step }) === read ? read : null;
  };
  const type = (text: string) => {
    setTyped(text);
    onChange(fitting(text));
  };
  const move = (steps: number) => {
    setTyped(null);
    onChange(nudge(points, steps, { min, max, step }));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1, PageUp: 5, PageDown: -5 }[event.key];
    const sideways = event.key === 'ArrowLeft' || event.key === 'ArrowRight';
    if (steps === undefined || (sideways && typed !== null)) return;
    event.preventDefault();
    move(steps);
  };
  const leave = () => {
    setLeft(true);
    if (typed !== null && (typed.trim() === '' || fitting(typed) !== null)) setTyped(null);
  };
  const latest = useRef({ typed, type });
  latest.current = { typed, type };
  // A number that did not fit the band before may fit the one chosen now.
  useEffect(() => { if (latest.current.typed !== null) latest.current.type(latest.current.typed); }, [min, max]);
  const isUnfit = isLeft && typed !== null && typed.trim() !== '' && fitting(typed) === null;
  return (
    <>
      <div className={styles.number}>
        <label htmlFor={id}>{label}</label>
        <span className={styles.stepper}>
          <button type="button" tabIndex={-1} aria-hidden disabled={points !== null && points <= min} onClick={() => move(-1)}>−</button>
          <input
            id={id} inputMode="decimal" autoComplete="off" role="spinbutton" aria-valuenow={points === null ? undefined : points / 100}
            aria-valuetext={points === null ? undefined : formatPoints(points)} aria-valuemin={min / 100} aria-valuemax={max / 100} aria-invalid={hasError || isUnfit || undefined}
            aria-describedby={isUnfit ? `${id}-unfit ${describedBy}` : describedBy}
            value={typed ?? (points === null ? '' : formatPoints(points))}
            onChange={(event) => type(event.currentTarget.value)} onFocus={() => setLeft(false)} onBlur={leave} onKeyDown={onKeyDown}
          />
          <button type="button" tabIndex={-1} aria-hidden disabled={points !== null && points >= max} onClick={() => move(1)}>+</button>
        </span>
      </div>
      {isUnfit && <p id={`${id}-unfit`} role="alert" className={styles.error}><VisuallyHidden>{t('errorPrefix')} </VisuallyHidden>{unfit}</p>}
    </>
  );
}
