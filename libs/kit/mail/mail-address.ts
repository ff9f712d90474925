/** A mailbox and the name of whoever reads it. */
export interface MailAddress {
  readonly name: string;
  readonly address: string;
}

/** One mailbox, in a form that no server can take for two, for a command or for a header. */
const ONE_MAILBOX = /^[^\s@<>()[\]\\,;:"\p{Cc}]{1,64}@[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}.-]{0,250}[\p{L}\p{M}\p{N}])?$/u;

export function isOneMailbox(address: string): boolean {
  return address.length <= 254 && ONE_MAILBOX.test(address);
}

/** Reads `Khơi <khoi@phuong.example>` or a bare address; `null` when it is neither. */
export function parseMailAddress(written: string): MailAddress | null {
  const match = /^(.*)<([^<>]+)>\s*$/s.exec(written);
  const name = oneLine(match?.[1] ?? '').replace(/^"(.*)"$/, '$1');
  const address = (match?.[2] ?? written).trim();
  return isOneMailbox(address) ? { name, address } : null;
}

/** A header takes one line: whatever would end it, or steer a terminal or the direction of writing, becomes a space. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ').replace(/\s+/g, ' ').trim();
}
