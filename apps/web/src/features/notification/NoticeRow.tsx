import { IconPointFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/useFormat.js';
import { PathLink } from '../../ui/PathLink.js';
import type { Notice } from './queries.js';
import { useNoticeText } from './useNoticeText.js';
import styles from './notification.module.css';

/** One notice; the whole row leads to what it is about. Without an address it can only be ticked off. */
export function NoticeRow({ notice, isRead, onOpen }: { notice: Notice; isRead: boolean; onOpen: () => void }) {
  const { t } = useTranslation('notification');
  const { formatDateTime } = useFormat();
  const { sentence, details } = useNoticeText()(notice);
  return (
    <li className={isRead ? styles.row : `${styles.row} ${styles.unread}`}>
      <div className={styles.body}>
        {!isRead && <span className={styles.new}><IconPointFilled size={16} aria-hidden />{t('new')}</span>}
        <p className={styles.sentence}>{notice.link ? <PathLink to={notice.link} onClick={onOpen}>{sentence}</PathLink> : sentence}</p>
        {details.length > 0 && <p className={styles.details}>{details.map((detail) => <span key={detail}>{detail}</span>)}</p>}
      </div>
      <time className={styles.time} dateTime={notice.createdAt}>{formatDateTime(notice.createdAt)}</time>
      {!notice.link && !isRead && <button type="button" className={styles.tick} onClick={onOpen}>{t('mark')}</button>}
    </li>
  );
}
