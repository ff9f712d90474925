import { Checkbox, Radio, Stack, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RegisterQuery } from '../../gql/graphql.js';
import { chosen, toggled, type ListFacet, type RegisterSearch } from './registerSearch.js';
import styles from './register.module.css';

export type FacetLists = RegisterQuery['register']['facets'];
type Value = FacetLists['fields'][number];

const SHOWN_AT_FIRST = 8;

export interface FacetsProps {
  facets: FacetLists;
  search: RegisterSearch;
  onChange: (search: RegisterSearch) => void;
  /** How a chosen value was called before other filters removed it from the lists. */
  labelOf: (facet: ListFacet | 'phuong', value: string) => string;
}

/** What the register can be narrowed by, each value with the number of entries it would show. */
export function Facets({ facets, search, onChange, labelOf }: FacetsProps) {
  const { t } = useTranslation('register');
  const list = (facet: ListFacet, values: readonly Value[]) => (
    <FacetGroup
      legend={t(`facet.${facet}`)} values={withChosen(values, chosen(search, facet), (value) => labelOf(facet, value))} selected={chosen(search, facet)}
      onToggle={(value) => onChange(toggled(search, facet, value))}
    />
  );
  return (
    <div className={styles.facets}>
      {list('linh-vuc', facets.fields)}
      {list('nam', facets.years)}
      <fieldset className={styles.facet}>
        <legend>{t('facet.hieu-qua')}</legend>
        <Checkbox
          label={t('facet.effectiveOnly')} checked={search['hieu-qua'] === 'co'}
          onChange={(event) => onChange({ ...search, 'hieu-qua': event.currentTarget.checked ? 'co' : undefined })}
        />
      </fieldset>
      {facets.tenants.length > 1 && (
        <fieldset className={styles.facet}>
          <legend>{t('facet.phuong')}</legend>
          <Radio.Group value={search.phuong ?? ''} onChange={(ward) => onChange({ ...search, phuong: ward || undefined })} aria-label={t('facet.phuong')}>
            <Stack gap={10}>
              <Radio value="" label={t('facet.allWards')} />
              {facets.tenants.map((ward) => <Radio key={ward.value} value={ward.value} label={<Label {...ward} />} />)}
            </Stack>
          </Radio.Group>
        </fieldset>
      )}
      {list('don-vi', facets.units)}
    </div>
  );
}

function FacetGroup({ legend, values, selected, onToggle }: { legend: string; values: Value[]; selected: string[]; onToggle: (value: string) => void }) {
  const { t } = useTranslation('register');
  const [isWhole, setWhole] = useState(false);
  if (values.length === 0) return null;
  const shown = isWhole ? values : values.filter(({ value }, index) => index < SHOWN_AT_FIRST || selected.includes(value));
  return (
    <fieldset className={styles.facet}>
      <legend>{legend}</legend>
      <Stack gap={10}>
        {shown.map((facet) => (
          <Checkbox key={facet.value} label={<Label {...facet} />} checked={selected.includes(facet.value)} onChange={() => onToggle(facet.value)} />
        ))}
      </Stack>
      {values.length > SHOWN_AT_FIRST && (
        <button type="button" className={styles.more} aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('facet.fewer') : t('facet.more', { count: values.length - shown.length })}
        </button>
      )}
    </fieldset>
  );
}

function Label({ label, count }: Value) {
  const { t } = useTranslation('register');
  return <>{label} <span className={styles.count} aria-hidden>({count})</span><VisuallyHidden>, {t('results.total', { count })}</VisuallyHidden></>;
}

/** Chosen values stay in sight even when the other filters leave nothing of them. */
function withChosen(values: readonly Value[], selected: readonly string[], labelOf: (value: string) => string): Value[] {
  const gone = selected.filter((value) => !values.some((known) => known.value === value));
  return [...gone.map((value) => ({ value, label: labelOf(value), count: 0 })), ...values];
}
