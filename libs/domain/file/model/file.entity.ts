import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file's way: announced, received into quarantine, then ready or rejected. */
export const FileState = {
  AWAITING_BYTES: 'AWAITING_BYTES', RECEIVED: 'RECEIVED', READY: 'READY', REJECTED: 'REJECTED', EXPIRED: 'EXPIRED',
} as const;
export type FileState = keyof typeof FileState;

/** Why bytes were refused; the client words it. */
export const FileRejection = {
  EMPTY: 'EMPTY', SIZE_DIFFERS: 'SIZE_DIFFERS', TYPE_NOT_ALLOWED: 'TYPE_NOT_ALLOWED', TYPE_DIFFERS: 'TYPE_DIFFERS', BYTES_MISSING: 'BYTES_MISSING', HASH_DIFFERS: 'HASH_DIFFERS',
  BOMB: 'BOMB', MACROS: 'MACROS', ENCRYPTED: 'ENCRYPTED', ACTIVE_CONTENT: 'ACTIVE_CONTENT', EMBEDDED_FILES: 'EMBEDDED_FILES',
  DAMAGED: 'DAMAGED', INFECTED: 'INFECTED', CHECK_FAILED: 'CHECK_FAILED',
} as const;
export type FileRejection = keyof typeof FileRejection;

/** What is known of a file. Its bytes lie in the store under `storageKey`; its name is data and never a path. */
@Entity('file')
export class FileEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  tenantId: string;

  @Column('uuid')
  ownerPersonId: string;

  @Column('text')
  name: string;

  @Column('text')
  declaredType: string;

  @Column('bigint', { transformer: { from: Number, to: (value: number) => value } })
  declaredSize: number;

  /** What the sender says the bytes will be, in hexadecimal; `null` when it did not say. */
  @Column('text', { nullable: true })
  declaredSha256: string | null;

  /** What the store calls the upload in parts; `null` for a file that is sent whole. */
  @Column('text', { nullable: true })
  uploadId: string | null;

  /** Bytes of every part but the last. */
  @Column('int', { nullable: true })
  partSize: number | null;

  @Column('text')
  state: FileState;

  @Column('text')
  storageKey: string;

  @Column('bigint', { nullable: true, transformer: { from: (v: string | null) => (v === null ? null : Number(v)), to: (v: number | null) => v } })
  size: number | null;

  @Column('text', { nullable: true })
  sha256: string | null;

  @Column('text', { nullable: true })
  detectedType: string | null;

  @Column('text', { nullable: true })
  rejection: FileRejection | null;

  @Column('timestamptz', { nullable: true })
  receivedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  checkedAt: Date | null;
}
