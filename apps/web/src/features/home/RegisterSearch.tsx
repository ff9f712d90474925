import { Button, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './home.module.css';

/** The search of the register; it opens the register with the words. */
export function RegisterSearch() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [query, setQuery] = useState('');
  const search = (event: FormEvent) => {
    event.preventDefault();
    void navigate({ to: '/sang-kien', search: { 'tu-khoa': query.trim() || undefined } });
  };
  return (
    <form role="search" onSubmit={search} className={styles.search}>
      <TextInput
        type="search" size="lg" label={t('home.searchLabel')} description={t('home.searchHint')} placeholder={t('home.searchPlaceholder')}
        inputWrapperOrder={['label', 'input', 'description']} value={query} onChange={(event) => setQuery(event.currentTarget.value)}
        className={styles.searchField} autoComplete="off" spellCheck={false} maxLength={200} enterKeyHint="search"
      />
      <Button type="submit" size="lg" leftSection={<IconSearch size={20} aria-hidden />}>{t('action.search')}</Button>
    </form>
  );
}
