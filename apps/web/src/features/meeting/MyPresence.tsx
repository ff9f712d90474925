import { Button } from '@mantine/core';
import { IconDoorExit, IconUserCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import type { RollMark } from '../../gql/schema.js';
import { formatTime } from '../../lib/format.js';
import { useViewer } from '../../session/context.js';
import { ErrorSummary } from '../../ui/ErrorSummary.js';
import { CALL_ROLL, type Room } from './queries.js';
import { rollStateOf } from './room.js';
import { done, useAct } from './useAct.js';
import styles from './meeting.module.css';

/** A member says that they are there, or that they leave. Nothing for people who have no seat, or when there is no meeting any more. */
export function MyPresence({ room, look }: { room: Room; look: () => void }) {
  const { t } = useTranslation('meeting');
  const { person } = useViewer();
  const client = useClient();
  const { busy, problem, run } = useAct(look);
  const mine = room.meeting?.attendance.find((entry) => entry.person.id === person.id);
  if (!mine || room.state === 'MINUTES_DRAFT' || room.state === 'LOCKED' || room.state === 'CANCELLED' || room.state === 'DRAFT') return null;
  const mark = (name: RollMark) => void run(name, () => done(client.mutation(CALL_ROLL, { input: { sessionId: room.id, personId: person.id, mark: name } })));
  const state = rollStateOf(mine);
  const isHere = state === 'PRESENT' || state === 'ONLINE';
  return (
    <section className={styles.presence} aria-label={t('presence.label')}>
      {problem && <ErrorSummary problem={problem} />}
      <p role="status">{isHere && mine.since ? t(`presence.${state}`, { time: formatTime(mine.since) }) : t('presence.AWAY')}</p>
      <div className={styles.buttons}>
        {isHere
          ? <Button variant="default" leftSection={<IconDoorExit size={18} aria-hidden />} loading={busy === 'LEFT'} onClick={() => mark('LEFT')}>{t('presence.leave')}</Button>
          : (
            <>
              <Button leftSection={<IconUserCheck size={18} aria-hidden />} loading={busy === 'PRESENT'} onClick={() => mark('PRESENT')}>{t('presence.come')}</Button>
              <Button variant="default" loading={busy === 'ONLINE'} onClick={() => mark('ONLINE')}>{t('presence.comeOnline')}</Button>
            </>
          )}
      </div>
    </section>
  );
}
