import { describe, expect, it } from '@jest/globals';
import { byMember, matrixOf } from './progress.js';

const items = [{ id: 'a' }, { id: 'b' }];
const person = (id: string) => ({ id, fullName: id.toUpperCase() });
const members = [{ isVoting: true, person: person('hoa') }, { isVoting: false, person: person('clerk') }, { isVoting: true, person: person('minh') }];
const progress = [
  { itemId: 'a', personId: 'hoa', mark: 'SUBMITTED' as const },
  { itemId: 'b', personId: 'hoa', mark: 'DRAFT' as const },
  { itemId: 'a', personId: 'minh', mark: 'RECUSED' as const },
];

describe('the progress of a session', () => {
  it('has a row for each dossier and a column for each member who scores', () => {
    const { columns, rows } = matrixOf(items, members, progress);
    expect(columns.map(({ id }) => id)).toEqual(['hoa', 'minh']);
    expect(rows.map(({ marks }) => marks)).toEqual([['SUBMITTED', 'RECUSED'], ['DRAFT', 'NOT_STARTED']]);
  });

  it('expects no sheet from whoever is not assigned', () => {
    const assigned = [...progress, { itemId: 'b', personId: 'minh', mark: 'NOT_ASSIGNED' as const }];
    expect(byMember(items, members, assigned).map(({ expected, missing }) => [expected, missing.length])).toEqual([[2, 1], [0, 0]]);
  });

  it('expects no sheet from whoever is recused', () => {
    expect(byMember(items, members, progress)).toEqual([
      { personId: 'hoa', fullName: 'HOA', submitted: 1, expected: 2, missing: [{ id: 'b' }] },
      { personId: 'minh', fullName: 'MINH', submitted: 0, expected: 1, missing: [{ id: 'b' }] },
    ]);
  });
});
