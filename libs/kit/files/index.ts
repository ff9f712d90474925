export type { DirectAccess, DirectForm } from './direct-access.js';
export { DiskFileStore } from './disk-file-store.js';
export { contentDamaged, contentMissing, contentTooLarge } from './file-errors.js';
export { FileStore, partCount, partLength, type PartsUpload, type StoredFile, type WrittenFile } from './file-store.js';
export { FilesModule } from './files.module.js';
export { S3Bucket, type BucketTrait } from './s3/s3-bucket.js';
export { S3FileStore } from './s3/s3-file-store.js';
export { SignedLinks, type LinkFacts, type SignedLink, type VerifiedLink } from './signed-links.js';
