/** Where bytes come in, below the site's address. */
export const UPLOAD_DOOR = '/api/files/upload';
/** Where one part of a large file comes in. */
export const PART_DOOR = '/api/files/part';
/** Where bytes go out. */
export const DOWNLOAD_DOOR = '/api/files/download';

/** Long enough for 50 MB over a slow line. */
export const UPLOAD_LINK = { purpose: 'upload', seconds: 15 * 60 } as const;
/** Asked for shortly before the part is sent. */
export const PART_LINK = { purpose: 'part', seconds: 15 * 60 } as const;
/** Seconds: the link is asked for at the click and used at once. */
export const DOWNLOAD_LINK = { purpose: 'download', seconds: 60 } as const;

/** Bytes nobody has looked at yet. */
export const quarantineKey = (fileId: string): string => `quarantine/${fileId}`;
/** Bytes taken out of reach of the upload door, so that what is checked is what is kept. */
export const inspectionKey = (fileId: string): string => `inspection/${fileId}`;
/** Bytes that passed. */
export const cleanKey = (fileId: string): string => `clean/${fileId}`;
