/** A kind of file people may hand in: its media type, the endings it goes by, and what its bytes show. */
export interface AllowedType {
  readonly type: string;
  readonly endings: readonly string[];
  /** Media types that a look at the bytes may find. */
  readonly found: readonly string[];
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';

const itself = (type: string, ...endings: readonly string[]): AllowedType => ({ type, endings, found: [type] });

/** Documents, tables, pictures and films that offices use. Nothing that runs, and no macros. */
export const ALLOWED_TYPES: readonly AllowedType[] = [
  itself('application/pdf', 'pdf'),
  itself(`${OFFICE}.wordprocessingml.document`, 'docx'),
  itself(`${OFFICE}.spreadsheetml.sheet`, 'xlsx'),
  itself(`${OFFICE}.presentationml.presentation`, 'pptx'),
  itself('application/msword', 'doc'),
  itself('application/vnd.ms-excel', 'xls'),
  itself('image/jpeg', 'jpg', 'jpeg'),
  itself('image/png', 'png'),
  itself('image/webp', 'webp'),
  { type: 'video/mp4', endings: ['mp4'], found: ['video/mp4', 'video/quicktime', 'video/x-m4v'] },
  itself('text/plain', 'txt'),
  { type: 'text/csv', endings: ['csv'], found: ['text/plain'] },
];

/** Films are large, and nothing in them is unpacked or read. */
export const isFilm = (type: string): boolean => type.startsWith('video/');

export function allowedType(type: string): AllowedType | null {
  return ALLOWED_TYPES.find((allowed) => allowed.type === type) ?? null;
}

/** Whether the ending of the name belongs to the type: `Báo cáo.PDF` to `application/pdf`. */
export function endingFits(name: string, type: AllowedType): boolean {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase();
  return ending !== undefined && type.endings.includes(ending);
}
