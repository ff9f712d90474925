import { describe, expect, it } from '@jest/globals';
import { normalPassword, passwordFaults } from './password-rules.js';

const faults = (password: string, username = 'nguyen.van.a', previous: string | null = null) =>
  passwordFaults({ password, username, previous });

describe('a new password', () => {
  it('has ten to two hundred characters, counted as people do', () => {
    expect(faults('123456789')).toEqual(['PASSWORD_TOO_SHORT']);
    expect(faults('1234567890')).toEqual([]);
    expect(faults('🌊'.repeat(9))).toEqual(['PASSWORD_TOO_SHORT']);
    expect(faults('🌊'.repeat(10))).toEqual([]);
    expect(faults('x'.repeat(200))).toEqual([]);
    expect(faults('x'.repeat(201))).toEqual(['PASSWORD_TOO_LONG']);
  });

  it('is not the username in any case', () => {
    expect(faults('Nguyen.Van.A')).toEqual(['PASSWORD_IS_USERNAME']);
  });

  it('is another one than before', () => {
    expect(faults('một con ngựa', 'a', 'một con ngựa')).toEqual(['PASSWORD_UNCHANGED']);
    expect(faults('một con trâu', 'a', 'một con ngựa')).toEqual([]);
  });

  it('tells all its faults', () => {
    expect(faults('ANH.LE', 'anh.le', 'ANH.LE')).toEqual(['PASSWORD_TOO_SHORT', 'PASSWORD_IS_USERNAME', 'PASSWORD_UNCHANGED']);
  });

  it('is the same whatever the keyboard writes', () => {
    expect(normalPassword('chữ ký'.normalize('NFD'))).toBe('chữ ký'.normalize('NFC'));
  });
});
