import { beforeAll, describe, expect, it } from '@jest/globals';
import { aField, aUnit, aWard, type Ward } from '../factories/organisation.js';
import { ENTRIES_ALONE, type EntryParts, publish, readRegister, type Register } from '../factories/register.js';
import { useApp } from '../setup/app.js';

const app = useApp({}, ENTRIES_ALONE);
const register = (variables: object = {}): Promise<Register> => readRegister(app(), variables);

describe('the facets of the register', () => {
  let ward: Ward;
  let neighbour: Ward;
  let units: string[];
  beforeAll(async () => {
    [ward, neighbour] = [await aWard(app(), 'Phường Ga Trên'), await aWard(app(), 'Phường Ga Dưới')];
    units = [await aUnit(app(), ward, { officialName: 'Trường Tiểu học Ga' }), await aUnit(app(), ward, { officialName: 'Trạm Y tế Ga' })];
    for (const each of [ward, neighbour]) {
      await aField(app(), each, 'GAA', 'Giáo dục Ga');
      await aField(app(), each, 'GAB', 'Y tế Ga');
    }
    const entry = (fieldCode: string, year: number, unitId?: string, effectiveness: EntryParts['effectiveness'] = 'RECOGNISED'): EntryParts =>
      ({ title: 'Nhà ga văn minh', fieldCode, year, effectiveness, ...(unitId === undefined ? {} : { unitId }) });
    await publish(app(), ward.id, [
      entry('GAA', 2024, units[0]), entry('GAA', 2025, units[0]), entry('GAB', 2025, units[1]), entry('GAA', 2025, units[1], 'NOT_RECOGNISED'),
    ]);
    await publish(app(), neighbour.id, [entry('GAA', 2025), entry('GAB', 2026)]);
  });

  const filters: [string, Record<string, unknown>][] = [
    ['no further filter', {}], ['a field', { fields: ['GAA'] }], ['a year', { years: [2025] }], ['a field and a year', { fields: ['GAA'], years: [2025] }],
    ['effectiveness', { effectiveness: 'RECOGNISED' }], ['two years', { years: [2024, 2026] }], ['a ward', { tenantCode: 'WARD' }], ['a unit', { unitIds: ['UNIT'] }],
    ['a ward, a field and a unit', { tenantCode: 'WARD', fields: ['GAB'], unitIds: ['UNIT'] }],
  ];

  it.each(filters)('count what the list shows when they are clicked: %s', async (_name, given) => {
    const filter: Record<string, unknown> = { search: 'nha ga', ...given };
    if (filter['tenantCode'] !== undefined) filter['tenantCode'] = ward.code;
    if (filter['unitIds'] !== undefined) filter['unitIds'] = [units[0]];
    const { facets, totalCount, edges } = await register({ filter });
    expect(totalCount).toBe(edges.length);
    const clicks = [
      ...facets.fields.map((facet) => [facet, { fields: [facet.value] }] as const), ...facets.years.map((facet) => [facet, { years: [Number(facet.value)] }] as const),
      ...facets.units.map((facet) => [facet, { unitIds: [facet.value] }] as const), ...facets.tenants.map((facet) => [facet, { tenantCode: facet.value }] as const),
    ];
    expect(clicks.length).toBeGreaterThan(1);
    for (const [facet, click] of clicks) {
      const clicked = await register({ filter: { ...filter, ...click } });
      expect([facet, clicked.totalCount, clicked.edges.length]).toEqual([facet, facet.count, facet.count]);
    }
  });

  it('are named, the most frequent first', async () => {
    const { facets } = await register({ filter: { search: 'nha ga' } });
    expect(facets.fields).toEqual([{ value: 'GAA', label: 'Giáo dục Ga', count: 4 }, { value: 'GAB', label: 'Y tế Ga', count: 2 }]);
    expect(facets.years).toEqual([{ value: '2025', label: '2025', count: 4 }, { value: '2024', label: '2024', count: 1 }, { value: '2026', label: '2026', count: 1 }]);
    expect(facets.tenants).toEqual([{ value: ward.code, label: 'Phường Ga Trên', count: 4 }, { value: neighbour.code, label: 'Phường Ga Dưới', count: 2 }]);
    expect(facets.units.slice(0, 2)).toEqual([{ value: units[1], label: 'Trạm Y tế Ga', count: 2 }, { value: units[0], label: 'Trường Tiểu học Ga', count: 2 }]);
  });

  it('count guesses as they count what fits', async () => {
    const { facets, isApproximate, totalCount } = await register({ filter: { search: 'nha gaa van minhh', tenantCode: ward.code } });
    expect([isApproximate, totalCount]).toEqual([true, 4]);
    expect(facets.years).toEqual([{ value: '2025', label: '2025', count: 3 }, { value: '2024', label: '2024', count: 1 }]);
  });

  it('take a unit that is no id for a unit nobody has', async () => {
    expect(await register({ filter: { unitIds: ['không phải mã'] } })).toMatchObject({ edges: [], totalCount: 0 });
  });
});
