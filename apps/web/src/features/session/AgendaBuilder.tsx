import { ActionIcon, Button, Title } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { useAutosave } from '../../lib/useAutosave.js';
import { SaveState } from '../../ui/SaveState.js';
import { toast } from '../../ui/toast.js';
import { moved, restored, type Line } from './agenda.js';
import { Recused } from './Agenda.js';
import { Candidates } from './Candidates.js';
import { SESSION, SET_AGENDA, type Session } from './queries.js';
import styles from './session.module.css';

const linesOf = (session: Pick<Session, 'items'>): Line[] => session.items.map(({ initiativeId, code, title, unitName }) => ({ initiativeId, code, title, unitName }));

/** Builds the agenda: accepted initiatives at one side, the order of the meeting at the other. Saved by itself. */
export function AgendaBuilder({ session }: { session: Session }) {
  const { t } = useTranslation('session');
  const client = useClient();
  const [lines, setLines] = useState(() => linesOf(session));
  const save = async (value: Line[], revision: number): Promise<number> => {
    const { data, error } = await client.mutation(SET_AGENDA, { input: { sessionId: session.id, revision, initiativeIds: value.map(({ initiativeId }) => initiativeId) } });
    if (!data) throw error ?? new Error('Not saved');
    return data.setAgenda.revision;
  };
  /** Somebody else has changed the session: what they saved is shown, because an agenda cannot be read side by side. */
  const onConflict = () => {
    void client.query(SESSION, { id: session.id }, { requestPolicy: 'network-only' }).then(({ data }) => {
      if (!data) return;
      const theirs = linesOf(data.evaluationSession);
      setLines(theirs);
      autosave.discard(data.evaluationSession.revision, theirs);
      toast(t('agenda.changedElsewhere'));
    });
  };
  const autosave = useAutosave<Line[]>({ id: `agenda/${session.id}`, value: lines, revision: session.revision, save, onRestore: setLines, onConflict });
  const { advance } = autosave;
  useEffect(() => advance(session.revision), [advance, session.revision]);

  const add = (line: Line) => setLines((before) => restored(before, line, before.length));
  const remove = (line: Line, index: number) => {
    setLines((before) => before.filter(({ initiativeId }) => initiativeId !== line.initiativeId));
    toast(t('agenda.removed', { code: line.code }), { undo: () => setLines((before) => restored(before, line, index)) });
  };
  return (
    <section className={styles.block}>
      <div className={styles.blockHead}><Title order={2}>{t('agenda.title')}</Title><SaveState state={autosave.state} /></div>
      <div className={styles.builder}>
        <div>
          <h3>{t('agenda.count', { count: lines.length })}</h3>
          {lines.length === 0 && <p className={styles.soft}>{t('agenda.empty')}</p>}
          <ol className={styles.agenda}>
            {lines.map((line, index) => {
              const item = session.items.find(({ initiativeId }) => initiativeId === line.initiativeId);
              return (
                <li key={line.initiativeId}>
                  <div>
                    <strong>{line.title}</strong>
                    <p className={styles.soft}>{line.code} · {line.unitName}</p>
                    {item && <Recused item={item} />}
                  </div>
                  <div className={styles.lineActions}>
                    <ActionIcon variant="default" aria-label={t('agenda.up', { code: line.code })} disabled={index === 0} onClick={() => setLines(moved(lines, index, -1))}><IconArrowUp size={20} aria-hidden /></ActionIcon>
                    <ActionIcon variant="default" aria-label={t('agenda.down', { code: line.code })} disabled={index === lines.length - 1} onClick={() => setLines(moved(lines, index, 1))}><IconArrowDown size={20} aria-hidden /></ActionIcon>
                    <Button variant="default" onClick={() => remove(line, index)} aria-label={t('agenda.removeNamed', { code: line.code })}>{t('agenda.remove')}</Button>
                  </div>
                </li>
              );
            })}
          </ol>
        </div>
        <Candidates sessionId={session.id} chosen={lines} onAdd={add} />
      </div>
    </section>
  );
}
