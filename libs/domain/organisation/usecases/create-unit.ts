import { Injectable } from '@nestjs/common';
import { currentViewer } from '@kit/context';
import { Database, newId } from '@kit/database';
import { EventBus } from '@kit/events';
import { UnitsRepository } from '../data/units.repository.js';
import { UnitCreated } from '../events/organisation.events.js';
import type { OrgUnitKind, SchoolLevel } from '../model/closed-lists.js';
import type { OrgUnit } from '../model/organisation.types.js';
import { unitPolicy } from '../policy/organisation.policy.js';
import { tidy } from './tidy.js';

export interface NewUnit {
  readonly code: string;
  readonly officialName: string;
  readonly shortName: string;
  readonly kind: OrgUnitKind;
  readonly parentId?: string | null;
  readonly schoolLevel?: SchoolLevel | null;
  readonly hasLegalPersonality?: boolean | null;
  readonly isRecognisingBody?: boolean | null;
  readonly aliases?: readonly string[] | null;
}

/** Adds a unit to the tree of the viewer's tenant. */
@Injectable()
export class CreateUnit {
  constructor(
    private readonly database: Database,
    private readonly units: UnitsRepository,
    private readonly events: EventBus,
  ) {}

  /** @throws UNIT_CODE_TAKEN, UNIT_ALIAS_TAKEN, UNIT_SCHOOL_LEVEL_UNFIT, NOT_FOUND (the parent) */
  async execute(input: NewUnit): Promise<OrgUnit> {
    const viewer = currentViewer();
    const { tenantId } = viewer;
    unitPolicy.require('unit.create', viewer, { tenantId });
    return this.database.transaction(async () => {
      const id = newId();
      await this.units.add(
        {
          id,
          tenantId,
          parentId: input.parentId ?? null,
          code: input.code,
          officialName: tidy(input.officialName),
          shortName: tidy(input.shortName),
          kind: input.kind,
          schoolLevel: input.schoolLevel ?? null,
          hasLegalPersonality: input.hasLegalPersonality ?? false,
          isRecognisingBody: input.isRecognisingBody ?? false,
        },
        (input.aliases ?? []).map(tidy),
      );
      await this.events.publish(new UnitCreated(tenantId, id));
      return this.units.get(tenantId, id);
    });
  }
}
