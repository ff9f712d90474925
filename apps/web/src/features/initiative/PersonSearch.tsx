import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import type { PeopleSearchQuery } from '../../gql/graphql.js';
import { Highlight } from '../../ui/Highlight.js';
import { PEOPLE } from './queries.js';
import styles from './people.module.css';

export type FoundPerson = PeopleSearchQuery['people']['edges'][number]['node'];

const LEAST = 2;
const PAUSE = 250;

interface PersonSearchProps {
  id: string;
  label: string;
  hint?: string;
  error?: string;
  /** People who cannot be chosen again. */
  taken: readonly string[];
  onChoose: (person: FoundPerson) => void;
}

/** Finds a colleague by name, with or without marks. Shows the unit, because names repeat. */
export function PersonSearch({ id, label, hint, error, taken, onChoose }: PersonSearchProps) {
  const { t } = useTranslation('initiative');
  const client = useClient();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [query, setQuery] = useState('');
  const [isComposing, setComposing] = useState(false);
  const [found, setFound] = useState<{ query: string; people: FoundPerson[]; failed: boolean } | null>(null);
  const wanted = query.trim();

  useEffect(() => {
    if (isComposing || wanted.length < LEAST) return undefined;
    let isCurrent = true;
    const timer = window.setTimeout(() => {
      void client.query(PEOPLE, { search: wanted }).then(({ data, error: refused }) => {
        if (isCurrent) setFound({ query: wanted, people: data?.people.edges.map(({ node }) => node) ?? [], failed: refused !== undefined });
      });
    }, PAUSE);
    return () => {
      isCurrent = false;
      window.clearTimeout(timer);
    };
  }, [client, wanted, isComposing]);

  const people = wanted.length < LEAST ? [] : found?.people ?? [];
  const note = wanted.length < LEAST ? t('people.typeMore')
    : found?.query !== wanted ? t('people.searching')
      : found.failed ? t('people.failed')
        : found.people.length === 0 ? t('people.none', { query: wanted }) : null;
  const choose = (personId: string) => {
    const person = people.find((each) => each.id === personId);
    if (!person || taken.includes(personId)) return;
    onChoose(person);
    setQuery('');
    setFound(null);
    combobox.closeDropdown();
  };
  return (
    <Combobox store={combobox} onOptionSubmit={choose} withinPortal={false}>
      <Combobox.Target>
        <TextInput
          id={id} label={label} description={hint} error={error} value={query} leftSection={<IconSearch size={18} aria-hidden />} autoComplete="off" spellCheck={false}
          onChange={(event) => { setQuery(event.currentTarget.value); combobox.openDropdown(); combobox.updateSelectedOptionIndex(); }}
          onFocus={() => combobox.openDropdown()} onBlur={() => combobox.closeDropdown()}
          onCompositionStart={() => setComposing(true)} onCompositionEnd={() => setComposing(false)}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options aria-label={label}>
          {people.map((person) => {
            const isTaken = taken.includes(person.id);
            return (
              <Combobox.Option key={person.id} value={person.id} disabled={isTaken}>
                <span className={styles.option}>
                  <strong><Highlight text={person.fullName} query={wanted} /></strong>
                  <span>{[person.position, person.unit?.shortName].filter(Boolean).join(' · ')}{isTaken && ` – ${t('people.taken')}`}</span>
                </span>
              </Combobox.Option>
            );
          })}
          {note && <Combobox.Empty><span role="status">{note}</span></Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
