import { useEffect, useState } from 'react';
import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const SPEAK_AFTER = 1000;

export interface CharacterCounterProps {
  value: string;
  /** The suggested length; longer texts are still accepted. */
  max: number;
  /** For `aria-describedby` of the field. */
  id?: string;
}

/** Characters left to the suggested length. Warns and never blocks; read aloud only when typing pauses. */
export function CharacterCounter({ value, max, id }: CharacterCounterProps) {
  const { t } = useTranslation();
  const left = max - [...value.normalize('NFC')].length;
  const words = left >= 0 ? t('counter.left', { count: left }) : t('counter.over', { count: -left });
  const [spoken, setSpoken] = useState('');
  useEffect(() => {
    const timer = window.setTimeout(() => setSpoken(left < max * 0.1 ? words : ''), SPEAK_AFTER);
    return () => window.clearTimeout(timer);
  }, [words, left, max]);
  return (
    <div id={id} style={{ color: left < 0 ? 'var(--mantine-color-amber-8)' : 'var(--khoi-ink-soft)', fontWeight: left < 0 ? 600 : 400, fontSize: '0.9375rem' }}>
      <span aria-hidden>{words}</span>
      <VisuallyHidden role="status">{spoken}</VisuallyHidden>
    </div>
  );
}
