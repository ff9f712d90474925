import { describe } from '@jest/globals';

/** Real servers that the test run starts where they are installed, and where each is said to be. */
const SERVICES = {
  redis: { name: 'Redis', variable: 'KHOI_TEST_REDIS_URL' },
  s3: { name: 'S3 server', variable: 'KHOI_TEST_S3_URL' },
  clamav: { name: 'ClamAV', variable: 'KHOI_TEST_CLAMAV_URL' },
} as const;

/** Address of a service, or `null` where it is not running. */
export function serviceUrl(service: keyof typeof SERVICES): string | null {
  return process.env[SERVICES[service].variable] ?? null;
}

/**
 * Tests that need a real server. Without it they say so in their name and are skipped; the test run tells how to get it,
 * and makes the lack a failure where every service is required.
 */
export function describeWith(service: keyof typeof SERVICES, title: string, tests: (url: string) => void): void {
  const url = serviceUrl(service);
  if (url !== null) {
    describe(`${title}`, () => {
      tests(url);
    });
    return;
  }
  // oxlint-disable-next-line jest/no-disabled-tests -- said out loud, and a failure where services are required
  describe.skip(`${title} (skipped: no ${SERVICES[service].name})`, () => {
    tests('http://nobody:nothing@127.0.0.1:9');
  });
}
