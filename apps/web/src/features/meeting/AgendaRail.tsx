import { Title } from '@mantine/core';
import { IconBallpen, IconCircleCheck, IconCircleDashed, IconEye } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Status } from '../../ui/Status.js';
import { OutcomeBadge } from '../session/OutcomeBadge.js';
import { isCounted } from '../session/steps.js';
import type { Room } from './queries.js';
import { type ItemProgress, progressOf } from './room.js';
import styles from './meeting.module.css';

const LOOKS = {
  WAITING: ['neutral', IconCircleDashed], SHOWN: ['info', IconEye], VOTING: ['warning', IconBallpen], DONE: ['success', IconCircleCheck],
} as const satisfies Record<ItemProgress, readonly [string, unknown]>;

/** The agenda with how far the council is. Whoever runs the meeting chooses an item here; for the others it is a list. */
export function AgendaRail({ room, chosenId, onChoose }: { room: Room; chosenId: string | null; onChoose?: (id: string) => void }) {
  const { t } = useTranslation('meeting');
  return (
    <section aria-labelledby="agenda">
      <Title order={2} id="agenda" className={styles.heading}>{t('agenda.title')}</Title>
      <ol className={styles.rail}>
        {room.items.map((item) => {
          const progress = progressOf(item, room.meeting?.currentItemId);
          const [tone, icon] = LOOKS[progress];
          const words = <><span className={styles.railTitle}>{item.title}</span><span className={styles.soft}>{item.code} · {item.unitName}</span></>;
          return (
            <li key={item.id} data-current={item.id === chosenId || undefined} aria-current={item.id === room.meeting?.currentItemId ? 'step' : undefined}>
              {onChoose ? <button type="button" className={styles.railButton} aria-pressed={item.id === chosenId} onClick={() => onChoose(item.id)}>{words}</button> : <div>{words}</div>}
              {isCounted(room.state) && item.result ? <OutcomeBadge outcome={item.result.outcome} isShort /> : <Status tone={tone} icon={icon}>{t(`agenda.${progress}`)}</Status>}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
