import { describe, expect, it } from '@jest/globals';
import { addDays, isWorkingDay, type LocalDate, VIETNAM_CALENDAR } from '@kit/clock';
import { CLOCK_KINDS, type ClockKind, REMINDED, reminderDay, reminderDue, remindersDue, stepsOf } from './clocks.js';

/** Every reminder of a clock that nobody stops, with its day, as a product that runs every day sends them. */
function sent(kind: ClockKind, startedOn: LocalDate, dueOn: LocalDate, from = startedOn, until = addDays(dueOn, 20)): string[] {
  const lines = new Map<number, string>();
  for (let today = from; today <= until; today = addDays(today, 1)) {
    const daysBefore = reminderDue({ kind, startedOn, dueOn, stoppedOn: null }, today);
    if (daysBefore !== null && !lines.has(daysBefore)) lines.set(daysBefore, `${daysBefore}: ${today}`);
  }
  return [...lines.values()];
}

describe('reminders of a clock', () => {
  it('of a formal check come 10, 5, 2 and 0 days before, and on the first working day after', () => {
    // Received on Wednesday 21 October; due on Monday 23 November, because 21 November is a Saturday.
    expect(sent('FORMAL_CHECK', '2026-10-21', '2026-11-23')).toEqual(['10: 2026-11-13', '5: 2026-11-18', '2: 2026-11-20', '0: 2026-11-23', '-1: 2026-11-24']);
  });

  it('of scoring are counted in working days, across a holiday', () => {
    expect(sent('SCORING', '2026-08-25', '2026-09-04')).toEqual(['3: 2026-08-27', '1: 2026-09-03', '0: 2026-09-04', '-1: 2026-09-07']);
  });

  it('of a supplement, a result and a filing', () => {
    expect(sent('SUPPLEMENT', '2026-11-02', '2026-12-02')).toEqual(['10: 2026-11-20', '3: 2026-11-27', '1: 2026-12-01']);
    expect(sent('RESULT', '2026-06-01', '2026-09-03')).toEqual(['30: 2026-08-04', '14: 2026-08-20', '7: 2026-08-27', '3: 2026-08-28', '-1: 2026-09-04']);
    expect(sent('FILING', '2025-11-20', '2026-11-20')).toEqual(['60: 2026-09-21', '30: 2026-10-21', '7: 2026-11-13']);
  });

  it('never fall on a day off', () => {
    for (const kind of CLOCK_KINDS) {
      for (let dueOn = '2026-01-05'; dueOn < '2027-06-01'; dueOn = addDays(dueOn, 1)) {
        for (const { kind: of, daysBefore } of REMINDED.flatMap(stepsOf)) {
          if (of === kind) expect(isWorkingDay(reminderDay(kind, daysBefore, dueOn), VIETNAM_CALENDAR)).toBe(true);
        }
      }
    }
  });

  it('are not given for a day before the clock started', () => {
    expect(sent('FORMAL_CHECK', '2026-11-13', '2026-11-23')).toEqual(['5: 2026-11-18', '2: 2026-11-20', '0: 2026-11-23', '-1: 2026-11-24']);
    expect(sent('SCORING', '2026-11-20', '2026-11-20')).toEqual(['-1: 2026-11-23']);
  });

  it('that were missed come once, as the last of them', () => {
    expect(sent('FORMAL_CHECK', '2026-10-21', '2026-11-23', '2026-11-19')).toEqual(['5: 2026-11-19', '2: 2026-11-20', '0: 2026-11-23', '-1: 2026-11-24']);
    expect(sent('SUPPLEMENT', '2026-11-02', '2026-12-02', '2026-12-03')).toEqual([]);
    expect(sent('FORMAL_CHECK', '2026-10-21', '2026-11-23', '2026-12-04')).toEqual([]);
  });

  it('stop with the clock', () => {
    const clock = { kind: 'FORMAL_CHECK', startedOn: '2026-10-21', dueOn: '2026-11-23', stoppedOn: '2026-11-19' } as const;
    expect(reminderDue(clock, '2026-11-20')).toBeNull();
  });
});

describe('the last days to look for', () => {
  it('say the same as the clock itself', () => {
    const today = '2026-11-20';
    const found = new Map(remindersDue(today).map((due) => [`${due.kind} ${due.endsOn}`, due]));
    for (const kind of CLOCK_KINDS) {
      for (let endsOn = addDays(today, -20); endsOn < addDays(today, 90); endsOn = addDays(endsOn, 1)) {
        const due = found.get(`${kind} ${endsOn}`);
        const dueOn = due?.dueOn ?? endsOn;
        expect([kind, endsOn, due?.daysBefore ?? null]).toEqual([kind, endsOn, reminderDue({ kind, startedOn: '2020-01-01', dueOn, stoppedOn: null }, today)]);
      }
    }
  });

  it('move a filing that ends on a weekend to the next working day', () => {
    expect(remindersDue('2026-11-20').filter(({ kind, endsOn }) => kind === 'FILING' && endsOn === '2026-11-21')).toEqual([
      { kind: 'FILING', endsOn: '2026-11-21', dueOn: '2026-11-23', daysBefore: 7, remindOn: '2026-11-16' },
    ]);
  });
});

describe('whom it concerns', () => {
  it('is told at the steps of domain 3.8', () => {
    expect(Object.fromEntries(REMINDED.map((who) => [who, stepsOf(who).map(({ kind, daysBefore }) => `${kind} ${daysBefore}`)]))).toEqual({
      INTAKE: ['FORMAL_CHECK 10', 'FORMAL_CHECK 5', 'FORMAL_CHECK 2', 'FORMAL_CHECK 0', 'FORMAL_CHECK -1'],
      INTAKE_HEAD: ['FORMAL_CHECK 0', 'FORMAL_CHECK -1'],
      AUTHORITY_HEAD: ['FORMAL_CHECK -1', 'RESULT -1'],
      AUTHORS: ['SUPPLEMENT 10', 'SUPPLEMENT 3', 'SUPPLEMENT 1'],
      LEAD_AUTHOR: ['FILING 60', 'FILING 30', 'FILING 7'],
      SECRETARY: ['RESULT 30', 'RESULT 14', 'RESULT 7', 'RESULT 3', 'RESULT -1'],
      CHAIR: ['RESULT 3', 'RESULT -1'],
      SCORERS: ['SCORING 3', 'SCORING 1', 'SCORING 0'],
      SESSION_SECRETARY: ['SCORING 0', 'SCORING -1'],
    });
  });
});
