import { expect, it } from '@jest/globals';
import { conflictOf } from './conflicts.js';

it.each([
  ['lead', { kind: 'AUTHOR', mayBeAllowed: false }],
  ['co-author', { kind: 'AUTHOR', mayBeAllowed: false }],
  ['colleague', null],
])('a member who is %s has the conflict %j', (personId, expected) => {
  expect(conflictOf({ personId }, { authorPersonIds: ['lead', 'co-author'] })).toEqual(expected);
});
