import { cityLifeInitiatives } from './initiatives-city-life.js';
import { digitalInitiatives } from './initiatives-digital.js';
import { earlyYearsInitiatives } from './initiatives-early-years.js';
import { economyInitiatives } from './initiatives-economy.js';
import { healthSocialInitiatives } from './initiatives-health-social.js';
import { publicServiceInitiatives } from './initiatives-public-service.js';
import { schoolInitiatives } from './initiatives-school.js';
import type { DemoInitiative } from './types.js';

/** All initiatives of the demo ward, in the order in which they receive their codes within a campaign. */
export const initiatives: readonly DemoInitiative[] = [
  ...publicServiceInitiatives, ...digitalInitiatives, ...earlyYearsInitiatives, ...schoolInitiatives,
  ...healthSocialInitiatives, ...economyInitiatives, ...cityLifeInitiatives,
];
