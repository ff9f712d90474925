import { describe, expect, it } from '@jest/globals';
import { clampToStep, nudge } from './points.js';

const band = { min: 2100, max: 2600, step: 50 };

describe('points inside a band', () => {
  it('move by one step and stop at the ends', () => {
    expect([nudge(2100, 1, band), nudge(2600, 1, band), nudge(2100, -1, band), nudge(2400, -5, band)]).toEqual([2150, 2600, 2100, 2150]);
  });

  it('begin at the end they come from', () => {
    expect([nudge(null, 1, band), nudge(null, -1, band)]).toEqual([2100, 2600]);
  });

  it('reach the next step first when they stand between two', () => {
    expect([nudge(2120, 1, band), nudge(2120, -1, band)]).toEqual([2150, 2100]);
  });

  it('that were typed go to the nearest step inside', () => {
    expect([2124, 2126, 9900, 0].map((points) => clampToStep(points, band))).toEqual([2100, 2150, 2600, 2100]);
  });
});
