import { Column, Entity, PrimaryColumn } from 'typeorm';

export const SessionKind = { WEB: 'WEB', API: 'API' } as const;
export type SessionKind = keyof typeof SessionKind;

/** One signed-in device or program. */
@Entity('session')
export class SessionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  tenantId: string;

  @Column('uuid')
  accountId: string;

  @Column('text')
  kind: SessionKind;

  /** SHA-256 of the token: whoever reads the table cannot sign in with it. */
  @Column('bytea')
  tokenHash: Buffer;

  @Column('timestamptz')
  expiresAt: Date;

  /** What the program calls itself, cut to 300 characters. */
  @Column('text', { nullable: true })
  device: string | null;
}
