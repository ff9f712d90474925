import { describe, expect, it } from '@jest/globals';
import { isOneMailbox, oneLine, parseMailAddress } from './mail-address.js';

describe('a mail address', () => {
  it.each(['a@b', 'an.nguyen+khoi@phuong.example.vn', 'hà@phường.vn', "o'brien@x.example"])('%s is one mailbox', (address) => {
    expect(isOneMailbox(address)).toBe(true);
  });

  it.each(['', 'a', 'a@', '@b', 'a@b,c@d', 'a@b\r\nRCPT TO:<c@d>', '<a@b>', 'a b@c', 'a@b c', 'a@b>', 'a;b@c', '"a"@b', 'a@.b', 'a@b.', `${'x'.repeat(65)}@b`])(
    '%p is none, or more than one', (address) => {
      expect(isOneMailbox(address)).toBe(false);
    },
  );

  it('is read with its name', () => {
    expect(parseMailAddress('Khơi <khoi@localhost>')).toEqual({ name: 'Khơi', address: 'khoi@localhost' });
    expect(parseMailAddress('"UBND phường, TP" <ubnd@x.vn>')).toEqual({ name: 'UBND phường, TP', address: 'ubnd@x.vn' });
    expect(parseMailAddress('khoi@localhost')).toEqual({ name: '', address: 'khoi@localhost' });
    expect(parseMailAddress('Khơi')).toBeNull();
  });

  it('stands in a header of one line', () => {
    expect(oneLine('Một\r\nBcc: evil@x\u2028hai\u0000\u202eba')).toBe('Một Bcc: evil@x hai ba');
  });
});
