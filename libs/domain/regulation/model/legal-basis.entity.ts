import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LegalBasisStatus } from './closed-lists.js';

/** A legal document, known to every ward. */
@Entity('legal_basis')
export class LegalBasisEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  number: string;

  @Column('text')
  title: string;

  @Column('text')
  issuer: string;

  @Column('date', { nullable: true })
  issuedOn: string | null;

  @Column('date', { nullable: true })
  effectiveFrom: string | null;

  @Column('text')
  status: LegalBasisStatus;
}
