import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState, type KeyboardEvent } from 'react';
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

/** Finds a colleague by name, with or without marks. Shows position and unit, because names repeat. */
export function PersonSearch({ id, label, hint, error, taken, onChoose }: PersonSearchProps) {
  const { t } = useTranslation('initiative');
  const [query, setQuery] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [isComposing, setComposing] = useState(false);
  const wanted = query.trim();
  const found = usePeople(isComposing ? '' : wanted);
  const people = wanted.length < LEAST ? [] : found?.people ?? [];
  const note = wanted.length < LEAST ? t('people.typeMore')
    : found?.query !== wanted ? t('people.searching')
      : found.failed ? t('people.failed')
        : people.length === 0 ? t('people.none', { query: wanted }) : null;
  const optionId = (index: number) => `${id}-option-${index}`;

  const choose = (person: FoundPerson | undefined) => {
    if (!person || taken.includes(person.id)) return;
    onChoose(person);
    setQuery('');
    setOpen(false);
    setActive(-1);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && people.length > 0) {
      event.preventDefault();
      setOpen(true);
      setActive((before) => (before + step + people.length) % people.length);
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && isOpen) {
      event.preventDefault();
      choose(people[active]);
    } else if (event.key === 'Escape') setOpen(false);
  };
  return (
    <div className={styles.search}>
      <TextInput
        id={id} label={label} description={hint} error={error} value={query} leftSection={<IconSearch size={18} aria-hidden />} autoComplete="off" spellCheck={false}
        role="combobox" aria-expanded={isOpen} aria-controls={`${id}-list`} aria-autocomplete="list" aria-activedescendant={isOpen && active >= 0 ? optionId(active) : undefined}
        onChange={(event) => { setQuery(event.currentTarget.value); setOpen(true); setActive(-1); }}
        onFocus={() => setOpen(true)} onBlur={() => setOpen(false)} onKeyDown={onKeyDown}
        onCompositionStart={() => setComposing(true)} onCompositionEnd={() => setComposing(false)}
      />
      {/* Pressing an option must not take the focus from the field before the click arrives. */}
      <div className={styles.found} hidden={!isOpen} onPointerDown={(event) => event.preventDefault()}>
        <ul id={`${id}-list`} role="listbox" aria-label={label}>
          {people.map((person, index) => (
            <Option key={person.id} id={optionId(index)} person={person} query={wanted} isActive={index === active} isTaken={taken.includes(person.id)} onChoose={() => choose(person)} />
          ))}
        </ul>
        <p role="status" className={styles.searchNote}>{isOpen && note}</p>
      </div>
    </div>
  );
}

interface OptionProps {
  id: string;
  person: FoundPerson;
  query: string;
  isActive: boolean;
  isTaken: boolean;
  onChoose: () => void;
}

function Option({ id, person, query, isActive, isTaken, onChoose }: OptionProps) {
  const { t } = useTranslation('initiative');
  const about = [person.position, person.unit?.shortName].filter(Boolean).join(' · ');
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field listens for the keys
    <li id={id} role="option" aria-selected={isActive} aria-disabled={isTaken || undefined} className={styles.option} onClick={onChoose}>
      <strong><Highlight text={person.fullName} query={query} /></strong>
      <span>{about}{isTaken && ` – ${t('people.taken')}`}</span>
    </li>
  );
}

/** People whose names contain the words; asked when typing pauses. */
function usePeople(wanted: string): { query: string; people: FoundPerson[]; failed: boolean } | null {
  const client = useClient();
  const [found, setFound] = useState<{ query: string; people: FoundPerson[]; failed: boolean } | null>(null);
  useEffect(() => {
    if (wanted.length < LEAST) return undefined;
    let isCurrent = true;
    const timer = window.setTimeout(() => {
      void client.query(PEOPLE, { search: wanted }).then(({ data, error }) => {
        if (isCurrent) setFound({ query: wanted, people: data?.people.edges.map(({ node }) => node) ?? [], failed: error !== undefined });
      });
    }, PAUSE);
    return () => {
      isCurrent = false;
      window.clearTimeout(timer);
    };
  }, [client, wanted]);
  return found;
}
