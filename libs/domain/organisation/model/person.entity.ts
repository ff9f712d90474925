import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Gender } from './closed-lists.js';

/** Somebody of the tenant, with or without an account. Birth date, qualification, e-mail and phone are personal data. */
@Entity('person')
export class PersonEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  tenantId: string;

  @Column('uuid', { nullable: true })
  unitId: string | null;

  @Column('text')
  fullName: string;

  @Column('date', { nullable: true })
  birthDate: string | null;

  @Column('text', { nullable: true })
  gender: Gender | null;

  @Column('text', { nullable: true })
  position: string | null;

  @Column('text', { nullable: true })
  qualification: string | null;

  @Column('text', { nullable: true })
  email: string | null;

  @Column('text', { nullable: true })
  phone: string | null;

  /** Member of the trade union; decides whether the council needs its representative (INV-14). */
  @Column('boolean')
  isUnionMember: boolean;
}
