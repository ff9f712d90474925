const UNSAFE_IDENTIFIER = '\0';

/**
 * A piece of SQL with its values apart. Pieces nest: the placeholders `$1 … $n` are numbered
 * when the whole is read, so a piece does not care where it ends up.
 */
export class SqlStatement {
  /** @param strings the text between the values: always one more than there are values */
  constructor(
    private readonly strings: readonly string[],
    readonly values: readonly unknown[],
  ) {}

  #text: string | undefined;

  /** The text with numbered placeholders, as PostgreSQL wants it. */
  get text(): string {
    return (this.#text ??= this.strings.reduce((text, part, index) => `${text}$${index}${part}`));
  }

  get isEmpty(): boolean {
    return this.values.length === 0 && this.text.trim() === '';
  }

  /** Used by `sql` to splice this piece into another one. */
  spliceInto(strings: string[], values: unknown[]): void {
    const [first = '', ...rest] = this.strings;
    strings[strings.length - 1] += first;
    strings.push(...rest);
    values.push(...this.values);
  }
}

function compose(parts: readonly string[], inserted: readonly unknown[]): SqlStatement {
  const strings: string[] = [parts[0] ?? ''];
  const values: unknown[] = [];
  inserted.forEach((value, index) => {
    const following = parts[index + 1] ?? '';
    if (value instanceof SqlStatement) {
      value.spliceInto(strings, values);
      strings[strings.length - 1] += following;
    } else if (value === undefined) {
      // pg would send NULL, and a condition with a forgotten value would quietly match nothing.
      throw new TypeError(`value ${index + 1} of the statement is undefined; say null if you mean NULL`);
    } else {
      values.push(value);
      strings.push(following);
    }
  });
  return new SqlStatement(strings, values);
}

const tag = (parts: TemplateStringsArray, ...inserted: readonly unknown[]): SqlStatement => compose(parts, inserted);

/**
 * Writes SQL whose values can never become text of the statement:
 * `` sql`select id from unit where tenant_id = ${tenantId} and ${condition}` ``.
 */
export const sql = Object.assign(tag, {
  /** Nothing; useful where a piece is optional. */
  empty: new SqlStatement([''], []),

  /** Text taken as it is. Only for constants of our own code, never for anything that arrived from outside. */
  raw: (trusted: string): SqlStatement => new SqlStatement([trusted], []),

  /** A quoted name, or a dotted path of names: `sql.identifier('unit', 'id')` is `"unit"."id"`. */
  identifier: (...names: readonly string[]): SqlStatement => {
    if (names.some((name) => name === '' || name.includes(UNSAFE_IDENTIFIER))) throw new TypeError('not a usable SQL name');
    return new SqlStatement([names.map((name) => `"${name.replaceAll('"', '""')}"`).join('.')], []);
  },

  /** Pieces (or plain values) with a separator between them; the separator is trusted text. */
  join: (list: readonly unknown[], separator = ', '): SqlStatement =>
    list.length === 0
      ? new SqlStatement([''], [])
      : compose(['', ...Array.from({ length: list.length - 1 }, () => separator), ''], list),
});
