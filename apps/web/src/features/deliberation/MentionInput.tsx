import { Textarea, VisuallyHidden } from '@mantine/core';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { mentionAt, offered, withMention, type Mention, type Named } from './mentions.js';
import styles from './deliberation.module.css';

interface MentionInputProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  members: readonly Named[];
  disabled?: boolean;
}

/** A text in which `@` offers members: arrows choose, Enter or Tab takes, Escape goes on without. */
export function MentionInput({ label, value, onChange, members, disabled }: MentionInputProps) {
  const { t } = useTranslation('discussion');
  const field = useRef<HTMLTextAreaElement>(null);
  const list = useId();
  const [mention, setMention] = useState<Mention | null>(null);
  const [chosen, setChosen] = useState(0);
  const people = mention ? offered(members, mention.typed) : [];
  const active = people[Math.min(chosen, people.length - 1)];

  const look = () => {
    const { current } = field;
    const found = current && current.selectionStart === current.selectionEnd ? mentionAt(current.value, current.selectionStart) : null;
    if (found?.at !== mention?.at || found?.typed !== mention?.typed) setChosen(0);
    setMention(found);
  };
  const take = (person: Named) => {
    if (!mention) return;
    const { text, caret } = withMention(value, mention, person);
    onChange(text);
    setMention(null);
    // The caret is set once the new text is drawn.
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(caret, caret);
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!active || event.nativeEvent.isComposing) return;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move !== undefined) setChosen((Math.min(chosen, people.length - 1) + move + people.length) % people.length);
    else if ((event.key === 'Enter' && !event.ctrlKey && !event.metaKey) || event.key === 'Tab') take(active);
    else if (event.key === 'Escape') setMention(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.mentioning}>
      <Textarea
        ref={field} label={label} description={t('mention.hint')} value={value} autosize minRows={2} maxRows={12} maxLength={4000} disabled={disabled}
        onChange={(event) => { onChange(event.currentTarget.value); look(); }} onSelect={look} onBlur={() => setMention(null)} onKeyDown={onKeyDown}
        aria-autocomplete="list" aria-controls={active ? list : undefined} aria-activedescendant={active ? `${list}-${active.id}` : undefined}
      />
      {active && (
        <ul id={list} role="listbox" aria-label={t('mention.list')} className={styles.people}>
          {people.map((person) => (
            // The text keeps the focus; a pointer must not take it away.
            <li key={person.id} id={`${list}-${person.id}`} role="option" aria-selected={person === active} onPointerDown={(event) => event.preventDefault()} onPointerUp={() => take(person)}>
              {person.fullName}
            </li>
          ))}
        </ul>
      )}
      <VisuallyHidden role="status">{active ? t('mention.count', { count: people.length }) : ''}</VisuallyHidden>
    </div>
  );
}
