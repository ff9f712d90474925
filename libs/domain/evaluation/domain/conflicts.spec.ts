import { expect, it } from '@jest/globals';
import { conflictOf } from './conflicts.js';

it.each([
  ['lead', { kind: 'AUTHOR', mayBeAllowed: false }],
  ['co-author', { kind: 'AUTHOR', mayBeAllowed: false }],
  ['adopter', { kind: 'ADOPTER', mayBeAllowed: true }],
  ['colleague', null],
])('a member who is %s has the conflict %j', (personId, expected) => {
  const initiative = { authorPersonIds: ['lead', 'co-author'], adopterPersonIds: ['adopter'] };
  expect(conflictOf({ personId }, initiative)).toEqual(expected);
});

it('an author who also was a first adopter is an author', () => {
  expect(conflictOf({ personId: 'lead' }, { authorPersonIds: ['lead'], adopterPersonIds: ['lead'] })?.kind).toBe('AUTHOR');
});
