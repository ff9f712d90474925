import { applyDecorators } from '@nestjs/common';
import { Length, Matches } from 'class-validator';

/** Characters a line of text may have when nothing else is said; the bound of `line_text` in the database. */
export const LONGEST_LINE = 500;

/** One line of text as `line_text` stores it: 1 to `most` characters, without line breaks and tabs, not blank. */
export function IsLine(most: number = LONGEST_LINE): PropertyDecorator {
  return applyDecorators(Length(1, most), Matches(/^(?=.*\S)[^\n\r\t]*$/u));
}
