export { DiskFileStore } from './disk-file-store.js';
export { contentMissing, contentTooLarge } from './file-errors.js';
export { FileStore, type StoredFile, type WrittenFile } from './file-store.js';
export { FilesModule } from './files.module.js';
export { SignedLinks, type LinkFacts, type SignedLink, type VerifiedLink } from './signed-links.js';
