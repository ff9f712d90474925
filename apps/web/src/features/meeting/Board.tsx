import { Button, Checkbox, Stack, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { ConfirmDialog } from '../../ui/ConfirmDialog.js';
import { NAME_BOARD, type Room } from './queries.js';
import { done, useRevision } from './useAct.js';
import styles from './meeting.module.css';

/** Who counts the secret ballots: two or three members that the council elects. */
export function Board({ room, look }: { room: Room; look: () => void }) {
  const { t } = useTranslation('meeting');
  const client = useClient();
  const revisionOf = useRevision();
  const board = room.meeting?.countingBoard ?? [];
  const [chosen, setChosen] = useState<string[] | null>(null);
  const mayName = room.actions.includes('CALL_ROLL') && room.state !== 'COUNTED';
  const name = async () => {
    await done(client.mutation(NAME_BOARD, { input: { ...(await revisionOf(room.id)), personIds: chosen ?? [] } }));
    look();
  };
  return (
    <section className={styles.board} aria-labelledby="board">
      <Title order={2} id="board" className={styles.heading}>{t('board.title')}</Title>
      {board.length > 0 ? <ul className={styles.names}>{board.map(({ id, fullName }) => <li key={id}>{fullName}</li>)}</ul> : <p className={styles.soft}>{t('board.none')}</p>}
      {mayName && <Button variant="default" onClick={() => setChosen(board.map(({ id }) => id))}>{t('board.name')}</Button>}
      {chosen && (
        <ConfirmDialog opened onClose={() => setChosen(null)} title={t('board.question')} confirmLabel={t('board.save')} onConfirm={name}>
          <Checkbox.Group id="personIds" label={t('board.choose')} description={t('board.hint')} value={chosen} onChange={setChosen}>
            <Stack gap="xs" mt="xs">{room.meeting?.attendance.map(({ person }) => <Checkbox key={person.id} value={person.id} label={person.fullName} />)}</Stack>
          </Checkbox.Group>
        </ConfirmDialog>
      )}
    </section>
  );
}
