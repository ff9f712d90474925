import { Injectable } from '@nestjs/common';
import { sql, type SqlStatement } from '@kit/database';
import { type DomainEvent, type EventClass, type EventPayload, revive } from '@kit/events';
import { calendarFile, type CalendarMethod } from '@kit/mail';
import { Config } from '@kit/config';
import type { Part } from '../domain/wording.js';
import type { WordedKind } from '../domain/words.js';
import type { Notice } from '../notice.js';
import { noticeOf } from '../notices/index.js';
import { DeliveriesRepository } from './deliveries.repository.js';

/** A notice that was queued, as its row keeps it. */
export interface QueuedNotice {
  readonly mailingId: string;
  readonly tenantId: string;
  readonly kind: string;
  readonly eventType: string;
  readonly payload: EventPayload;
}

/** A session for the calendar of one person. */
export interface Invitation {
  readonly method: CalendarMethod;
  readonly content: string;
}

/** What mails say, asked anew whenever one goes out: as the recipient may know it then. */
@Injectable()
export class MailContents {
  constructor(
    private readonly deliveries: DeliveriesRepository,
    private readonly config: Config,
  ) {}

  /**
   * What a notice says to each of these people; whoever may no longer be told is missing. One statement,
   * however many people.
   * @throws when this version does not know the notice
   */
  async partsOf(queued: QueuedNotice, personIds: readonly string[]): Promise<ReadonlyMap<string, Part[]>> {
    const { notice, event } = eventOf(queued);
    const rows = await this.deliveries.parts(notice.parts?.(event) ?? singlePart(notice, event), personIds);
    const parts = new Map<string, Part[]>();
    for (const { personId, kind, params, link } of rows) {
      const part: Part = { kind: kind as WordedKind, params, link };
      parts.set(personId, [...(parts.get(personId) ?? []), part]);
    }
    return parts;
  }

  /** Writes invitations to the session of a notice; `null` when it has none, or none with a day. One statement. */
  async invitationOf(queued: QueuedNotice, organiser: { name: string; address: string }, now: Date): Promise<((to: { fullName: string; address: string }, part: Part) => Invitation) | null> {
    const method = eventOf(queued).notice.calendar;
    const { sessionId } = queued.payload;
    if (method === undefined || typeof sessionId !== 'string') return null;
    const session = await this.deliveries.session(sessionId);
    if (session === null || session.heldOn === null) return null;
    const { id, title, heldOn, place, revision } = session;
    const { publicUrl } = this.config;
    return (to, part) => ({
      method,
      content: calendarFile({
        method, uid: `${id}@${new URL(publicUrl).hostname}`, sequence: revision, stampedAt: now, when: { day: heldOn }, summary: title,
        description: `${publicUrl}${part.link ?? ''}`, place, url: part.link === null ? null : `${publicUrl}${part.link}`, organiser,
        invited: { name: to.fullName, address: to.address },
      }),
    });
  }
}

function singlePart(notice: Notice, event: DomainEvent): SqlStatement {
  return sql`select one.person_id, ${notice.kind}::text, one.params, one.link from (${notice.recipients(event)}) as one (person_id, params, link)`;
}

function eventOf({ kind, eventType, tenantId, payload }: QueuedNotice): { notice: Notice; event: DomainEvent } {
  const notice = noticeOf(kind);
  if (notice === undefined || notice.event.type !== eventType) throw new Error(`no notice ${kind} of ${eventType} in this version`);
  return { notice, event: revive(notice.event as EventClass, tenantId, payload) };
}
