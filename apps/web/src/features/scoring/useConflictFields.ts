import { useTranslation } from 'react-i18next';
import { formatPoints } from '../../lib/format.js';
import type { ConflictField } from '../../ui/ConflictDialog.js';
import type { Criterion, Rules } from './queries.js';
import { lineOf, type SheetDraft } from './sheet.js';
import type { OtherSheet } from './useSheetDraft.js';

/** Both sheets of a conflict in words, criterion by criterion. */
export function useConflictFields(rules: Rules, other: OtherSheet | null): ConflictField[] {
  const { t } = useTranslation('scoring');
  if (!other) return [];
  const words = (criterion: Criterion, draft: SheetDraft): string => {
    const line = lineOf(draft, criterion.code);
    const answer = line.met === null ? line.points === null ? '' : t('points', { points: formatPoints(line.points) }) : t(line.met ? 'gate.yes' : 'gate.no');
    return [answer, line.comment].filter(Boolean).join(' – ');
  };
  const both = (label: string, read: (draft: SheetDraft) => string): ConflictField => ({ label, mine: read(other.mine), theirs: read(other.theirs) });
  return [
    ...rules.criteria.map((criterion) => both(criterion.name, (draft) => words(criterion, draft))),
    both(t('card.general'), (draft) => draft.generalComment),
    both(t('card.private'), (draft) => draft.privateNote),
    both(t('card.proposal'), (draft) => (draft.proposal ? t(`proposal.${draft.proposal}`) : '')),
  ];
}
