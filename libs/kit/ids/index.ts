export { isId, newId, type Id } from './id.js';
