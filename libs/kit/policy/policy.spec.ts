import { describe, expect, it } from '@jest/globals';
import type { Viewer } from '@kit/context';
import { sql, type SqlStatement } from '@kit/database';
import { DomainError } from '@kit/errors';
import { allow, and, ANYONE, type Condition, definePolicy, not, or, policyOf, policyTable, SIGNED_IN } from './index.js';

interface Paper {
  readonly authorId: string;
  readonly unitId: string | null;
  readonly open: boolean;
}

const viewerWith = (personId: string, ...roles: string[]): Viewer => ({
  accountId: 'a', personId, tenantId: 't', sessionId: 's', unitId: 'u1', fullName: personId,
  roles: roles.map((role) => ({ role, unitId: null })),
});
const an = viewerWith('an');
const reader = viewerWith('binh');
const head = viewerWith('chi', 'HEAD');
const officer = viewerWith('dung', 'OFFICER', 'AUDITOR');

const isAuthor: Condition<Paper> = {
  sentence: 'the viewer is the author',
  test: (paper, viewer) => paper.authorId === viewer.personId,
  sql: (alias, viewer) => sql`${sql.identifier(alias, 'author_id')} = ${viewer.personId}`,
};
const inOwnUnit: Condition<Paper> = {
  sentence: 'the paper belongs to the viewer’s unit',
  test: (paper, viewer) => paper.unitId === viewer.unitId,
  sql: (alias, viewer) => sql`${sql.identifier(alias, 'unit_id')} = ${viewer.unitId}`,
};
const isOpen: Condition<Paper, Viewer | null> = {
  sentence: 'the paper is open',
  test: (paper) => paper.open,
  sql: (alias) => sql`${sql.identifier(alias, 'open')}`,
};
const feelsRight: Condition<Paper> = { sentence: 'it feels right', test: () => true };

const policy = definePolicy<Paper>('Paper', {
  'paper.read': [allow(ANYONE, isOpen), allow(SIGNED_IN, isAuthor), allow('HEAD', inOwnUnit), allow('AUDITOR')],
  'paper.edit': [allow(SIGNED_IN, isAuthor)],
  'paper.sign': [allow(['HEAD', 'OFFICER'], and(inOwnUnit, not(isAuthor)))],
  'paper.burn': [],
  'paper.guess': [allow(SIGNED_IN, feelsRight)],
});

const closed: Paper = { authorId: 'an', unitId: 'u1', open: false };
const elsewhere: Paper = { authorId: 'an', unitId: 'u2', open: false };
const published: Paper = { authorId: 'an', unitId: 'u2', open: true };

const codeOf = (act: () => void): string => {
  try {
    act();
    return 'allowed';
  } catch (error) {
    return error instanceof DomainError ? error.code : 'another error';
  }
};
const parts = ({ text, values }: SqlStatement): [string, readonly unknown[]] => [text, values];

describe('a policy', () => {
  it.each<[string, string, Viewer | null, Paper, boolean]>([
    ['a visitor reads what is open', 'paper.read', null, published, true],
    ['a visitor does not read what is closed', 'paper.read', null, closed, false],
    ['the author reads the own paper', 'paper.read', an, closed, true],
    ['another person does not', 'paper.read', reader, closed, false],
    ['a head reads papers of the own unit', 'paper.read', head, closed, true],
    ['and not those of other units', 'paper.read', head, elsewhere, false],
    ['a grant without a condition holds always', 'paper.read', officer, elsewhere, true],
    ['any of several roles is enough', 'paper.sign', officer, closed, true],
    ['an action that nobody was granted is refused to everybody', 'paper.burn', officer, closed, false],
  ])('%s', (_, action, viewer, paper, expected) => {
    expect(policy.can(action, viewer, paper)).toBe(expected);
  });

  it('knows who may ever do something, before there is an object', () => {
    expect([null, an, head].map((viewer) => policy.anyGrant('paper.sign', viewer))).toEqual([false, false, true]);
    expect([null, an].map((viewer) => policy.anyGrant('paper.read', viewer))).toEqual([true, true]);
    expect(policy.anyGrant('paper.burn', officer)).toBe(false);
  });

  it('throws for an action it does not know, also when its name is that of a method', () => {
    expect(() => policy.can('paper.fold', an, closed)).toThrow('The policy of Paper knows no action "paper.fold"');
    expect(() => policy.can('toString', an, closed)).toThrow('knows no action');
  });
});

describe('a policy as SQL', () => {
  it('is FALSE without a grant, TRUE with one that has no condition', () => {
    expect(parts(policy.where('paper.edit', null, 'p'))).toEqual(['FALSE', []]);
    expect(parts(policy.where('paper.burn', officer, 'p'))).toEqual(['FALSE', []]);
    expect(parts(policy.where('paper.read', officer, 'p'))).toEqual(['TRUE', []]);
  });

  it('joins the conditions of all grants the viewer holds, with values apart', () => {
    expect(parts(policy.where('paper.read', head, 'p'))).toEqual([
      '(("p"."open") OR ("p"."author_id" = $1) OR ("p"."unit_id" = $2))', ['chi', 'u1'],
    ]);
    expect(parts(policy.where('paper.read', null, 'p'))).toEqual(['(("p"."open"))', []]);
  });

  it('composes, and treats what is unknown as refused in a negation', () => {
    expect(parts(policy.where('paper.sign', head, 'p'))).toEqual([
      '(((("p"."unit_id" = $1) AND ((("p"."author_id" = $2) IS NOT TRUE)))))',
      ['u1', 'chi'],
    ]);
  });

  it('cannot be had from a condition that exists in memory only', () => {
    expect(() => policy.where('paper.guess', an, 'p')).toThrow('"it feels right" has no SQL face, so "paper.guess" cannot filter a list');
    expect(or(isAuthor, feelsRight).sql).toBeUndefined();
    expect(not(feelsRight).sql).toBeUndefined();
  });
});

describe('a demand', () => {
  it('passes when the policy allows it', () => {
    expect(codeOf(() => policy.require('paper.edit', an, closed))).toBe('allowed');
  });

  it('hides an object that may not be read', () => {
    expect(codeOf(() => policy.require('paper.edit', reader, closed))).toBe('NOT_FOUND');
    expect(codeOf(() => policy.require('paper.edit', null, closed))).toBe('NOT_FOUND');
    expect(codeOf(() => policy.require('paper.read', reader, closed))).toBe('NOT_FOUND');
  });

  it('says no about an object that may be read', () => {
    expect(codeOf(() => policy.require('paper.edit', reader, published))).toBe('FORBIDDEN');
    expect(codeOf(() => policy.require('paper.edit', null, published))).toBe('UNAUTHENTICATED');
  });
});

describe('the permission table', () => {
  it('lists every action with who and when, in words', () => {
    expect(policyTable().filter(({ subject }) => subject === 'Paper')).toEqual([
      { subject: 'Paper', action: 'paper.burn', grants: [] },
      { subject: 'Paper', action: 'paper.edit', grants: [{ who: 'SIGNED_IN', when: 'the viewer is the author' }] },
      { subject: 'Paper', action: 'paper.guess', grants: [{ who: 'SIGNED_IN', when: 'it feels right' }] },
      {
        subject: 'Paper', action: 'paper.read', grants: [
          { who: 'ANYONE', when: 'the paper is open' },
          { who: 'SIGNED_IN', when: 'the viewer is the author' },
          { who: 'HEAD', when: 'the paper belongs to the viewer’s unit' },
          { who: 'AUDITOR', when: null },
        ],
      },
      {
        subject: 'Paper', action: 'paper.sign', grants: ['HEAD', 'OFFICER'].map((who) => ({
          who, when: '(the paper belongs to the viewer’s unit) and (not (the viewer is the author))',
        })),
      },
    ]);
  });

  it('knows the policy of an action', () => {
    expect(policyOf('paper.read')).toBe(policy);
    expect(policyOf('paper.fold')).toBeUndefined();
  });

  it('refuses two policies for one action', () => {
    expect(() => definePolicy('Letter', { 'paper.read': [] })).toThrow('"paper.read" is declared by the policies of Paper and Letter');
  });
});
