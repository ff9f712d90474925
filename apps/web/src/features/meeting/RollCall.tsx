import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconCircleCheck, IconCircleDashed, IconCircleX, IconDeviceLaptop, IconDoorExit } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import type { RollMark } from '../../gql/schema.js';
import { formatTime } from '../../lib/format.js';
import { ErrorSummary } from '../../ui/ErrorSummary.js';
import { Status } from '../../ui/Status.js';
import { isCounted } from '../session/steps.js';
import { CALL_ROLL, type RollEntry, type Room } from './queries.js';
import { RollDialog, type AskedMark } from './RollDialog.js';
import { openSitting, type RollState, rollStateOf } from './room.js';
import { done, useAct } from './useAct.js';
import styles from './meeting.module.css';

const LOOKS = {
  PRESENT: ['success', IconCircleCheck], ONLINE: ['success', IconDeviceLaptop], LEFT: ['neutral', IconDoorExit], EXCUSED: ['neutral', IconCircleX],
  ABSENT: ['warning', IconCircleX], NOT_CALLED: ['neutral', IconCircleDashed],
} as const satisfies Record<RollState, readonly [string, unknown]>;

/** The roll-call: everybody reads it, whoever runs the meeting calls it. */
export function RollCall({ room, look }: { room: Room; look: () => void }) {
  const { t } = useTranslation('meeting');
  const { t: ofSession } = useTranslation('session');
  const client = useClient();
  const { busy, problem, run } = useAct(look);
  const [asked, setAsked] = useState<{ entry: RollEntry; mark: AskedMark } | null>(null);
  const { attendance, sittings } = room.meeting ?? { attendance: [], sittings: [] };
  const calls = room.actions.includes('CALL_ROLL');
  const there = attendance.filter(({ mode }) => mode).length;
  const note = (personId: string, mark: RollMark, given: { reason?: string; writtenOpinion?: string } = {}) => (
    done(client.mutation(CALL_ROLL, { input: { sessionId: room.id, personId, mark, ...given } }))
  );
  return (
    <details className={styles.roll} open={calls && openSitting(sittings) === null && !isCounted(room.state)}>
      <summary>{t('roll.title', { there, total: attendance.length })}</summary>
      {problem && <ErrorSummary problem={problem} />}
      <ul>
        {attendance.map((entry) => (
          <li key={entry.person.id}>
            <div>
              <strong>{entry.person.fullName}</strong>
              <span className={styles.soft}>{ofSession(`role.${entry.role}`)}{!entry.isVoting && `, ${t('roll.noVote')}`}</span>
              <Standing entry={entry} />
            </div>
            {calls && <Marks entry={entry} busy={busy} onMark={(mark) => void run(`${mark} ${entry.person.id}`, () => note(entry.person.id, mark))} onAsk={(mark) => setAsked({ entry, mark })} />}
          </li>
        ))}
      </ul>
      {asked && (
        <RollDialog
          name={asked.entry.person.fullName} mark={asked.mark} onClose={() => setAsked(null)}
          onNote={async (given) => {
            await note(asked.entry.person.id, asked.mark, given);
            look();
          }}
        />
      )}
    </details>
  );
}

function Standing({ entry }: { entry: RollEntry }) {
  const { t } = useTranslation('meeting');
  const state = rollStateOf(entry);
  const [tone, icon] = LOOKS[state];
  const since = entry.since ?? entry.stays.at(-1)?.outAt;
  return (
    <>
      <Status tone={tone} icon={icon}>{since && state !== 'EXCUSED' && state !== 'ABSENT' ? t(`roll.at.${state}`, { time: formatTime(since) }) : t(`roll.${state}`)}</Status>
      {(state === 'EXCUSED' || state === 'ABSENT') && entry.absenceReason && <span className={styles.soft}>{entry.absenceReason}</span>}
      {entry.writtenOpinion && <span className={styles.soft}>{t('roll.opinion', { opinion: entry.writtenOpinion })}</span>}
    </>
  );
}

interface MarksProps { entry: RollEntry; busy: string | null; onMark: (mark: RollMark) => void; onAsk: (mark: AskedMark) => void }

/** The mark that is next for somebody, and the others behind a menu. */
function Marks({ entry, busy, onMark, onAsk }: MarksProps) {
  const { t } = useTranslation('meeting');
  const { fullName: name, id } = entry.person;
  const next: RollMark = entry.mode ? 'LEFT' : 'PRESENT';
  const asks: AskedMark[] = entry.mode ? ['MISTAKEN'] : ['EXCUSED', 'ABSENT'];
  return (
    <div className={styles.rollActs}>
      <Button variant="default" loading={busy === `${next} ${id}`} onClick={() => onMark(next)} aria-label={t(`roll.markNamed.${next}`, { name })}>{t(`roll.mark.${next}`)}</Button>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target><Button variant="default" px="sm" aria-label={t('roll.more', { name })}><IconChevronDown size={18} aria-hidden /></Button></Menu.Target>
        <Menu.Dropdown>
          {!entry.mode && <Menu.Item onClick={() => onMark('ONLINE')}>{t('roll.mark.ONLINE')}</Menu.Item>}
          {asks.map((mark) => <Menu.Item key={mark} onClick={() => onAsk(mark)}>{t(`roll.mark.${mark}`)}</Menu.Item>)}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
