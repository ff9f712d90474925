import { describe, expect, it } from '@jest/globals';
import { useApp } from '../setup/app.js';

const app = useApp();

describe('the site', () => {
  it('tells visitors its name', async () => {
    expect(await app().client().ask('{ site { name tenant { name } isDemo ideUrl } }')).toEqual({
      site: { name: 'Khơi', tenant: null, isDemo: false, ideUrl: '/api/ide' },
    });
  });
});
