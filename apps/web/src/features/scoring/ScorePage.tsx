import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { ErrorContent } from '../../layout/ErrorPage.js';
import { DueDate } from '../../ui/DueDate.js';
import { PageTitle } from '../../ui/PageTitle.js';
import { Progress } from '../../ui/Progress.js';
import { PageSkeleton } from '../../ui/Skeletons.js';
import { toast } from '../../ui/toast.js';
import { DiscussionPanel } from '../deliberation/DiscussionPanel.js';
import { isDone, nextItem } from './next.js';
import { JudgedDossier } from './JudgedDossier.js';
import { KeptNotice } from './KeptNotice.js';
import { SCORING_QUEUE, type JudgedItem } from './queries.js';
import { ScoreCard } from './ScoreCard.js';
import { SubmittedSheet } from './SubmittedSheet.js';
import { useJudgedItem, useReadAhead } from './useJudgedItem.js';
import { useKeptSheets } from './useKeptSheets.js';
import { useScoringQueue } from './useScoringQueue.js';
import styles from './scoring.module.css';

const route = getRouteApi('/_app/cham-diem/$itemId');

/** One dossier and its score sheet, side by side; on a phone the sheet comes up from below. */
export function ScorePage() {
  const { itemId } = route.useParams();
  return <Scoring key={itemId} itemId={itemId} />;
}

function Scoring({ itemId }: { itemId: string }) {
  const { t } = useTranslation('scoring');
  const navigate = useNavigate();
  const client = useClient();
  const { item, error, round, reload } = useJudgedItem(itemId);
  const { queue } = useScoringQueue();
  const { kept, keep, take } = useKeptSheets();
  const items = queue?.items ?? [];
  const keptIds = kept.map(({ input }) => input.itemId);
  const next = nextItem(items, itemId, keptIds);
  useReadAhead(next?.itemId);
  if (error && !item) return <ErrorContent error={error} onRetry={reload} />;
  if (!item) return <PageSkeleton />;

  const goOn = async () => {
    if (next) return navigate({ to: '/cham-diem/$itemId', params: { itemId: next.itemId } });
    toast(t('queue.allDone'));
    return navigate({ to: '/cham-diem' });
  };
  const finished = () => {
    void client.query(SCORING_QUEUE, {}, { requestPolicy: 'network-only' }).toPromise();
    void goOn();
  };
  const own = kept.find(({ input }) => input.itemId === itemId);
  const done = items.filter((each) => isDone(each, keptIds)).length;
  const card = cardOf(item, items.some((each) => each.itemId === itemId));
  return (
    <>
      <PageTitle
        title={item.title} above={`${item.code} · ${item.unitName} · ${item.fieldName}`} crumbs={[{ label: t('title'), to: '/cham-diem' }]}
        actions={items.length > 0 && <div className={styles.headProgress}><Progress done={done} total={items.length} label={t('queue.progress')} /></div>}
      />
      {item.session.scoringDueOn && item.session.state === 'SCORING' && <p className={styles.due}>{t('queue.due')} <DueDate value={item.session.scoringDueOn} /></p>}
      {card === 'FORM' && <a className={styles.toCard} href="#phieu-cham">{t('toCard')}</a>}
      <div className={styles.split}>
        <div className={styles.dossier}><JudgedDossier dossier={item.dossier} /></div>
        {own
          ? <KeptNotice kept={own} onTake={() => void take(itemId)} />
          : card === 'FORM'
            ? <ScoreCard key={round} item={item} onKeep={keep} onFinished={finished} onSkip={goOn} onNewer={reload} />
            : card === 'SUBMITTED'
              ? <SubmittedSheet item={item} onReopened={reload} onNext={next ? goOn : undefined} />
              : <aside className={styles.card} aria-label={t('card.title')}><div className={styles.cardBody}><h2>{t('card.title')}</h2><p>{t(`closed.${card}`)}</p></div></aside>}
      </div>
      {item.session.state !== 'DRAFT' && <DiscussionPanel itemId={itemId} />}
    </>
  );
}

type Card = 'FORM' | 'SUBMITTED' | 'NOT_OPEN' | 'CLOSED' | 'VOID' | 'NOT_SCORER';

function cardOf({ mySheet, session }: JudgedItem, isInQueue: boolean): Card {
  if (mySheet?.state === 'VOID') return 'VOID';
  if (mySheet?.state === 'SUBMITTED') return 'SUBMITTED';
  if (session.state === 'DRAFT' || session.state === 'CONVENED') return 'NOT_OPEN';
  if (session.state !== 'SCORING' || !session.rules) return 'CLOSED';
  return isInQueue ? 'FORM' : 'NOT_SCORER';
}
