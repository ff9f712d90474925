export { asFiledToday } from './as-filed-today.js';
export { campaigns } from './campaigns.js';
export { councils, sessions } from './councils.js';
export { initiatives } from './initiatives.js';
export { people } from './people.js';
export { scoreSheetsOf, type DemoScoreLine, type DemoScoreSheet, type ScorableCriterion } from './scores.js';
export { tenants } from './tenant.js';
export type * from './types.js';
export { units } from './units.js';
