/** A decimal as the API sends it (`1234.5`) → as people here write it (`1.234,5`), digit by digit, never through a float. */
export function readDecimal(text: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) return text;
  const [, sign = '', whole = '', rest] = match;
  return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, '.')}${rest ? `,${rest}` : ''}`;
}
