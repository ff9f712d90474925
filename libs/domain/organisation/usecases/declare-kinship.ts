import { Injectable } from '@nestjs/common';
import { currentViewer } from '@kit/context';
import { Database, newId } from '@kit/database';
import { limitExceeded, notFound } from '@kit/errors';
import { EventBus } from '@kit/events';
import { isId } from '@kit/ids';
import { KinshipsRepository, MOST_KINSHIPS } from '../data/kinships.repository.js';
import { PeopleRepository } from '../data/people.repository.js';
import { KinshipDeclared } from '../events/organisation.events.js';
import type { KinshipKind } from '../model/closed-lists.js';
import { kinshipToOneself } from '../organisation.errors.js';
import { kinshipPolicy } from '../policy/kinship.policy.js';

export interface NewKinship {
  readonly personId: string;
  readonly kind: KinshipKind;
}

/**
 * Somebody says who of the ward is close to them, so that neither judges the other's initiatives. The answer is the same
 * whether the other person sits on a council or not.
 */
@Injectable()
export class DeclareKinship {
  constructor(
    private readonly database: Database,
    private readonly kinships: KinshipsRepository,
    private readonly people: PeopleRepository,
    private readonly events: EventBus,
  ) {}

  /** @throws NOT_FOUND (the person), KINSHIP_TO_ONESELF, KINSHIP_DECLARED, LIMIT_EXCEEDED */
  execute({ personId: otherId, kind }: NewKinship): Promise<void> {
    const viewer = currentViewer();
    const { tenantId, personId } = viewer;
    kinshipPolicy.require('kinship.declare', viewer, { tenantId, declaredById: personId });
    if (!isId(otherId)) throw notFound({}, ['input', 'personId']);
    if (otherId === personId) throw kinshipToOneself({}, ['input', 'personId']);
    return this.database.transaction(async () => {
      if (!(await this.people.presentOf(tenantId, [otherId])).has(otherId)) throw notFound({}, ['input', 'personId']);
      if ((await this.kinships.count(personId)) >= MOST_KINSHIPS) throw limitExceeded({ most: MOST_KINSHIPS });
      const id = newId();
      await this.kinships.add({ id, tenantId, personId, otherId, kind });
      await this.events.publish(new KinshipDeclared(tenantId, id));
    });
  }
}
