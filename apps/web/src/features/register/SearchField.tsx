import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';

const PAUSE_MS = 250;

/**
 * The words looked for. They reach the address 250 ms after the last key, never in the middle of a composed letter
 * (Telex and VNI build one letter of several keys), and at once on Enter.
 */
export function SearchField({ value, onChange }: { value: string; onChange: (words: string) => void }) {
  const { t } = useTranslation('register');
  const [text, setText] = useState(value);
  const timer = useRef(0);
  const underway = useRef<string[]>([]);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  useEffect(() => {
    const at = underway.current.indexOf(value);
    if (at >= 0) {
      underway.current.splice(0, at + 1);
      return;
    }
    // The address changed without this field: the back button, a removed chip.
    underway.current = [];
    setText(value);
  }, [value]);

  const send = (input: string) => {
    window.clearTimeout(timer.current);
    const words = input.trim();
    if (words === value) return;
    underway.current.push(words);
    onChange(words);
  };
  const type = (words: string, isComposing: boolean) => {
    setText(words);
    window.clearTimeout(timer.current);
    if (!isComposing) timer.current = window.setTimeout(() => send(words), PAUSE_MS);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(text);
  };
  return (
    <form role="search" onSubmit={submit}>
      <TextInput
        type="search" size="lg" label={t('search.label')} description={t('search.hint')} placeholder={t('search.placeholder')}
        inputWrapperOrder={['label', 'input', 'description']} leftSection={<IconSearch size={20} aria-hidden />}
        value={text} maxLength={200} autoComplete="off" spellCheck={false} enterKeyHint="search"
        onChange={(event) => type(event.currentTarget.value, (event.nativeEvent as InputEvent).isComposing)}
        onCompositionEnd={(event) => type(event.currentTarget.value, false)}
      />
    </form>
  );
}
