import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from './roles.js';

/** A role somebody holds for a time, on the paper named in `basis`. */
@Entity('role_assignment')
export class RoleAssignmentEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  tenantId: string;

  @Column('uuid')
  personId: string;

  @Column('text')
  role: Role;

  @Column('uuid', { nullable: true })
  scopeUnitId: string | null;

  @Column('date')
  validFrom: string;

  /** The last day; `null`: until further notice. */
  @Column('date', { nullable: true })
  validTo: string | null;

  @Column('text', { nullable: true })
  basis: string | null;
}
