import { Button, Kbd, VisuallyHidden } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useRef, useState, type FocusEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { hasCode, useProblem, type Problem } from '../../lib/errors.js';
import { usePrimaryAction } from '../../lib/keyboard.js';
import { useFormat } from '../../lib/useFormat.js';
import { ConflictDialog } from '../../ui/ConflictDialog.js';
import { ErrorSummary } from '../../ui/ErrorSummary.js';
import { SaveState } from '../../ui/SaveState.js';
import { Skeleton } from '../../ui/Skeletons.js';
import { toast } from '../../ui/toast.js';
import { InterestDialog } from './InterestDialog.js';
import { newKey, type KeptSheet } from './outbox.js';
import { SUBMIT_SHEET, type JudgedItem, type Rules } from './queries.js';
import { linesOf, openPoints, totalOf, type OpenPoint } from './sheet.js';
import { SheetFields } from './SheetFields.js';
import { useConflictFields } from './useConflictFields.js';
import { useSheetDraft } from './useSheetDraft.js';
import styles from './scoring.module.css';

interface ScoreCardProps {
  item: JudgedItem;
  /** The network is gone: keeps the finished sheet to be handed in later. */
  onKeep: (sheet: KeptSheet) => Promise<void>;
  /** The sheet is handed in or kept, or the item is gone: on to the next. */
  onFinished: () => void;
  onSkip: () => void;
  /** Another window has handed the sheet in. */
  onNewer: () => void;
}

/** The score sheet of one member for one dossier. */
export function ScoreCard(props: ScoreCardProps) {
  const { rules } = props.item.session;
  return rules ? <Card {...props} rules={rules} /> : null;
}

function Card({ item, rules, onKeep, onFinished, onSkip, onNewer }: ScoreCardProps & { rules: Rules }) {
  const { t } = useTranslation('scoring');
  const { formatPoints } = useFormat();
  const client = useClient();
  const problemOf = useProblem();
  const { draft, setDraft, autosave, other, choose, settle, revision } = useSheetDraft(item, rules, onNewer);
  const [isShown, setShown] = useState(false);
  // As it was at the attempt: a list that followed each answer would take the focus away from it.
  const [refused, setRefused] = useState<OpenPoint[] | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const [isDeclaring, setDeclaring] = useState(false);
  const body = useRef<HTMLDivElement>(null);
  const handle = useRef<HTMLButtonElement>(null);
  const conflictFields = useConflictFields(rules, other);

  const open = openPoints(rules.criteria, draft);
  const total = totalOf(rules.criteria, draft);
  const submit = async () => {
    if (busy || !autosave.isReady) return;
    setRefused(open);
    setProblem(null);
    if (open.length > 0) {
      setShown(true);
      return body.current?.scrollTo({ top: 0 });
    }
    setBusy(true);
    const saved = await settle();
    if (saved.outcome === 'REFUSED') {
      setBusy(false);
      // Of another window's words the conflict dialog speaks.
      if (!hasCode(saved.error, 'REVISION_CONFLICT')) setProblem(problemOf(saved.error));
      return undefined;
    }
    const input = { itemId: item.id, revision: revision.current, lines: linesOf(rules.criteria, draft, 'ALL'), generalComment: draft.generalComment.trim(), privateNote: draft.privateNote, proposal: draft.proposal, idempotencyKey: newKey() };
    const { error } = saved.outcome === 'SAVED' ? await client.mutation(SUBMIT_SHEET, { input }) : { error: undefined };
    setBusy(false);
    if (error && !hasCode(error, 'NETWORK')) {
      setShown(true);
      return setProblem(problemOf(error));
    }
    const isKept = saved.outcome === 'OFFLINE' || error !== undefined;
    if (isKept) await onKeep({ input, code: item.code, title: item.title });
    autosave.discard(revision.current, draft);
    toast(isKept ? t('kept.kept', { code: item.code }) : t('card.sent', { code: item.code, points: formatPoints(total) }));
    onFinished();
  };
  const latest = useRef(submit);
  latest.current = submit;
  // A number being typed counts when its field is left: leave it first, then hand in what the form holds by then.
  usePrimaryAction(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    window.setTimeout(() => void latest.current());
  }, !isDeclaring && other === null);
  /** On a phone the sheet comes up as soon as one of its fields takes the focus. */
  const openSheet = (event: FocusEvent) => { if (event.target !== handle.current) setShown(true); };

  return (
    <section id="phieu-cham" tabIndex={-1} className={styles.card} aria-label={t('card.title')} data-shown={isShown || undefined} data-sticky-actions onFocus={openSheet}>
      <button ref={handle} type="button" className={styles.handle} aria-expanded={isShown} aria-controls="sheet-body" onClick={() => setShown(!isShown)}>
        {isShown ? <IconChevronDown size={22} aria-hidden /> : <IconChevronUp size={22} aria-hidden />}
        <span>{isShown ? t('card.hide') : t('card.show')}</span>
        <strong>{t('card.total', { total: formatPoints(total), scale: formatPoints(rules.scale) })}</strong>
      </button>
      <div id="sheet-body" ref={body} className={styles.cardBody}>
        <div className={styles.cardHead}><h2>{t('card.title')}</h2><SaveState state={autosave.state} /></div>
        {problem && <ErrorSummary problem={problem} fieldId={(path) => fieldIdOf(path, rules)} />}
        {refused && refused.length > 0 && !problem && (
          <ErrorSummary title={t('card.open')} items={refused.map(({ criterionCode, field }) => ({ text: t(`open.${field}`, { name: nameOf(rules, criterionCode) }), fieldId: field === 'comment' ? `comment-${criterionCode}` : `line-${criterionCode}` }))} />
        )}
        {autosave.isReady ? <SheetFields rules={rules} draft={draft} onChange={setDraft} open={refused ? open : []} /> : <Skeleton lines={8} />}
        <div className={styles.side}>
          <Button variant="default" onClick={onSkip}>{t('card.skip')}</Button>
          <Button variant="default" onClick={() => setDeclaring(true)}>{t('card.interest')}</Button>
        </div>
      </div>
      <div className={styles.foot}>
        <p className={styles.total}>{t('card.total', { total: formatPoints(total), scale: formatPoints(rules.scale) })}</p>
        <Button onClick={() => void submit()} loading={busy} rightSection={<Kbd className={styles.kbd}>Ctrl+Enter</Kbd>}>{t('card.submit')}</Button>
      </div>
      <VisuallyHidden role="status" aria-live="polite">{t('card.total', { total: formatPoints(total), scale: formatPoints(rules.scale) })}</VisuallyHidden>
      {isDeclaring && <InterestDialog item={item} onClose={() => setDeclaring(false)} onDeclared={() => { autosave.discard(revision.current, draft); onFinished(); }} />}
      <ConflictDialog opened={other !== null} fields={conflictFields} onKeepMine={() => choose('mine')} onTakeTheirs={() => choose('theirs')} />
    </section>
  );
}

function nameOf(rules: Rules, code: string): string {
  return rules.criteria.find((criterion) => criterion.code === code)?.name ?? code;
}

/** `lines.2.comment` → the field on the screen; lines are sent in the order of the rules. */
function fieldIdOf(path: string, rules: Rules): string | undefined {
  const [list, index, field] = path.split('.');
  const code = list === 'lines' ? rules.criteria[Number(index)]?.code : undefined;
  if (!code) return undefined;
  return field === 'comment' ? `comment-${code}` : `line-${code}`;
}
