import { IconBell } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useUnreadCount } from '../session/useUnreadCount.js';
import { PathLink } from '../ui/PathLink.js';
import styles from './frame.module.css';

/** The bell with the number of unread notifications; it leads to the list. */
export function NotificationBell() {
  const { t } = useTranslation();
  const count = useUnreadCount();
  return (
    <PathLink to="/thong-bao" className={styles.icon} aria-label={count > 0 ? t('header.notifications', { count }) : t('header.notificationsNone')}>
      <IconBell size={22} aria-hidden />
      {count > 0 && <span className={styles.count} aria-hidden>{count > 99 ? '99+' : count}</span>}
    </PathLink>
  );
}
