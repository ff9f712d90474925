import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../../ui/links.js';
import type { Room, RoomItem } from './queries.js';
import { type MeetingRules, nextStepOf, openSitting, progressOf, type Quorum, signersOf } from './room.js';
import styles from './meeting.module.css';

interface NextStepHintProps { room: Room; rules: MeetingRules | null; quorum: Quorum; current: RoomItem | null }

/** One sentence for whoever runs the meeting: what comes next, and where it is done. */
export function NextStepHint({ room, rules, quorum, current }: NextStepHintProps) {
  const { t } = useTranslation('meeting');
  const { meeting, minutes, items } = room;
  if (!meeting) return null;
  const missing = (kind: 'COUNTING' | 'MEETING') => {
    const document = minutes?.find((one) => one.kind === kind);
    return document ? signersOf(document, meeting).filter(({ signedAt }) => signedAt === null).length : 0;
  };
  const step = nextStepOf({
    state: room.state, actions: room.actions, isSitting: openSitting(meeting.sittings) !== null,
    isQuorate: quorum.isMet || quorum.required === null, method: rules?.vote.method ?? null, current: current && progressOf(current, current.id),
    left: items.filter(({ ballot }) => ballot?.state !== 'CLOSED').length, hasBoard: meeting.countingBoard.length > 0,
    missingSignatures: { counting: missing('COUNTING'), meeting: missing('MEETING') },
  });
  return (
    <p className={styles.next} role="status">
      <IconArrowRight size={20} aria-hidden />
      <span>
        <strong>{t('next.title')}</strong> {t(`next.${step}`)}
        {(step === 'SCORING' || step === 'DONE') && <> <TextLink to="/thu-ky/phien-hop/$id" params={{ id: room.id }}>{t('toSession')}</TextLink></>}
      </span>
    </p>
  );
}
