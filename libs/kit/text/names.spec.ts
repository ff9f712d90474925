import { describe, expect, it } from '@jest/globals';
import { initialsOf, sortNameOf } from './index.js';

describe('sortNameOf', () => {
  it.each([
    ['Nguyễn Thị Ánh', 'Ánh Nguyễn Thị'],
    ['  Đỗ   Văn Ân ', 'Ân Đỗ Văn'],
    ['Lan', 'Lan'],
    ['', ''],
  ])('puts the given name of %j first: %j', (fullName, expected) => {
    expect(sortNameOf(fullName)).toBe(expected);
  });

  it('lists people by given name, then family name, in the Vietnamese order of letters', () => {
    const names = ['Vũ Văn Ơn', 'Trần Văn An', 'Lê Thị Đào', 'Phạm Ân', 'Bùi Văn An', 'Hoàng Dung', 'Cao Ăn', 'Đặng Thị On'];
    const collator = new Intl.Collator('vi');
    expect(names.toSorted((a, b) => collator.compare(sortNameOf(a), sortNameOf(b)))).toEqual(
      ['Bùi Văn An', 'Trần Văn An', 'Cao Ăn', 'Phạm Ân', 'Hoàng Dung', 'Lê Thị Đào', 'Đặng Thị On', 'Vũ Văn Ơn'],
    );
  });
});

describe('initialsOf', () => {
  it.each([
    ['Đỗ Văn Ân', 'ĐÂ'],
    ['nguyễn thị ánh', 'NÁ'],
    ['Đỗ Văn Ân'.normalize('NFD'), 'ĐÂ'],
    ['Lan', 'L'],
    [' ', ''],
  ])('shortens %j to %j', (fullName, expected) => {
    expect(initialsOf(fullName)).toBe(expected);
  });
});
