import { Alert, Checkbox, Stack, Textarea } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { CharacterCounter } from '../../ui/CharacterCounter.js';
import { CHOICES, deviates, type Choice, type Draft } from './decisionRules.js';
import { GROUNDS } from './queries.js';
import styles from './decision.module.css';

/** Where the faults of an input are on the screen. */
export const FIELD_IDS = { outcome: 'decision-outcome', refusalReasons: 'decision-grounds', reason: 'decision-reason' } as const;
const LONGEST_REASON = 4000;

export interface DecideFormProps {
  draft: Draft;
  advice: Choice | null;
  onChange: (draft: Draft) => void;
  /** Sentences beside the fields, by the name of the input's field. */
  errors: { outcome?: string; refusalReasons?: string; reason?: string };
}

/** The decision on one item. A choice against the council says at once that it needs a reason. */
export function DecideForm({ draft, advice, onChange, errors }: DecideFormProps) {
  const { t } = useTranslation('decision');
  const { choice, reason } = draft;
  const isAgainst = deviates(choice, advice);
  const needsReason = choice === 'REFUSED' || isAgainst;
  return (
    <Stack gap="lg">
      <Choices draft={draft} advice={advice} onChange={onChange} error={errors.outcome} />
      <div role="status" className={styles.deviation}>
        {isAgainst && (
          <Alert component="div" role="note" color="amber" icon={<IconAlertTriangle aria-hidden />} title={t('form.deviates')}>
            {advice ? t('form.deviatesText') : t('form.noAdviceText')}
          </Alert>
        )}
      </div>
      {choice === 'REFUSED' && <Grounds draft={draft} onChange={onChange} error={errors.refusalReasons} />}
      <div>
        <Textarea
          id={FIELD_IDS.reason} autosize minRows={3} maxRows={12} maxLength={LONGEST_REASON} required={needsReason} withAsterisk={false} error={errors.reason}
          label={needsReason ? t('form.reason') : t('form.reasonOptional')} description={needsReason ? t('form.reasonHint') : undefined}
          value={reason} onChange={(event) => onChange({ ...draft, reason: event.currentTarget.value })}
        />
        {reason.length > LONGEST_REASON * 0.8 && <CharacterCounter value={reason} max={LONGEST_REASON} />}
      </div>
    </Stack>
  );
}

type PartProps = Pick<DecideFormProps, 'draft' | 'onChange'> & { error?: string };

function Choices({ draft, advice, onChange, error }: PartProps & { advice: Choice | null }) {
  const { t } = useTranslation('decision');
  return (
    <fieldset id={FIELD_IDS.outcome} tabIndex={-1} className={styles.fieldset}>
      <legend>{t('form.choice')}{error && <span className={styles.error}>{error}</span>}</legend>
      {CHOICES.map((choice) => (
        <label key={choice} className={styles.choice}>
          <input type="radio" name="choice" value={choice} checked={draft.choice === choice} onChange={() => onChange({ ...draft, choice })} />
          <span>{t(`choice.${choice}`)}</span>
          {choice === advice && <span className={styles.advised}>{t('form.advised')}</span>}
        </label>
      ))}
    </fieldset>
  );
}

function Grounds({ draft, onChange, error }: PartProps) {
  const { t } = useTranslation('decision');
  const [{ data }] = useQuery({ query: GROUNDS });
  const toggle = (code: string, isOn: boolean) => {
    onChange({ ...draft, grounds: isOn ? [...draft.grounds, code] : draft.grounds.filter((other) => other !== code) });
  };
  return (
    <fieldset id={FIELD_IDS.refusalReasons} tabIndex={-1} className={styles.fieldset}>
      <legend>{t('form.grounds')}<span className={styles.hint}>{t('form.groundsHint')}</span>{error && <span className={styles.error}>{error}</span>}</legend>
      <Stack gap={14}>
        {data?.reasonTemplates.map(({ code, text, legalBasis }) => (
          <Checkbox key={code} label={text} description={legalBasis} checked={draft.grounds.includes(code)} onChange={(event) => toggle(code, event.currentTarget.checked)} />
        ))}
      </Stack>
    </fieldset>
  );
}
