import { Column, Entity, PrimaryColumn } from 'typeorm';

export const AccountStatus = { ACTIVE: 'ACTIVE', DISABLED: 'DISABLED' } as const;
export type AccountStatus = keyof typeof AccountStatus;

/** The way one person signs in. */
@Entity('account')
export class AccountEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  tenantId: string;

  @Column('uuid')
  personId: string;

  /** Unique on the whole installation: signing in names no ward. */
  @Column('text')
  username: string;

  /** Argon2id in PHC form. */
  @Column('text')
  passwordHash: string;

  @Column('text')
  status: AccountStatus;

  /** Set while the password is one that an administrator has seen. */
  @Column('boolean')
  mustChangePassword: boolean;

  @Column('timestamptz', { nullable: true })
  lastSignInAt: Date | null;
}
