import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TenantKind } from './closed-lists.js';

/** A ward, commune, special zone or city: the border no row crosses. */
@Entity('tenant')
export class TenantEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** Part of addresses: `hong-bang`. */
  @Column('text')
  code: string;

  @Column('text')
  name: string;

  @Column('text')
  kind: TenantKind;

  /** The city the ward belongs to, when that city is on the platform, too. */
  @Column('uuid', { nullable: true })
  cityId: string | null;

  /** Địa danh: the place printed before the date of a document (Decree 30/2020, Annex I). */
  @Column('text')
  placeName: string;

  /** Whose decision it is, e.g. "Chủ tịch Ủy ban nhân dân phường". */
  @Column('text')
  headTitle: string;

  /** The body in the letterhead, e.g. "ỦY BAN NHÂN DÂN". */
  @Column('text')
  collectiveBodyName: string;
}
