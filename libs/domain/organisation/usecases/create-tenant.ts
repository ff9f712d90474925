import { Injectable } from '@nestjs/common';
import { currentViewer } from '@kit/context';
import { Database, newId } from '@kit/database';
import { EventBus } from '@kit/events';
import { TenantsRepository } from '../data/tenants.repository.js';
import { TenantCreated } from '../events/organisation.events.js';
import type { TenantKind } from '../model/closed-lists.js';
import type { Tenant } from '../model/organisation.types.js';
import { tenantPolicy } from '../policy/organisation.policy.js';
import { tidy } from './tidy.js';

export interface NewTenant {
  /** The id to give it, when the caller acts as the tenant's own system viewer; default: a new one. */
  readonly id?: string;
  readonly code: string;
  readonly name: string;
  readonly kind: TenantKind;
  readonly cityId?: string | null;
  readonly placeName: string;
  readonly headTitle: string;
  readonly collectiveBodyName: string;
}

/** Opens a ward or a city on the platform. Only the console does this. */
@Injectable()
export class CreateTenant {
  constructor(
    private readonly database: Database,
    private readonly tenants: TenantsRepository,
    private readonly events: EventBus,
  ) {}

  /** @throws TENANT_CODE_TAKEN, FORBIDDEN */
  async execute(input: NewTenant): Promise<Tenant> {
    const id = input.id ?? newId();
    tenantPolicy.require('tenant.create', currentViewer(), { id });
    return this.database.transaction(async () => {
      await this.tenants.add({
        id,
        code: input.code,
        name: tidy(input.name),
        kind: input.kind,
        cityId: input.cityId ?? null,
        placeName: tidy(input.placeName),
        headTitle: tidy(input.headTitle),
        collectiveBodyName: tidy(input.collectiveBodyName),
      });
      await this.events.publish(new TenantCreated(id));
      return this.tenants.get(id);
    });
  }
}
