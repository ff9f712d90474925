import { people } from './data/index.js';

/** The password of every account of the demo ward. It protects invented data on a computer of one's own. */
export const DEMO_PASSWORD = 'hong-bang-2026';

/** One row per account worth trying, in the order of a visit: what it is for (`vi`, `en`), and how to sign in. */
export function demoAccounts(): readonly Readonly<Record<'vi' | 'en' | 'fullName' | 'username' | 'password', string>>[] {
  return people
    .flatMap(({ showcase, fullName, username }) => (showcase ? [{ showcase, fullName, username }] : []))
    .sort((a, b) => a.showcase.order - b.showcase.order)
    .map(({ showcase: { vi, en }, fullName, username }) => ({ vi, en, fullName, username, password: DEMO_PASSWORD }));
}
