import { Args, Int, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ViewerProfile } from '@domain/identity';
import { currentViewer } from '@kit/context';
import { Access, type Connection, PageArgs, SIGNED_IN_ACCESS } from '@kit/graphql';
import { NotificationRepository } from '../notification.repository.js';
import { MarkNotificationsReadArgs, Notification, NotificationConnection } from '../notification.types.js';

@Resolver(() => ViewerProfile)
export class NotificationResolver {
  constructor(private readonly rows: NotificationRepository) {}

  @Query(() => NotificationConnection, { description: 'Notices to the viewer, the newest first.' })
  @Access(SIGNED_IN_ACCESS)
  notifications(@Args() page: PageArgs): Promise<Connection<Notification>> {
    return this.rows.page(currentViewer(), page);
  }

  @Mutation(() => Int, { description: 'Marks own notices as read; answers how many were unread before.' })
  @Access(SIGNED_IN_ACCESS)
  markNotificationsRead(@Args() { ids }: MarkNotificationsReadArgs): Promise<number> {
    return this.rows.markRead(currentViewer(), ids);
  }

  @ResolveField(() => Int, { description: 'How many notices to the viewer are unread.' })
  unreadNotifications(): Promise<number> {
    return this.rows.unread(currentViewer());
  }
}
