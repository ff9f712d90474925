import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CouncilRole } from './closed-lists.js';

@Entity('council')
export class CouncilEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  tenantId: string;

  @Column('text')
  name: string;

  @Column('text')
  decisionNumber: string;

  @Column('date')
  decisionDate: string;

  @Column('date')
  termFrom: string;

  @Column('date')
  termTo: string;
}

@Entity('council_member')
export class CouncilMemberEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  tenantId: string;

  @Column('uuid')
  councilId: string;

  @Column('uuid')
  personId: string;

  @Column('text')
  role: CouncilRole;

  @Column('boolean')
  isVoting: boolean;

  /** Place in the decision, from 1. */
  @Column('integer')
  position: number;

  @Column('date')
  validFrom: string;

  @Column('date', { nullable: true })
  validTo: string | null;

  /** Who came instead: another appointment to the same council. */
  @Column('uuid', { nullable: true })
  replacedById: string | null;

  /** The decision that appointed a replacement; `null` for those of the decision that established the council. */
  @Column('text', { nullable: true })
  basisNumber: string | null;

  @Column('date', { nullable: true })
  basisDate: string | null;
}
