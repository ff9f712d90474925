import { Injectable } from '@nestjs/common';
import { currentViewer } from '@kit/context';
import { Database } from '@kit/database';
import { notFound } from '@kit/errors';
import { EventBus } from '@kit/events';
import { isId } from '@kit/ids';
import { MeetingRepository } from '../data/meeting.repository.js';
import { MinutesRepository } from '../data/minutes.repository.js';
import { SessionsRepository } from '../data/sessions.repository.js';
import { capacitiesOf } from '../domain/minutes.js';
import { MinutesSigned } from '../events/meeting.events.js';
import { minutesChanged, notASigner } from '../meeting.errors.js';
import { sessionPolicy } from '../policy/session.policy.js';

export interface MinutesToSign {
  readonly minutesId: string;
  /** Of the minutes that were read. */
  readonly sha256: string;
}

/** Signs minutes as they were read, in every capacity the person has. Signing twice is signing once. */
@Injectable()
export class SignMinutes {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsRepository,
    private readonly meeting: MeetingRepository,
    private readonly minutes: MinutesRepository,
    private readonly events: EventBus,
  ) {}

  /** Answers the session. @throws MINUTES_CHANGED, NOT_A_SIGNER, NOT_FOUND */
  execute({ minutesId, sha256 }: MinutesToSign): Promise<string> {
    const viewer = currentViewer();
    const { tenantId, personId } = viewer;
    return this.database.transaction(async () => {
      const minutes = isId(minutesId) ? await this.minutes.find(tenantId, minutesId) : null;
      const session = minutes === null ? null : await this.meeting.share(tenantId, minutes.sessionId);
      if (minutes === null || session === null) throw notFound();
      const facts = await this.sessions.factsOf({ id: minutes.sessionId, tenantId, state: session.state });
      if (!sessionPolicy.can('session.sign', viewer, facts)) throw notFound();
      const capacities = capacitiesOf(minutes.kind, personId, await this.minutes.signersOf(minutes.sessionId));
      if (capacities.length === 0 || session.state === 'LOCKED') throw notASigner();
      if (!minutes.isLast || minutes.sha256 !== sha256) throw minutesChanged({}, ['input', 'sha256']);
      for (const capacity of capacities) {
        if (await this.minutes.sign(minutes, personId, capacity)) await this.events.publish(new MinutesSigned(tenantId, minutes.sessionId, minutes.id, capacity));
      }
      return minutes.sessionId;
    });
  }
}
