// Loaded before anything else, so it keeps to syntax and imports that every Node with ES modules understands.

/** Lowest Node release on which the whole product was tried. */
export const LOWEST_NODE = [20, 19];

/**
 * Says whether a Node release is too old to run the product.
 * @param {string} version as in `process.version`, for example "v18.20.1"
 */
export function isTooOld(version) {
  const parts = version.replace(/^v/, '').split('.').map(Number);
  return parts[0] < LOWEST_NODE[0] || (parts[0] === LOWEST_NODE[0] && parts[1] < LOWEST_NODE[1]);
}

/** Ends the process with one sentence when the running Node is too old. */
export function requireNode() {
  if (!isTooOld(process.version)) return;
  const lowest = LOWEST_NODE.join('.');
  console.error(process.env.KHOI_LANG === 'en'
    ? '✖ Khơi needs Node ' + lowest + ' or newer, and this is ' + process.version + '. Please install a newer Node from https://nodejs.org and try again.'
    : '✖ Khơi cần Node ' + lowest + ' trở lên, máy này đang dùng ' + process.version + '. Vui lòng cài Node mới hơn từ https://nodejs.org rồi chạy lại.');
  process.exit(1);
}
