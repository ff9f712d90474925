/** What went wrong, and where in this suite. */
export const wordsOf = (error) => [error.message ?? String(error), /\s+at .*test\/faults.*/.exec(error.stack)?.[0].trim()].filter(Boolean).join(' ');
