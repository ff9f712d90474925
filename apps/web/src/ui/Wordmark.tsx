/** Khơi's mark: a drop of spring water and the rings it makes. Decorative; the name beside it is text. */
export function Mark({ size = 32 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path d="M16 2.5c3.2 4.2 5.2 7.2 5.2 9.9a5.2 5.2 0 1 1-10.4 0c0-2.7 2-5.7 5.2-9.9Z" fill="var(--mantine-color-khoi-7)" />
      <path d="M8.2 19.6C5.4 20.7 3.7 22.3 3.7 24c0 3.2 5.5 5.6 12.3 5.6s12.3-2.4 12.3-5.6c0-1.7-1.7-3.3-4.5-4.4" fill="none" stroke="var(--mantine-color-khoi-4)" strokeWidth="2.2" strokeLinecap="round" />
      <path d="M11.2 21.6c-1.4.5-2.2 1.3-2.2 2.1 0 1.6 3.1 2.8 7 2.8s7-1.2 7-2.8c0-.8-.8-1.6-2.2-2.1" fill="none" stroke="var(--mantine-color-khoi-7)" strokeWidth="2.2" strokeLinecap="round" />
    </svg>
  );
}

/** Mark and name together, as in the header. */
export function Wordmark() {
  return (
    <span style={{ display: 'inline-flex', alignItems: 'center', gap: 8 }}>
      <Mark />
      <span style={{ fontSize: '1.375rem', fontWeight: 600, color: 'var(--mantine-color-khoi-8)', letterSpacing: '-0.01em' }}>Khơi</span>
    </span>
  );
}
