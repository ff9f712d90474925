import { Args, Query, Resolver } from '@nestjs/graphql';
import { currentViewer } from '@kit/context';
import { Access, type Connection } from '@kit/graphql';
import { AuditRepository } from './audit.repository.js';
import { AuditEvent, AuditEventConnection, AuditEventsArgs } from './audit.types.js';

@Resolver()
export class AuditResolver {
  constructor(private readonly audit: AuditRepository) {}

  @Query(() => AuditEventConnection, { description: "What was done in the viewer's ward, the newest first." })
  @Access('audit.read')
  auditEvents(@Args() args: AuditEventsArgs): Promise<Connection<AuditEvent>> {
    return this.audit.page(currentViewer(), args);
  }
}
