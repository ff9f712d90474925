/** Language of the terminal: Vietnamese unless `KHOI_LANG=en`, whatever the locale of the machine. */
export const language = process.env.KHOI_LANG === 'en' ? 'en' : 'vi';

/**
 * Picks the sentence of the terminal's language.
 * @param {string} vi
 * @param {string} en
 */
export const t = (vi, en) => (language === 'en' ? en : vi);
