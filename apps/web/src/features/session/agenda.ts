/** One line of an agenda that is being built. */
export interface Line {
  initiativeId: string;
  code: string;
  title: string;
  unitName: string;
}

/** The line at `from` moved by `by` places; unchanged beyond the ends. */
export function moved(lines: readonly Line[], from: number, by: number): Line[] {
  const to = from + by;
  const line = lines[from];
  if (!line || to < 0 || to >= lines.length) return [...lines];
  const rest = lines.filter((_, index) => index !== from);
  return [...rest.slice(0, to), line, ...rest.slice(to)];
}

/** The line put back where it was, for undoing a removal; once only. */
export function restored(lines: readonly Line[], line: Line, at: number): Line[] {
  if (lines.some(({ initiativeId }) => initiativeId === line.initiativeId)) return [...lines];
  return [...lines.slice(0, at), line, ...lines.slice(at)];
}
