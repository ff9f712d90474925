import { Modal, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { vnNorm } from '../lib/text.js';
import { useNavEntries } from './nav.js';
import { closeOverlay } from './overlays.js';
import styles from './Palette.module.css';

/** Ctrl+K: goes to any page by a few letters of its name, or searches the register for what was typed. */
export default function Palette() {
  const { t } = useTranslation();
  const router = useRouter();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  const entries = useNavEntries();
  const wanted = vnNorm(query.trim());
  const pages = entries
    .map((entry) => ({ id: entry.key as string, label: t(`nav.${entry.key}`), to: entry.to, icon: entry.icon }))
    .filter((entry) => vnNorm(entry.label).includes(wanted));
  const options = wanted === '' ? pages : [...pages, {
    id: 'register-search', label: t('palette.searchRegister', { query: query.trim() }), to: `/sang-kien?tu-khoa=${encodeURIComponent(query.trim())}`, icon: IconSearch,
  }];
  const active = Math.min(chosen, options.length - 1);
  const go = (index: number) => {
    const option = options[index];
    if (!option) return;
    closeOverlay();
    router.history.push(option.to);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setChosen((active + (event.key === 'ArrowDown' ? 1 : options.length - 1)) % options.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      go(active);
    }
  };
  return (
    <Modal opened onClose={closeOverlay} title={t('palette.title')} centered={false} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <TextInput
        data-autofocus
        aria-label={t('palette.title')}
        placeholder={t('palette.placeholder')}
        value={query}
        onChange={(event) => { setQuery(event.currentTarget.value); setChosen(0); }}
        onKeyDown={onKeyDown}
        role="combobox"
        aria-expanded
        aria-controls="palette-list"
        aria-activedescendant={options[active] ? `palette-${options[active].id}` : undefined}
        autoComplete="off"
        spellCheck={false}
      />
      <ul id="palette-list" role="listbox" aria-label={t('palette.title')} className={styles.list}>
        {options.map(({ id, label, icon: Icon }, index) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the combobox above listens for the keys
          <li key={id} id={`palette-${id}`} role="option" aria-selected={index === active} className={styles.option} onClick={() => go(index)} onMouseMove={() => setChosen(index)}>
            <Icon size={20} aria-hidden />
            {label}
          </li>
        ))}
      </ul>
      <p role="status" className="mantine-visually-hidden" style={{ position: 'absolute', clipPath: 'inset(50%)', margin: 0 }}>{t('palette.results', { count: options.length })}</p>
    </Modal>
  );
}
