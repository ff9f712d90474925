import { describe, expect, it } from '@jest/globals';
import { countChosen, filterOf, readRegisterSearch, sortOf, toggled } from './registerSearch.js';

const UNIT = '019a0000-0000-7000-8000-000000000001';

describe('the address of the register', () => {
  it('becomes the filter of the API', () => {
    const search = readRegisterSearch({ 'tu-khoa': 'rác thải', 'linh-vuc': 'MT_CCHC', nam: '2026_2025', 'don-vi': UNIT, 'hieu-qua': 'co' });
    expect(filterOf(search)).toEqual({
      search: 'rác thải', fields: ['MT', 'CCHC'], years: [2026, 2025], unitIds: [UNIT], tenantCode: undefined, effectiveness: 'RECOGNISED',
    });
    expect(countChosen(search)).toBe(6);
  });

  it('keeps a single year a number, so that it needs no quotation marks', () => {
    expect(readRegisterSearch({ nam: 2026 }).nam).toBe(2026);
    expect(readRegisterSearch({ nam: '2026_2025' }).nam).toBe('2026_2025');
  });

  it('loses what the API would refuse', () => {
    const search = readRegisterSearch({ 'tu-khoa': 'x'.repeat(300), nam: '1066_tới', 'don-vi': 'phong-vh', 'sap-xep': 'la', 'hieu-qua': 'khong' });
    expect(search['tu-khoa']).toHaveLength(200);
    expect(filterOf(search)).toMatchObject({ years: undefined, unitIds: undefined, effectiveness: undefined });
    expect(search['sap-xep']).toBeUndefined();
  });

  it('switches a value on and off', () => {
    const on = toggled(readRegisterSearch({ 'linh-vuc': 'MT' }), 'linh-vuc', 'GD');
    expect(on['linh-vuc']).toBe('MT_GD');
    expect(toggled(on, 'linh-vuc', 'MT')['linh-vuc']).toBe('GD');
    expect(toggled(toggled({}, 'nam', '2026'), 'nam', '2026').nam).toBeUndefined();
  });

  it('orders by fit only while there are words', () => {
    expect(sortOf({})).toBe('moi-nhat');
    expect(sortOf({ 'sap-xep': 'lien-quan' })).toBe('moi-nhat');
    expect(sortOf({ 'tu-khoa': 'rác' })).toBe('lien-quan');
    expect(sortOf({ 'tu-khoa': 'rác', 'sap-xep': 'ten' })).toBe('ten');
  });
});
