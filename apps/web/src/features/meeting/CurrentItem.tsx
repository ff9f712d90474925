import { Button, Title } from '@mantine/core';
import { IconDoorExit, IconEye } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { ErrorSummary } from '../../ui/ErrorSummary.js';
import { TextLink } from '../../ui/links.js';
import { BallotBooth } from './BallotBooth.js';
import { BallotDesk } from './BallotDesk.js';
import { Notes } from './Notes.js';
import { type Room, type RoomItem, SHOW_ITEM } from './queries.js';
import type { MeetingRules } from './room.js';
import { done, useAct } from './useAct.js';
import styles from './meeting.module.css';

interface CurrentItemProps {
  room: Room;
  rules: MeetingRules | null;
  /** The item to show: the one of the council, or another one that whoever runs the meeting looks at. */
  item: RoomItem | null;
  /** Whether everybody sees this item now. */
  isShown: boolean;
  runs: boolean;
  isSitting: boolean;
  look: () => void;
  /** After the item was shown to everybody. */
  onShown: () => void;
}

/** What the council treats now: the dossier, the vote on it, and the notes of the secretary. */
export function CurrentItem({ room, rules, item, isShown, runs, isSitting, look, onShown }: CurrentItemProps) {
  const { t } = useTranslation('meeting');
  const client = useClient();
  const { busy, problem, run } = useAct(look);
  const isClosed = room.meeting?.isClosedToViewer === true && (item === null || !runs);
  if (isClosed) return <section className={styles.closed} role="status"><IconDoorExit size={28} aria-hidden /><p>{t('item.closed')}</p></section>;
  if (item === null) return <section className={styles.item}><p className={styles.soft} role="status">{t(isSitting ? 'item.none' : 'item.noSitting')}</p></section>;
  const show = () => run('show', async () => {
    await done(client.mutation(SHOW_ITEM, { itemId: item.id }));
    onShown();
  });
  const canShow = runs && isSitting && !isShown;
  return (
    <section className={styles.item} aria-labelledby="current-item">
      <p className={styles.soft}>{t(isShown ? 'item.now' : isSitting ? 'item.preview' : 'item.place', { position: item.position, total: room.items.length })}</p>
      <div aria-live={isShown ? 'polite' : undefined}><Title order={2} id="current-item">{item.title}</Title></div>
      <p className={styles.facts}>
        <span>{item.code}</span><span>{item.unitName}</span>
        <TextLink to="/cham-diem/$itemId" params={{ itemId: item.id }}>{t('item.dossier')}</TextLink>
      </p>
      {problem && <ErrorSummary problem={problem} />}
      {canShow && <Button variant={item.ballot ? 'default' : 'filled'} leftSection={<IconEye size={18} aria-hidden />} loading={busy === 'show'} onClick={() => void show()}>{t('item.show')}</Button>}
      <BallotBooth item={item} rules={rules} runs={runs} look={look} />
      {runs && <BallotDesk item={item} rules={rules} canOpen={room.actions.includes('OPEN_BALLOT') && isShown} look={look} />}
      {runs && room.state !== 'LOCKED' && <Notes key={item.id} item={item} />}
    </section>
  );
}
