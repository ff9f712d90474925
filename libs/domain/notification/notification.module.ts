import { Module } from '@nestjs/common';
import { NotificationListener } from './notification.listener.js';
import { NotificationRepository } from './notification.repository.js';
import { NotificationResolver } from './notification.resolver.js';

@Module({ providers: [NotificationListener, NotificationRepository, NotificationResolver] })
export class NotificationModule {}
