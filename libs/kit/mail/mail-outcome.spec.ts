import { describe, expect, it } from '@jest/globals';
import { outcomeOfFailure } from './mail-outcome.js';

const failure = (facts: object): Error => Object.assign(new Error('Message failed: 550 who@where'), facts);

describe('a mail that was not taken', () => {
  it.each([
    [{ code: 'EENVELOPE', command: 'RCPT TO', response: '550 5.1.1 <a@b> unknown', responseCode: 550 }, { kind: 'PERMANENT', code: '550 5.1.1' }],
    [{ code: 'EMESSAGE', command: 'DATA', response: '554 too big', responseCode: 554 }, { kind: 'PERMANENT', code: '554' }],
    [{ code: 'EENVELOPE', command: 'RCPT TO', response: '451 4.7.1 Greylisted', responseCode: 451 }, { kind: 'TEMPORARY', code: '451 4.7.1' }],
    [{ code: 'EENVELOPE', command: 'MAIL FROM', response: '550 5.7.1 sender', responseCode: 550 }, { kind: 'TEMPORARY', code: '550 5.7.1' }],
    [{ code: 'EAUTH', command: 'AUTH PLAIN', response: '535 5.7.8 no', responseCode: 535 }, { kind: 'TEMPORARY', code: 'AUTHENTICATION' }],
    [{ code: 'EPROTOCOL', command: 'CONN', response: '554 go away', responseCode: 554 }, { kind: 'TEMPORARY', code: '554' }],
    [{ code: 'ETIMEDOUT' }, { kind: 'TEMPORARY', code: 'TIMEOUT' }],
    [{ code: 'ETLS' }, { kind: 'TEMPORARY', code: 'TLS' }],
    [{ code: 'ECONNECTION' }, { kind: 'TEMPORARY', code: 'CONNECTION' }],
  ])('%p', (facts, outcome) => {
    expect(outcomeOfFailure(failure(facts))).toEqual(outcome);
  });

  it('is tried again when nobody knows why', () => {
    expect(outcomeOfFailure(null)).toEqual({ kind: 'TEMPORARY', code: 'CONNECTION' });
    expect(outcomeOfFailure(failure({ code: 'ESOCKET', originalCode: 'DEPTH_ZERO_SELF_SIGNED_CERT' }))).toEqual({ kind: 'TEMPORARY', code: 'TLS' });
  });
});
