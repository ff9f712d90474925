/** The form in which usernames are stored and looked up. */
export function normalUsername(typed: string): string {
  return typed.normalize('NFC').trim().toLowerCase();
}
