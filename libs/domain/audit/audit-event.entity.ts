import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of the audit. The database refuses to change or delete it. */
@Entity('audit_event')
export class AuditEventEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** `null` for what happened before it was known in which ward, such as a sign-in under no name. */
  @Column('uuid', { nullable: true })
  tenantId: string | null;

  /** `null`: the system, or nobody known. */
  @Column('uuid', { nullable: true })
  actorPersonId: string | null;

  @Column('uuid', { nullable: true })
  actorAccountId: string | null;

  /** The type of the event: `identity.role-assigned`. */
  @Column('text')
  action: string;

  @Column('text')
  objectType: string;

  @Column('uuid', { nullable: true })
  objectId: string | null;

  /** The other ids, codes, numbers and dates of the event. */
  @Column('jsonb')
  details: object;

  @Column('text', { nullable: true })
  requestId: string | null;
}
