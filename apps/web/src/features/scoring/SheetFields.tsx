import { Textarea } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SheetProposal } from '../../gql/schema.js';
import { useFormat } from '../../lib/useFormat.js';
import { CriterionField } from './CriterionField.js';
import type { Rules } from './queries.js';
import { groupsOf, lineOf, totalOf, type LineDraft, type OpenPoint, type SheetDraft } from './sheet.js';
import styles from './scoring.module.css';

interface SheetFieldsProps {
  rules: Rules;
  draft: SheetDraft;
  onChange: (change: (draft: SheetDraft) => SheetDraft) => void;
  /** What is still open, once the member has tried to hand the sheet in. */
  open: readonly OpenPoint[];
}

const PROPOSALS: readonly SheetProposal[] = ['RECOGNISE', 'NOT_RECOGNISE', 'RETURN'];

/** All fields of a score sheet: criteria by group, then what the member says about the whole. */
export function SheetFields({ rules, draft, onChange, open }: SheetFieldsProps) {
  const { t, i18n } = useTranslation('scoring');
  const { formatPoints } = useFormat();
  const setLine = (code: string, line: LineDraft) => onChange((before) => ({ ...before, lines: { ...before.lines, [code]: line } }));
  const change = (part: Partial<SheetDraft>) => onChange((before) => ({ ...before, ...part }));
  return (
    <>
      {groupsOf(rules).map(({ group, criteria }) => (
        <section key={group.code} className={styles.group} aria-labelledby={`group-${group.code}`}>
          <h3 id={`group-${group.code}`}>
            {(i18n.language === 'en' && group.nameEn) || group.name}
            {group.maxPoints > 0 && <span className={styles.subtotal}>{formatPoints(totalOf(criteria, draft))}/{formatPoints(group.maxPoints)}</span>}
          </h3>
          {criteria.map((criterion) => (
            <CriterionField
              key={criterion.code} criterion={criterion} line={lineOf(draft, criterion.code)} onChange={(line) => setLine(criterion.code, line)}
              open={open.find(({ criterionCode }) => criterionCode === criterion.code)?.field}
            />
          ))}
        </section>
      ))}
      <section className={styles.group} aria-labelledby="group-whole">
        <h3 id="group-whole">{t('card.whole')}</h3>
        <Textarea label={t('card.general')} description={t('card.generalHint')} autosize minRows={3} maxLength={20_000} value={draft.generalComment} onChange={(event) => change({ generalComment: event.currentTarget.value })} />
        <Textarea
          label={<><IconLock size={16} aria-hidden className={styles.lock} /> {t('card.private')}</>} description={t('card.privateHint')} autosize minRows={2} maxLength={20_000} mt="md"
          value={draft.privateNote} onChange={(event) => change({ privateNote: event.currentTarget.value })}
        />
        <fieldset className={styles.proposal}>
          <legend>{t('card.proposal')}</legend>
          {PROPOSALS.map((proposal) => (
            <label key={proposal}><input type="radio" name="proposal" checked={draft.proposal === proposal} onChange={() => change({ proposal })} /> {t(`proposal.${proposal}`)}</label>
          ))}
        </fieldset>
      </section>
    </>
  );
}
