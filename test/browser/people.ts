import { afterEach } from '@jest/globals';
import { DEMO_PASSWORD } from '@database/demo';
import { useBrowser, Visitor, type Width } from './browser.js';
import type { DemoSite } from './site.js';

/** Somebody of the demo ward at a screen of their own, signed in. @param username without the ward */
export type Arrive = (username: string, width?: Width) => Promise<Visitor>;

/**
 * The people of the tests of a file. After each test they leave, and what went wrong on their pages fails it.
 * @param isExpected problems that belong to what is tested
 */
export function usePeople(site: () => DemoSite, isExpected: (problem: string) => boolean = () => false): Arrive {
  const browser = useBrowser();
  const people: Visitor[] = [];
  afterEach(async () => {
    const problems = people.flatMap((visitor) => visitor.problems).filter((problem) => !isExpected(problem));
    for (const visitor of people.splice(0)) await visitor.leave();
    if (problems.length > 0) throw new Error(problems.join('\n'));
  });
  return async (username, width = 'desk') => {
    const visitor = await Visitor.arrive(browser(), { url: site().url, width });
    people.push(visitor);
    await visitor.signIn(`${username}@hongbang`, DEMO_PASSWORD);
    return visitor;
  };
}
