import type { FileSigns } from './file-signs.js';

/** A kind of file people may hand in: its media type, the endings it goes by, and how its bytes are recognised. */
export interface AllowedType {
  readonly type: string;
  readonly endings: readonly string[];
  /** What a look at the first bytes finds; `null` for text, which has no signature. */
  readonly sniffed: readonly string[] | null;
  /** Names inside that tell the document from other files in the same container, which any archive or installer could be. */
  readonly marks?: readonly string[];
}

const OFFICE_ZIP = 'application/zip';
const OFFICE_CFB = 'application/x-cfb';
const OFFICE_PARTS = '[Content_Types].xml';
/** Names in the older container are UTF-16. */
const wide = (name: string): string => [...name].map((letter) => `${letter}\0`).join('');

/** Documents, tables, pictures and films that offices use. Nothing that runs, and no macros. */
export const ALLOWED_TYPES: readonly AllowedType[] = [
  { type: 'application/pdf', endings: ['pdf'], sniffed: ['application/pdf'] },
  {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    endings: ['docx'],
    sniffed: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', OFFICE_ZIP],
    marks: [OFFICE_PARTS, 'word/'],
  },
  {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    endings: ['xlsx'],
    sniffed: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', OFFICE_ZIP],
    marks: [OFFICE_PARTS, 'xl/'],
  },
  {
    type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    endings: ['pptx'],
    sniffed: ['application/vnd.openxmlformats-officedocument.presentationml.presentation', OFFICE_ZIP],
    marks: [OFFICE_PARTS, 'ppt/'],
  },
  { type: 'application/msword', endings: ['doc'], sniffed: [OFFICE_CFB], marks: [wide('WordDocument')] },
  // The stream is called Workbook, in old files Book.
  { type: 'application/vnd.ms-excel', endings: ['xls'], sniffed: [OFFICE_CFB], marks: [wide('ook')] },
  { type: 'image/jpeg', endings: ['jpg', 'jpeg'], sniffed: ['image/jpeg'] },
  { type: 'image/png', endings: ['png'], sniffed: ['image/png'] },
  { type: 'image/webp', endings: ['webp'], sniffed: ['image/webp'] },
  { type: 'video/mp4', endings: ['mp4'], sniffed: ['video/mp4', 'video/quicktime', 'video/x-m4v'] },
  { type: 'text/plain', endings: ['txt'], sniffed: null },
  { type: 'text/csv', endings: ['csv'], sniffed: null },
];

export function allowedType(type: string): AllowedType | null {
  return ALLOWED_TYPES.find((allowed) => allowed.type === type) ?? null;
}

/** Whether the ending of the name belongs to the type: `Báo cáo.PDF` to `application/pdf`. */
export function endingFits(name: string, type: AllowedType): boolean {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase();
  return ending !== undefined && type.endings.includes(ending);
}

/**
 * Whether the bytes are what was declared.
 * @param found what the signature says, or `null` when there is none
 */
export function bytesFit(type: AllowedType, found: string | null, signs: Pick<FileSigns, 'isText' | 'hasMarks'>): boolean {
  if (type.sniffed === null) return found === null && signs.isText;
  return found !== null && type.sniffed.includes(found) && signs.hasMarks;
}
