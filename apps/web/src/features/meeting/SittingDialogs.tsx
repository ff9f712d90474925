import { Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { ConfirmDialog } from '../../ui/ConfirmDialog.js';
import { END_SITTING, OPEN_SITTING, type Room } from './queries.js';
import { done, useRevision } from './useAct.js';

interface DialogProps { room: Room; onClose: () => void; look: () => void }

/** Who presides: the chair, or a deputy by a written authorisation. */
export function OpenSittingDialog({ room, onClose, look }: DialogProps) {
  const { t } = useTranslation('meeting');
  const { t: ofSession } = useTranslation('session');
  const client = useClient();
  const revisionOf = useRevision();
  const heads = (room.meeting?.attendance ?? []).filter(({ role }) => role === 'CHAIR' || role === 'DEPUTY_CHAIR');
  const [personId, setPersonId] = useState(heads.find(({ role }) => role === 'CHAIR')?.person.id ?? '');
  const [authorisation, setAuthorisation] = useState('');
  const isDeputy = heads.find(({ person }) => person.id === personId)?.role === 'DEPUTY_CHAIR';
  const open = async () => {
    const act = await revisionOf(room.id);
    await done(client.mutation(OPEN_SITTING, { input: { ...act, ...(isDeputy ? { presidingPersonId: personId, authorisation: authorisation.trim() || null } : {}) } }));
    look();
  };
  return (
    <ConfirmDialog opened onClose={onClose} title={t('sitting.openQuestion')} confirmLabel={t('sitting.open')} onConfirm={open}>
      <Stack gap="md">
        <p style={{ margin: 0 }}>{t('sitting.openConsequence')}</p>
        {heads.length > 1 && (
          <Radio.Group id="presidingPersonId" label={t('sitting.presiding')} value={personId} onChange={setPersonId}>
            <Stack gap="xs" mt="xs">{heads.map(({ person, role }) => <Radio key={person.id} value={person.id} label={`${person.fullName} (${ofSession(`role.${role}`)})`} />)}</Stack>
          </Radio.Group>
        )}
        {isDeputy && <TextInput id="authorisation" label={t('sitting.authorisation')} description={t('sitting.authorisationHint')} maxLength={500} value={authorisation} onChange={(event) => setAuthorisation(event.currentTarget.value)} />}
      </Stack>
    </ConfirmDialog>
  );
}

/** Ends the sitting for good, or puts the rest off to another day. */
export function EndSittingDialog({ room, onClose, look }: DialogProps) {
  const { t } = useTranslation('meeting');
  const client = useClient();
  const revisionOf = useRevision();
  const isCounted = room.state === 'COUNTED';
  const [ending, setEnding] = useState(isCounted ? 'CLOSED' : 'ADJOURNED');
  const [reason, setReason] = useState('');
  const end = async () => {
    await done(client.mutation(END_SITTING, { input: { ...(await revisionOf(room.id)), adjournedBecause: ending === 'ADJOURNED' ? reason.trim() : null } }));
    look();
  };
  return (
    <ConfirmDialog opened onClose={onClose} title={t('sitting.endQuestion')} confirmLabel={t('sitting.end')} onConfirm={end}>
      <Stack gap="md">
        <p style={{ margin: 0 }}>{t('sitting.endConsequence')}</p>
        <Radio.Group label={t('sitting.ending')} value={ending} onChange={setEnding}>
          <Stack gap="xs" mt="xs">
            <Radio value="CLOSED" label={t('sitting.CLOSED')} description={isCounted ? undefined : t('sitting.notCounted')} />
            <Radio value="ADJOURNED" label={t('sitting.ADJOURNED')} />
          </Stack>
        </Radio.Group>
        {ending === 'ADJOURNED' && <Textarea id="adjournedBecause" label={t('sitting.reason')} autosize minRows={2} maxLength={2000} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />}
      </Stack>
    </ConfirmDialog>
  );
}
