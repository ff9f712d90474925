import { useRef } from 'react';
import type { FacetLists } from './Facets.js';
import type { ListFacet } from './registerSearch.js';

type FacetName = ListFacet | 'phuong';

/** Remembers how facet values are called, because a chosen value may vanish from the lists as others are chosen. */
export function useLabels(facets: FacetLists | undefined): (facet: FacetName, value: string) => string {
  const known = useRef(new Map<string, string>());
  const learn = (facet: FacetName, values: FacetLists['fields']) => values.forEach(({ value, label }) => known.current.set(`${facet}/${value}`, label));
  if (facets) {
    learn('linh-vuc', facets.fields);
    learn('nam', facets.years);
    learn('don-vi', facets.units);
    learn('phuong', facets.tenants);
  }
  return (facet, value) => known.current.get(`${facet}/${value}`) ?? value;
}
