import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Status } from '../../ui/Status.js';
import type { Ballot } from './queries.js';
import { type MeetingRules, voteOf } from './room.js';
import styles from './meeting.module.css';

/** A closed vote: what it came to, by which rule, and every number of the count. */
export function BallotResult({ ballot, rules, isLarge = false }: { ballot: Ballot; rules: MeetingRules | null; isLarge?: boolean }) {
  const { t } = useTranslation('meeting');
  const vote = voteOf(rules, ballot);
  return (
    <div className={styles.result} role="status">
      {vote && rules && (
        <>
          <p className={styles.tally}>{t('vote.tally', vote)} <Status tone={vote.isPassed ? 'success' : 'danger'} icon={vote.isPassed ? IconCircleCheck : IconCircleX}>{t(vote.isPassed ? 'vote.passed' : 'vote.failed')}</Status></p>
          <p className={styles.soft}>{t('vote.rule', { num: rules.vote.majority.num, den: rules.vote.majority.den, base: t(`vote.base.${rules.vote.base}`), baseCount: vote.baseCount })}</p>
        </>
      )}
      {!isLarge && (
        <p className={styles.soft}>
          {t('vote.numbers', { issued: ballot.issued, returned: ballot.returned, valid: ballot.valid ?? 0, invalid: ballot.invalid ?? 0, agree: ballot.agree ?? 0, disagree: ballot.disagree ?? 0 })}
        </p>
      )}
      {!isLarge && ballot.method === 'OPEN' && ballot.issues && (
        <ul className={styles.names}>
          {ballot.issues.map(({ person, choice }) => <li key={person.id}>{person.fullName}: {choice ? t(`choice.${choice}`) : t('ballot.notReturned')}</li>)}
        </ul>
      )}
    </div>
  );
}
