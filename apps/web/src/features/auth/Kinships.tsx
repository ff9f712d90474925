import { Button, NativeSelect } from '@mantine/core';
import { useMemo, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient, useQuery } from 'urql';
import type { KinshipKind } from '../../gql/schema.js';
import { type Problem, useProblem } from '../../lib/errors.js';
import { useViewer } from '../../session/context.js';
import { ConfirmDialog } from '../../ui/ConfirmDialog.js';
import { ErrorSummary } from '../../ui/ErrorSummary.js';
import { Skeleton } from '../../ui/Skeletons.js';
import { PersonSearch, type FoundPerson } from '../initiative/PersonSearch.js';
import { DECLARE_KINSHIP, END_KINSHIP, MY_KINSHIPS } from './queries.js';
import styles from './auth.module.css';

const KINDS: readonly KinshipKind[] = ['SPOUSE', 'PARENT', 'CHILD', 'SIBLING', 'IN_LAW', 'OTHER_INTEREST'];

/** Who is close to the person; nobody else ever reads it. */
export function Kinships() {
  const { t } = useTranslation('auth');
  const client = useClient();
  const viewer = useViewer();
  const problemOf = useProblem();
  const context = useMemo(() => ({ additionalTypenames: ['Kinship'] }), []);
  const [{ data, error }, reload] = useQuery({ query: MY_KINSHIPS, context });
  const [person, setPerson] = useState<FoundPerson | null>(null);
  const [kind, setKind] = useState<KinshipKind>('SPOUSE');
  const [missing, setMissing] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [ending, setEnding] = useState<{ id: string; name: string } | null>(null);
  if (error && !data) return <ErrorSummary problem={problemOf(error)} />;
  if (!data) return <Skeleton lines={3} />;
  const refresh = () => reload({ requestPolicy: 'network-only' });
  const declare = async (event: FormEvent) => {
    event.preventDefault();
    setMissing(person === null);
    setProblem(null);
    if (person === null) return;
    const result = await client.mutation(DECLARE_KINSHIP, { input: { personId: person.id, kind } });
    if (result.error) return setProblem(problemOf(result.error));
    setPerson(null);
    refresh();
  };
  const end = async () => {
    if (ending === null) return;
    const result = await client.mutation(END_KINSHIP, { id: ending.id });
    if (result.error) throw result.error;
    refresh();
  };
  return (
    <>
      <p className={styles.soft}>{t('kinship.lead')}</p>
      {data.myKinships.length === 0 && <p className={styles.soft}>{t('kinship.none')}</p>}
      <ul className={styles.sessions}>
        {data.myKinships.map((tie) => (
          <li key={tie.id}>
            <p><strong>{tie.person.fullName}</strong> – {t(`kinship.kind.${tie.kind}`)}</p>
            <Button variant="default" aria-label={t('kinship.endNamed', { name: tie.person.fullName })} onClick={() => setEnding({ id: tie.id, name: tie.person.fullName })}>{t('kinship.end')}</Button>
          </li>
        ))}
      </ul>
      {problem && <ErrorSummary problem={problem} />}
      <form className={styles.form} onSubmit={(event) => void declare(event)}>
        <PersonSearch
          id="kinship-person" label={t('kinship.person')} taken={[viewer.person.id, ...data.myKinships.map((tie) => tie.person.id)]} onChoose={setPerson}
          {...(person && { hint: t('kinship.chosen', { name: person.fullName }) })} {...(missing && { error: t('kinship.personMissing') })}
        />
        <NativeSelect
          label={t('kinship.is')} value={kind} onChange={(event) => setKind(event.currentTarget.value as KinshipKind)} data={KINDS.map((one) => ({ value: one, label: t(`kinship.kind.${one}`) }))}
        />
        <Button type="submit" mt="md">{t('kinship.add')}</Button>
      </form>
      {ending && (
        <ConfirmDialog opened onClose={() => setEnding(null)} title={t('kinship.endQuestion', { name: ending.name })} confirmLabel={t('kinship.end')} onConfirm={end}>
          <p>{t('kinship.endConsequence')}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
