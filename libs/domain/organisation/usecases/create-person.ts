import { Injectable } from '@nestjs/common';
import { currentViewer } from '@kit/context';
import { Database, newId } from '@kit/database';
import { EventBus } from '@kit/events';
import { PeopleRepository } from '../data/people.repository.js';
import { PersonCreated } from '../events/organisation.events.js';
import type { Person } from '../model/organisation.types.js';
import type { Gender } from '../model/closed-lists.js';
import { personPolicy } from '../policy/organisation.policy.js';
import { tidy, tidyOrNull } from './tidy.js';

export interface NewPerson {
  readonly fullName: string;
  readonly unitId?: string | null;
  readonly birthDate?: string | null;
  readonly gender?: Gender | null;
  readonly position?: string | null;
  readonly qualification?: string | null;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly isUnionMember?: boolean | null;
}

/** Adds a person to the viewer's tenant. Two people may share a name, so nothing is looked for twice. */
@Injectable()
export class CreatePerson {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleRepository,
    private readonly events: EventBus,
  ) {}

  /** @throws NOT_FOUND (the unit), PERSON_BIRTH_DATE_UNLIKELY */
  async execute(input: NewPerson): Promise<Person> {
    const viewer = currentViewer();
    const { tenantId } = viewer;
    personPolicy.require('person.create', viewer, { tenantId });
    return this.database.transaction(async () => {
      const id = newId();
      await this.people.add({
        id,
        tenantId,
        unitId: input.unitId ?? null,
        fullName: tidy(input.fullName),
        birthDate: input.birthDate ?? null,
        gender: input.gender ?? null,
        position: tidyOrNull(input.position),
        qualification: tidyOrNull(input.qualification),
        email: input.email ?? null,
        phone: input.phone ?? null,
        isUnionMember: input.isUnionMember ?? false,
      });
      await this.events.publish(new PersonCreated(tenantId, id));
      return this.people.get(tenantId, id);
    });
  }
}
