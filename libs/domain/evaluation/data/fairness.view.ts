import type { Person } from '@domain/organisation';
import { type Rational, roundedTo } from '../domain/fairness/exact.js';
import type { PointsOutcome } from '../domain/fairness/item-fairness.js';
import type { FairnessReport } from '../domain/fairness/report.js';
import { type ShownMember, shownMembers } from '../domain/fairness/shown-members.js';
import type { FairnessItem, FairnessMember, FairnessOutcome, SessionFairness } from '../model/fairness.types.js';

/** An item the viewer may read. */
export interface NamedItem {
  readonly id: string;
  readonly code: string;
  readonly title: string;
}

/** Who reads a report, and the names that may appear in it. */
export interface ReportReader {
  readonly personId: string;
  readonly seesNames: boolean;
  readonly people: ReadonlyMap<string, Person>;
}

/** The report in the words of the schema. @param items in the order of the report */
export function fairnessView(sessionId: string, report: FairnessReport, items: readonly NamedItem[], reader: ReportReader): SessionFairness {
  const { design, sheetCount, adjustmentGap, degreesOfFreedom } = report;
  return {
    sessionId, design, sheetCount, adjustmentGap, degreesOfFreedom,
    isNamed: reader.seesNames,
    memberCount: report.members.length,
    members: shownMembers(report.members, reader).map((row) => memberView(row, reader.people)),
    items: items.flatMap(({ id, code, title }, index): FairnessItem[] => {
      const item = report.items[index];
      return item === undefined ? [] : [{
        itemId: id, position: index + 1, code, title, sheetCount: item.sheetCount, flips: item.flips,
        raw: outcomeView(item.raw), adjusted: item.adjusted === null ? null : outcomeView(item.adjusted),
      }];
    }),
    agreement: report.agreement.map(({ form, coefficient, fits }) => (
      { form, fits, gap: coefficient.gap, value: coefficient.value === null ? null : roundedTo(coefficient.value, 3) }
    )),
  };
}

function memberView({ number, memberId, isMine, figures }: ShownMember, people: ReportReader['people']): FairnessMember {
  return {
    number, isMine,
    person: memberId === null ? null : (people.get(memberId) ?? null),
    sheetCount: figures.sheetCount,
    average: points(figures.average),
    leniency: points(figures.leniency),
    spread: figures.spread === null ? null : Math.round(figures.spread),
    residual: figures.residual === null ? null : Math.round(figures.residual),
  };
}

function outcomeView({ average, rank, outcome, isCityCandidate }: PointsOutcome): FairnessOutcome {
  return { average: points(average), rank, outcome, isCityCandidate };
}

function points(value: Rational | null): number | null {
  return value === null ? null : roundedTo(value, 0);
}
