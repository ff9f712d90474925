import { Button } from '@mantine/core';
import { IconCheck, IconCircle, IconCircleCheck, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import type { BallotChoice } from '../../gql/schema.js';
import { ErrorSummary } from '../../ui/ErrorSummary.js';
import { Progress } from '../../ui/Progress.js';
import { BallotResult } from './BallotResult.js';
import { type Ballot, CAST_BALLOT, type RoomItem } from './queries.js';
import type { MeetingRules } from './room.js';
import { done, useAct } from './useAct.js';
import styles from './meeting.module.css';

const CHOICES = ['AGREE', 'DISAGREE', 'BLANK'] as const satisfies readonly BallotChoice[];
const ICONS = { AGREE: IconCheck, DISAGREE: IconX, BLANK: IconCircle } as const;

interface BallotBoothProps { item: RoomItem; rules: MeetingRules | null; runs: boolean; look: () => void }

/** The vote on one item, as everybody sees it: nothing but how many have voted until it is closed. */
export function BallotBooth({ item, rules, runs, look }: BallotBoothProps) {
  const { t } = useTranslation('meeting');
  const { ballot } = item;
  if (!ballot) return runs ? null : <p className={styles.soft} role="status">{t('ballot.none')}</p>;
  if (ballot.state === 'ANNULLED') return <p className={styles.soft} role="status">{t('ballot.annulled', { reason: ballot.annulReason ?? '' })}</p>;
  if (ballot.state === 'CLOSED') return <BallotResult ballot={ballot} rules={rules} />;
  return (
    <div className={styles.ballot}>
      {ballot.isMine && !ballot.hasVoted && <Paper key={ballot.id} itemId={item.id} ballot={ballot} look={look} />}
      {ballot.isMine && ballot.hasVoted && <p className={styles.voted} role="status"><IconCircleCheck size={24} aria-hidden /> {t('ballot.voted')}</p>}
      {!ballot.isMine && !runs && <p role="status">{t('ballot.notMine')}</p>}
      <Progress done={ballot.returned} total={ballot.issued} label={t('ballot.turnout')} text={t('ballot.turnoutOf', { returned: ballot.returned, issued: ballot.issued })} />
    </div>
  );
}

/** The paper: a choice, then the question whether that is meant. The choice lives on this screen and nowhere else. */
function Paper({ itemId, ballot, look }: { itemId: string; ballot: Ballot; look: () => void }) {
  const { t } = useTranslation('meeting');
  const client = useClient();
  const { busy, problem, run } = useAct(look);
  const [choice, setChoice] = useState<BallotChoice | null>(null);
  const question = useRef<HTMLParagraphElement>(null);
  const choices = useRef<HTMLDivElement>(null);
  const hasChosen = useRef(false);
  useEffect(() => {
    // The buttons change places: whoever votes by keyboard goes on where the question is.
    if (choice !== null) question.current?.focus();
    else if (hasChosen.current) choices.current?.querySelector('button')?.focus();
    if (choice !== null) hasChosen.current = true;
  }, [choice]);
  const cast = (chosen: BallotChoice) => run('cast', () => done(client.mutation(CAST_BALLOT, { input: { itemId, choice: chosen } })));
  return (
    <div className={styles.paper} role="group" aria-label={t('ballot.title')}>
      <p className={styles.soft}>{t(`ballot.method.${ballot.method}`)}</p>
      {problem && <ErrorSummary problem={problem} />}
      {choice === null ? (
        <div className={styles.choices} ref={choices}>
          {CHOICES.map((each) => {
            const ChoiceIcon = ICONS[each];
            return <Button key={each} variant="default" size="lg" leftSection={<ChoiceIcon size={24} aria-hidden />} onClick={() => setChoice(each)}>{t(`choice.${each}`)}</Button>;
          })}
        </div>
      ) : (
        <div className={styles.confirm}>
          <p ref={question} tabIndex={-1}>{t('ballot.confirm')} <strong>{t(`choice.${choice}`)}</strong>. {t('ballot.final')}</p>
          <div className={styles.choices}>
            <Button size="lg" loading={busy === 'cast'} onClick={() => void cast(choice)}>{t('ballot.cast')}</Button>
            <Button size="lg" variant="default" disabled={busy !== null} onClick={() => setChoice(null)}>{t('ballot.again')}</Button>
          </div>
        </div>
      )}
    </div>
  );
}
