import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Progress } from '../../ui/Progress.js';
import { Status } from '../../ui/Status.js';
import type { Quorum } from './room.js';
import styles from './meeting.module.css';

/** Who is there of those who must be, in words and as a bar. */
export function QuorumBar({ quorum }: { quorum: Quorum }) {
  const { t } = useTranslation('meeting');
  const { present, appointed, required, isChairThere, isSecretaryThere, isMet } = quorum;
  return (
    <section className={styles.quorum} aria-label={t('quorum.title')}>
      <Progress done={present} total={appointed} label={t('quorum.present')} text={t('quorum.of', { present, appointed })} />
      <ul className={styles.marks}>
        {required !== null && <li><Status tone={present >= required ? 'success' : 'warning'} icon={present >= required ? IconCircleCheck : IconAlertTriangle}>{t('quorum.needed', { required })}</Status></li>}
        {isChairThere !== null && <li><Status tone={isChairThere ? 'success' : 'warning'} icon={isChairThere ? IconCircleCheck : IconAlertTriangle}>{t(isChairThere ? 'quorum.chair' : 'quorum.noChair')}</Status></li>}
        {isSecretaryThere !== null && <li><Status tone={isSecretaryThere ? 'success' : 'warning'} icon={isSecretaryThere ? IconCircleCheck : IconAlertTriangle}>{t(isSecretaryThere ? 'quorum.secretary' : 'quorum.noSecretary')}</Status></li>}
      </ul>
      {required !== null && <p role="status" className={styles.verdict}>{t(isMet ? 'quorum.met' : 'quorum.notMet')}</p>}
    </section>
  );
}
