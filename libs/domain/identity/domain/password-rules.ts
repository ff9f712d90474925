/** What is wrong with a new password. */
export type PasswordFault = 'PASSWORD_TOO_SHORT' | 'PASSWORD_TOO_LONG' | 'PASSWORD_IS_USERNAME' | 'PASSWORD_UNCHANGED';

/** In characters as people count them. Length is the only strength that is asked for: rules about digits and signs make people write passwords down. */
export const PASSWORD_LENGTH = { least: 10, most: 200 } as const;

export interface PasswordFacts {
  /** As it is stored, see {@link normalPassword}. */
  readonly password: string;
  readonly username: string;
  /** The one it replaces; `null` for the first. */
  readonly previous: string | null;
}

/** Every fault of a new password, in a fixed order. */
export function passwordFaults({ password, username, previous }: PasswordFacts): PasswordFault[] {
  const length = Array.from(password).length;
  const faults: PasswordFault[] = [];
  if (length < PASSWORD_LENGTH.least) faults.push('PASSWORD_TOO_SHORT');
  if (length > PASSWORD_LENGTH.most) faults.push('PASSWORD_TOO_LONG');
  if (password.toLowerCase() === username.toLowerCase()) faults.push('PASSWORD_IS_USERNAME');
  if (password === previous) faults.push('PASSWORD_UNCHANGED');
  return faults;
}

/** The form in which passwords are compared: NFC, because keyboards differ in how they write `ữ`. */
export function normalPassword(typed: string): string {
  return typed.normalize('NFC');
}
