import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OrgUnitKind, SchoolLevel } from './closed-lists.js';

/** A unit of the tree of a tenant: department, school, health station, resident group … */
@Entity('org_unit')
export class OrgUnitEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  tenantId: string;

  @Column('uuid', { nullable: true })
  parentId: string | null;

  @Column('text')
  code: string;

  @Column('text')
  officialName: string;

  @Column('text')
  shortName: string;

  @Column('text')
  kind: OrgUnitKind;

  @Column('boolean')
  hasLegalPersonality: boolean;

  /** Whether the unit is a "cơ sở" that may itself recognise initiatives (Decree 13/2012 Art. 2). */
  @Column('boolean')
  isRecognisingBody: boolean;

  @Column('text', { nullable: true })
  schoolLevel: SchoolLevel | null;
}

/** Another spelling under which plans and tables name a unit. */
@Entity('org_unit_alias')
export class OrgUnitAliasEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  tenantId: string;

  @Column('uuid')
  unitId: string;

  @Column('text')
  alias: string;
}
