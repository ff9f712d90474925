import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A field of application (lĩnh vực áp dụng) of a tenant's list. */
@Entity('field')
export class FieldEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  tenantId: string;

  @Column('text')
  code: string;

  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  nameEn: string | null;

  @Column('integer')
  position: number;
}
