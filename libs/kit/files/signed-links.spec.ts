import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { Config } from '@kit/config';
import { SignedLinks } from './signed-links.js';

const configOf = (byte: number): Config => Config.fromEnv({
  NODE_ENV: 'test', DATABASE_URL: 'postgresql://localhost/x', SECRET_KEY: Buffer.alloc(32, byte).toString('base64'),
});
const links = new SignedLinks(configOf(1));
const ID = '0198c1f2-7e4a-7b3c-9d2e-5f6a7b8c9d0e';

afterEach(() => {
  jest.useRealTimers();
});

describe('a signed link', () => {
  it('says for what, for which object, with which facts and until when', () => {
    jest.useFakeTimers({ now: new Date('2026-11-20T08:00:00.500Z') });
    const { token, expiresAt } = links.sign('upload', ID, 60, { size: 1024, tenantId: 't' });
    expect(expiresAt).toEqual(new Date('2026-11-20T08:01:00Z'));
    expect(token).toMatch(/^[\w-]+\.[\w-]{43}$/);
    expect(links.verify('upload', token)).toEqual({ id: ID, facts: { size: 1024, tenantId: 't' }, expiresAt });
  });

  it('is good until its end and not at it', () => {
    jest.useFakeTimers({ now: new Date('2026-11-20T08:00:00Z') });
    const { token } = links.sign('upload', ID, 60);
    jest.setSystemTime(new Date('2026-11-20T08:00:59.999Z'));
    expect(links.verify('upload', token)).not.toBeNull();
    jest.setSystemTime(new Date('2026-11-20T08:01:00Z'));
    expect(links.verify('upload', token)).toBeNull();
  });

  it('is good for its purpose only', () => {
    expect(links.verify('download', links.sign('upload', ID, 60).token)).toBeNull();
  });

  it('is refused after any change of any letter, and under another key', () => {
    const { token } = links.sign('upload', ID, 60, { size: 1 });
    const changed = [...token].map((letter, index) => token.slice(0, index) + (letter === 'A' ? 'B' : 'A') + token.slice(index + 1));
    expect(changed.filter((other) => links.verify('upload', other) !== null)).toEqual([]);
    expect(new SignedLinks(configOf(2)).verify('upload', token)).toBeNull();
    expect(new SignedLinks(configOf(1)).verify('upload', token)).not.toBeNull();
  });

  it.each(['', '.', 'a.b', 'a', '....', 'x'.repeat(10_000)])('refuses %p', (token) => {
    expect(links.verify('upload', token)).toBeNull();
  });

  it('refuses something after its end', () => {
    const { token } = links.sign('upload', ID, 60);
    expect([`${token}.`, `${token}=`, ` ${token}`, `${token}\n`].map((other) => links.verify('upload', other))).toEqual([null, null, null, null]);
  });
});
