import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../../ui/links.js';
import { PageTitle } from '../../ui/PageTitle.js';
import { Progress } from '../../ui/Progress.js';
import { BallotResult } from './BallotResult.js';
import type { Room, RoomItem } from './queries.js';
import { QuorumBar } from './QuorumBar.js';
import type { MeetingRules, Quorum } from './room.js';
import styles from './bigScreen.module.css';

interface BigScreenProps { room: Room; rules: MeetingRules | null; quorum: Quorum | null | undefined; current: RoomItem | null }

/** For the wall of the room: what is treated, who is there, how many have voted. Nothing can be done here but leave it. */
export function BigScreen({ room, rules, quorum, current }: BigScreenProps) {
  const { t } = useTranslation('meeting');
  const navigate = useNavigate();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    // As a dialog the page behind it, with its navigation, is out of reach of keyboard and screen reader.
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  const leave = () => void navigate({ to: '/phien-hop/$id', params: { id: room.id } });
  const ballot = current?.ballot?.state === 'ANNULLED' ? null : current?.ballot;
  return (
    <dialog ref={dialog} className={styles.screen} aria-label={t('bigScreen.label')} onCancel={(event) => { event.preventDefault(); leave(); }}>
      <div className={styles.head}>
        <PageTitle title={room.title} above={room.council.name} />
        <TextLink to="/phien-hop/$id" params={{ id: room.id }}>{t('bigScreen.leave')}</TextLink>
      </div>
      <div className={styles.now} aria-live="polite">
        {current ? (
          <>
            <p className={styles.place}>{t('item.place', { position: current.position, total: room.items.length })}</p>
            <p className={styles.title}>{current.title}</p>
            <p className={styles.code}>{current.code} · {current.unitName}</p>
          </>
        ) : <p className={styles.title}>{t(room.meeting?.isClosedToViewer ? 'item.closed' : 'item.none')}</p>}
      </div>
      {ballot?.state === 'OPEN' && <div className={styles.turnout}><Progress done={ballot.returned} total={ballot.issued} label={t('ballot.turnout')} text={t('ballot.turnoutOf', { returned: ballot.returned, issued: ballot.issued })} /></div>}
      {ballot?.state === 'CLOSED' && <div className={styles.turnout}><BallotResult ballot={ballot} rules={rules} isLarge /></div>}
      {quorum && <div className={styles.quorum}><QuorumBar quorum={quorum} /></div>}
    </dialog>
  );
}
