import type { DemoInitiative } from './types.js';

/**
 * The same dossier moved in time so that its filing falls on the day of seeding. Deadlines are decided by the clock of
 * the database, so whoever files it now must not claim a first application that is more than a year old (INV-06).
 */
export function asFiledToday(initiative: DemoInitiative): DemoInitiative {
  const shift = initiative.submittedDaysAgo ?? 0;
  return {
    ...initiative,
    firstAppliedDaysAgo: initiative.firstAppliedDaysAgo - shift,
    applications: initiative.applications.map((record) => ({
      ...record,
      fromDaysAgo: record.fromDaysAgo - shift,
      ...(record.toDaysAgo === undefined ? {} : { toDaysAgo: record.toDaysAgo - shift }),
    })),
  };
}
