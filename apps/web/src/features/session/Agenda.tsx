import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../../ui/links.js';
import type { AgendaLine, Session } from './queries.js';
import styles from './session.module.css';

/** The agenda, to be read. */
export function Agenda({ session }: { session: Session }) {
  const { t } = useTranslation('session');
  return (
    <section className={styles.block}>
      <Title order={2}>{t('agenda.title')}</Title>
      {session.items.length === 0 && <p className={styles.soft}>{t('agenda.none')}</p>}
      <ol className={styles.agenda}>
        {session.items.map((item) => (
          <li key={item.id}>
            <div>
              <TextLink to="/cham-diem/$itemId" params={{ itemId: item.id }}>{item.title}</TextLink>
              <p className={styles.soft}>{item.code} · {item.unitName} · {item.fieldName}</p>
              <Recused item={item} />
              {session.state !== 'DRAFT' && session.state !== 'CANCELLED' && <TextLink to="/thao-luan/$itemId" params={{ itemId: item.id }} aria-label={t('agenda.discussionOf', { title: item.title })}>{t('agenda.discussion')}</TextLink>}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Who takes no part in an item. */
export function Recused({ item }: { item: Pick<AgendaLine, 'conflicts'> }) {
  const { t } = useTranslation('session');
  const names = (item.conflicts ?? []).filter(({ decision }) => decision === 'RECUSED').map(({ person }) => person.fullName);
  return names.length > 0 ? <p className={styles.recused}>{t('agenda.recused', { names: [...new Set(names)].join(', ') })}</p> : null;
}
