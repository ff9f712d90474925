import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Level } from '@domain/regulation';
import type { CampaignState } from './campaign.workflow.js';

@Entity('campaign')
export class CampaignEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  tenantId: string;

  @Column('text')
  code: string;

  @Column('text')
  name: string;

  @Column('integer')
  year: number;

  @Column('text')
  level: Level;

  @Column('uuid')
  regulationId: string;

  @Column('text')
  state: CampaignState;

  @Column('date')
  opensOn: string;

  /** The first instant that is late. */
  @Column('timestamptz')
  submissionClosesAt: Date;

  @Column('integer', { nullable: true })
  targetCount: number | null;

  @Column('integer')
  revision: number;
}
