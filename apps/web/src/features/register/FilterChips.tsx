import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { chosen, LIST_FACETS, toggled, type ListFacet, type RegisterSearch } from './registerSearch.js';
import styles from './register.module.css';

interface Chip {
  key: string;
  label: string;
  without: RegisterSearch;
}

export interface FilterChipsProps {
  search: RegisterSearch;
  onChange: (search: RegisterSearch) => void;
  labelOf: (facet: ListFacet | 'phuong', value: string) => string;
}

/** What is chosen now, each removable by one press. */
export function FilterChips({ search, onChange, labelOf }: FilterChipsProps) {
  const { t } = useTranslation('register');
  const chips: Chip[] = LIST_FACETS.flatMap((facet) => chosen(search, facet).map((value) => ({
    key: `${facet}-${value}`, label: labelOf(facet, value), without: toggled(search, facet, value),
  })));
  if (search['hieu-qua']) chips.push({ key: 'hieu-qua', label: t('facet.effectiveOnly'), without: { ...search, 'hieu-qua': undefined } });
  if (search.phuong) chips.push({ key: 'phuong', label: labelOf('phuong', search.phuong), without: { ...search, phuong: undefined } });
  if (chips.length === 0) return null;
  return (
    <ul className={styles.chips} aria-label={t('chips.label')}>
      {chips.map(({ key, label, without }) => (
        <li key={key}>
          <button type="button" className={styles.chip} aria-label={t('chips.remove', { label })} onClick={() => onChange(without)}>
            {label} <IconX size={16} aria-hidden />
          </button>
        </li>
      ))}
      <li><button type="button" className={styles.clear} onClick={() => onChange({ 'tu-khoa': search['tu-khoa'], 'sap-xep': search['sap-xep'] })}>{t('chips.clear')}</button></li>
    </ul>
  );
}
