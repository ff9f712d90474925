interface WaitingRecordFacts {
  unit?: { id: string } | null;
  confirmedAt?: string | null;
}

/** The applications of a dossier that the head of these units can confirm now: in one of the units, not yet confirmed. */
export function waitingRecords<R extends WaitingRecordFacts>(records: readonly R[], headedUnitIds: readonly string[]): R[] {
  return records.filter(({ unit, confirmedAt }) => !confirmedAt && unit && headedUnitIds.includes(unit.id));
}
