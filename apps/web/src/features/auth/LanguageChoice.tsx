import { Radio, Stack } from '@mantine/core';
import { startTransition } from 'react';
import { useTranslation } from 'react-i18next';
import { changeLanguage, LANGUAGES, type Language } from '../../i18n/index.js';

const NAMES: Record<Language, string> = { vi: 'Tiếng Việt', en: 'English' };

/** The language of the screens on this device. */
export function LanguageChoice() {
  const { t, i18n } = useTranslation('auth');
  return (
    <Radio.Group
      aria-label={t('language.title')}
      description={t('language.hint')}
      value={i18n.language}
      onChange={(value) => startTransition(() => { void changeLanguage(value as Language); })}
    >
      <Stack gap="xs" mt="xs">
        {LANGUAGES.map((language) => <Radio key={language} value={language} label={<span lang={language}>{NAMES[language]}</span>} />)}
      </Stack>
    </Radio.Group>
  );
}
