const MIB = 1024 * 1024;

/** The largest document, table or picture that is taken, in bytes. */
export const LARGEST_DOCUMENT = 50 * MIB;
/** The largest film that is taken, in bytes. */
export const LARGEST_VIDEO = 1024 * MIB;

/** The largest file of a media type that is taken, in bytes. */
export const largestOf = (type: string): number => (type.startsWith('video/') ? LARGEST_VIDEO : LARGEST_DOCUMENT);

/** What is larger is sent in parts, so that a broken connection costs one part and not the whole. */
export const LARGEST_SENT_WHOLE = 50 * MIB;
/** Bytes of a part: some seconds on a slow line, and more than the 5 MiB that object stores ask for. */
export const PART_SIZE = 8 * MIB;
