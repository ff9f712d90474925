/**
 * Reads a .dockerignore as far as ours uses the language: `*`, `**`, exceptions with `!`, the last rule that fits decides.
 * @param {string} text
 * @returns {(path: string, isFolder: boolean) => boolean} whether a path stays out; folders with an exception below them come in
 */
export function ignoreRules(text) {
  const rules = text.split('\n').map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#')).map((line) => {
    const isException = line.startsWith('!');
    const pattern = isException ? line.slice(1) : line;
    return { isException, pattern, matcher: matcherOf(pattern) };
  });
  return (path, isFolder) => {
    let isOut = false;
    for (const { isException, matcher } of rules) if (matcher.test(path)) isOut = !isException;
    if (!isOut || !isFolder) return isOut;
    return !rules.some(({ isException, pattern }) => isException && pattern.startsWith(`${path}/`));
  };
}

/** A rule also covers everything below what it names. */
function matcherOf(pattern) {
  const body = pattern.split('**/').map((part) => part.replace(/[.+^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]*')).join('(?:.*/)?');
  return new RegExp(`^${body}(?:/.*)?$`);
}
