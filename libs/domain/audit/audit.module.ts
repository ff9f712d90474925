import { Module } from '@nestjs/common';
import { DatabaseModule } from '@kit/database';
import { AuditEventEntity } from './audit-event.entity.js';
import { AuditListener } from './audit.listener.js';
import { AuditRepository } from './audit.repository.js';
import { AuditResolver } from './audit.resolver.js';

@Module({
  imports: [DatabaseModule.forFeature([AuditEventEntity])],
  providers: [AuditListener, AuditRepository, AuditResolver],
})
export class AuditModule {}
