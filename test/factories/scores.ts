import type { GivenScore } from '../../libs/domain/evaluation/domain/fairness/score-matrix.js';

/** Scores out of a table: one row per item, one column per member, `null` where a member gave none. */
export function scoresOf(table: readonly (readonly (number | null)[])[]): GivenScore[] {
  return table.flatMap((row, item) => row.flatMap((points, member) => (points === null ? [] : [{ itemId: `I${item}`, memberId: `M${member}`, points }])));
}

export function transposed<T>(table: readonly (readonly T[])[]): T[][] {
  return (table[0] ?? []).map((_, column) => table.map((row) => row[column]!));
}
