import { Injectable } from '@nestjs/common';
import { currentViewer } from '@kit/context';
import { Database, newId } from '@kit/database';
import { EventBus } from '@kit/events';
import { FieldsRepository } from '../data/fields.repository.js';
import { FieldCreated } from '../events/organisation.events.js';
import { fieldPolicy } from '../policy/organisation.policy.js';
import { tidy, tidyOrNull } from './tidy.js';

export interface NewField {
  /** Two to ten capitals, unique in the tenant. */
  readonly code: string;
  readonly name: string;
  readonly nameEn?: string | null;
  /** Place in the list, from 0. */
  readonly position: number;
}

/** Adds a field of application to the viewer's tenant; answers its id. */
@Injectable()
export class CreateField {
  constructor(
    private readonly database: Database,
    private readonly fields: FieldsRepository,
    private readonly events: EventBus,
  ) {}

  /** @throws FIELD_CODE_TAKEN */
  async execute(input: NewField): Promise<string> {
    const viewer = currentViewer();
    const { tenantId } = viewer;
    fieldPolicy.require('field.create', viewer, { tenantId });
    return this.database.transaction(async () => {
      const id = newId();
      await this.fields.add({
        id, tenantId, code: input.code, name: tidy(input.name), nameEn: tidyOrNull(input.nameEn), position: input.position,
      });
      await this.events.publish(new FieldCreated(tenantId, id));
      return id;
    });
  }
}
