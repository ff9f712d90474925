import { Button } from '@mantine/core';
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useHotkey, usePrimaryAction } from '../../lib/keyboard.js';
import { TextLink } from '../../ui/links.js';
import { Progress } from '../../ui/Progress.js';
import { StickyActionBar } from '../../ui/StickyActionBar.js';
import { DecideItem } from './DecideItem.js';
import { FIELD_IDS } from './DecideForm.js';
import { adviceOf, draftOf, nextUndecided, type Draft } from './decisionRules.js';
import { ItemList } from './ItemList.js';
import type { Decision, Item } from './queries.js';
import { Review } from './Review.js';
import { useDecide } from './useDecide.js';
import { useDrafts } from './useDrafts.js';
import styles from './decision.module.css';

export interface DecideDeskProps {
  decision: Decision;
  onChanged: (decision: Decision) => void;
}

/** The head's desk: item by item, then the whole, then the decision is issued. */
export function DecideDesk({ decision, onChanged }: DecideDeskProps) {
  const { muc, buoc } = useSearch({ from: '/_app/quyet-dinh/$id' });
  const { items } = decision;
  const asked = items.find(({ position }) => position === muc);
  const item = asked ?? items.find(({ outcome }) => !outcome);
  if (!item || (buoc === 'tong-hop' && !asked)) return <Review decision={decision} onChanged={onChanged} />;
  return <Desk decision={decision} item={item} onChanged={onChanged} />;
}

function Desk({ decision, item, onChanged }: DecideDeskProps & { item: Item }) {
  const { t } = useTranslation('decision');
  const navigate = useNavigate({ from: '/quyet-dinh/$id' });
  const { drafts, write, forget } = useDrafts(decision.id);
  const { save, isBusy, refusal, clear } = useDecide(onChanged);
  const { items } = decision;
  const at = items.indexOf(item);
  const draft = drafts[item.id] ?? draftOf(item);

  const goTo = (target: Item | null | undefined) => {
    if (target === undefined) return;
    clear();
    void navigate({ search: target ? { muc: target.position } : { buoc: 'tong-hop' }, resetScroll: target === null });
  };
  const saveAndGo = async (wanted: Draft) => {
    if (isBusy) return;
    const after = await save(decision, item, wanted);
    if (!after) {
      // What was tried stays on the screen beside the reason why it was refused.
      write(item.id, wanted);
      return;
    }
    forget(item.id);
    goTo(nextUndecided(after.items, item.id));
  };
  const follow = () => {
    const advice = adviceOf(item.councilOutcome);
    if (advice === null) return;
    if (advice !== 'REFUSED') {
      void saveAndGo({ choice: advice, grounds: [], reason: draft.choice === null || draft.choice === advice ? draft.reason : '' });
      return;
    }
    // A refusal always names a legal ground, which only the head can choose: the council's sentences are laid ready.
    const sentences = (item.councilReasons ?? []).map(({ text }) => text).join(' ');
    write(item.id, { choice: 'REFUSED', grounds: draft.grounds, reason: draft.reason || sentences });
    requestAnimationFrame(() => document.getElementById(FIELD_IDS.refusalReasons)?.focus());
  };
  usePrimaryAction(() => { void saveAndGo(draft); });
  useHotkey('j', () => goTo(items[at + 1]));
  useHotkey('k', () => goTo(items[at - 1]));

  return (
    <div className={styles.desk}>
      <ItemList items={items} current={item.id} begun={new Set(Object.keys(drafts))} decisionId={decision.id} />
      <div className={styles.work}>
        <div className={styles.steps}>
          {at > 0 && <Button variant="subtle" leftSection={<IconArrowLeft size={18} aria-hidden />} onClick={() => goTo(items[at - 1])} aria-keyshortcuts="k">{t('item.previous')}</Button>}
          <TextLink to="/quyet-dinh/$id" params={{ id: decision.id }} search={{ buoc: 'tong-hop' }} className={styles.toReview}>{t('review.open')}</TextLink>
          {at < items.length - 1 && <Button variant="subtle" rightSection={<IconArrowRight size={18} aria-hidden />} onClick={() => goTo(items[at + 1])} aria-keyshortcuts="j">{t('item.next')}</Button>}
        </div>
        <DecideItem
          item={item} total={items.length} draft={draft} isBusy={isBusy} refusal={refusal} onFollow={follow}
          onChange={(next) => { write(item.id, next); clear(); }}
        />
        <StickyActionBar note={<Progress done={decision.decidedCount} total={items.length} label={t('progress')} />}>
          <Button onClick={() => { void saveAndGo(draft); }} loading={isBusy} aria-keyshortcuts="Control+Enter">
            {nextUndecided(items, item.id) ? t('form.saveNext') : t('form.saveReview')}
          </Button>
        </StickyActionBar>
      </div>
    </div>
  );
}
