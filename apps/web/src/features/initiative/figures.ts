/**
 * Measured figures as Vietnamese offices write them: a point groups thousands, a comma begins the fraction. They stay text
 * from the keyboard to the database, because 16 digits do not fit into a number of this language.
 */
const GROUPED = /^-?\d{1,3}(?:\.\d{3})+(?:,\d{1,4})?$/;
const PLAIN = /^-?\d{1,16}(?:[.,]\d{1,4})?$/;

/** `12.500,5` or `12500.5` → `12500.5`; null when it is no figure. `12.500` is twelve thousand five hundred. */
export function readFigure(input: string): string | null {
  const text = input.replace(/[\s\u00a0]/g, '').replace(/^[−–]/, '-');
  if (GROUPED.test(text)) return text.replaceAll('.', '').replace(',', '.');
  return PLAIN.test(text) ? text.replace(',', '.') : null;
}

/** `12500.5` → `12.500,5`. */
export function showFigure(value: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value);
  if (!match) return value;
  const [, sign = '', whole = '', fraction] = match;
  return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, '.')}${fraction ? `,${fraction}` : ''}`;
}
