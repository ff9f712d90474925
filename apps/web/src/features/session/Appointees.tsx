import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CouncilRole } from '../../gql/schema.js';
import { toast } from '../../ui/toast.js';
import type { Appointee } from './council.js';
import styles from './session.module.css';

const ROLES: readonly CouncilRole[] = ['CHAIR', 'DEPUTY_CHAIR', 'SECRETARY', 'MEMBER', 'UNION_REP', 'EXPERT'];

interface AppointeesProps {
  members: Appointee[];
  onChange: (change: (members: Appointee[]) => Appointee[]) => void;
}

/** The people of a council that is being set up, in the order of the decision. */
export function Appointees({ members, onChange }: AppointeesProps) {
  const { t } = useTranslation('session');
  if (members.length === 0) return <p className={styles.soft}>{t('council.noMembers')}</p>;
  const set = (personId: string, part: Partial<Appointee>) => onChange((before) => before.map((each) => (each.personId === personId ? { ...each, ...part } : each)));
  const remove = (member: Appointee, index: number) => {
    onChange((before) => before.filter(({ personId }) => personId !== member.personId));
    toast(t('council.removed', { name: member.fullName }), { undo: () => onChange((before) => [...before.slice(0, index), member, ...before.slice(index)]) });
  };
  return (
    <ol className={styles.appointees} aria-label={t('council.members')}>
      {members.map((member, index) => (
        <li key={member.personId} id={`members-${index}`} tabIndex={-1}>
          <p className={styles.appointee}><strong>{member.fullName}</strong><span className={styles.soft}>{member.detail}</span></p>
          <NativeSelect
            label={t('council.role')} aria-label={t('council.roleOf', { name: member.fullName })} value={member.role} onChange={(event) => set(member.personId, { role: event.currentTarget.value as CouncilRole })}
            data={ROLES.map((role) => ({ value: role, label: t(`role.${role}`) }))}
          />
          <Checkbox className={styles.voting} label={t('council.voting')} aria-label={t('council.votingOf', { name: member.fullName })} checked={member.isVoting} onChange={(event) => set(member.personId, { isVoting: event.currentTarget.checked })} />
          <Button variant="default" onClick={() => remove(member, index)} aria-label={t('council.removeNamed', { name: member.fullName })}>{t('council.remove')}</Button>
        </li>
      ))}
    </ol>
  );
}
