import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useFormat } from '../../lib/useFormat.js';
import { TextLink } from '../../ui/links.js';
import { hasRoom } from '../session/steps.js';
import { SESSIONS_AHEAD } from './queries.js';
import styles from './scoring.module.css';

/** Sessions to which the viewer is invited: the dossiers can be read before scoring opens, and each has a room where it meets. */
export function SessionsAhead() {
  const { t } = useTranslation('scoring');
  const { formatDate } = useFormat();
  const [{ data }] = useQuery({ query: SESSIONS_AHEAD });
  const sessions = (data?.evaluationSessions.edges ?? []).map(({ node }) => node);
  const ahead = sessions.filter(({ state, items }) => state === 'CONVENED' && items.length > 0);
  const meeting = sessions.filter(({ state }) => hasRoom(state) && state !== 'LOCKED');
  return (
    <>
      {meeting.length > 0 && (
        <section className={styles.ahead}>
          <Title order={2}>{t('rooms.title')}</Title>
          <ul>{meeting.map(({ id, title, heldOn }) => <li key={id}><TextLink to="/phien-hop/$id" params={{ id }}>{title}</TextLink>{heldOn && ` · ${t('ahead.heldOn', { date: formatDate(heldOn) })}`}</li>)}</ul>
        </section>
      )}
      {ahead.length > 0 && (
        <section className={styles.ahead}>
          <Title order={2}>{t('ahead.title')}</Title>
          <p className={styles.meta}>{t('ahead.hint')}</p>
          {ahead.map(({ id, title, heldOn, items }) => (
            <details key={id}>
              <summary>{title}{heldOn && ` · ${t('ahead.heldOn', { date: formatDate(heldOn) })}`}</summary>
              <ol>{items.map((item) => <li key={item.id}><TextLink to="/cham-diem/$itemId" params={{ itemId: item.id }}>{item.title}</TextLink> <span className={styles.meta}>{item.code} · {item.unitName}</span></li>)}</ol>
            </details>
          ))}
        </section>
      )}
    </>
  );
}
