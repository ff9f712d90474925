export { nfc, slugify, vnNorm } from './normalise.js';
export { initialsOf, sortNameOf } from './names.js';
export { cleanText, findTextFault, isCleanText, UncleanTextError, type TextFault, type TextFaultCode } from './clean.js';
