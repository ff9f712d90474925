import { Injectable } from '@nestjs/common';
import { localDate } from '@kit/clock';
import { currentViewer } from '@kit/context';
import { Database } from '@kit/database';
import { notFound, revisionConflict } from '@kit/errors';
import { EventBus } from '@kit/events';
import { Idempotency } from '@kit/idempotency';
import { InitiativeFacade } from '@domain/initiative';
import { OrganisationFacade } from '@domain/organisation';
import { DecisionsRepository } from '../data/decisions.repository.js';
import { RegisterWriter } from '../data/register-writer.js';
import { DECISION_BOOK, DECISION_SYMBOL, fullNumber } from '../domain/decision-rules.js';
import { DecisionIssued } from '../events/recognition.events.js';
import type { IssueDecisionInput } from '../model/decision.inputs.js';
import type { RecognitionDecision } from '../model/decision.types.js';
import { decisionPolicy } from '../policy/recognition.policy.js';
import { decisionIncomplete, decisionIssued, headIsAuthor } from '../recognition.errors.js';

/**
 * Issues a decision: the next number of the year without a gap, today's date, the initiatives' new states, the
 * register, the notices. All of it or nothing; a repeated click changes nothing.
 */
@Injectable()
export class IssueDecision {
  constructor(
    private readonly database: Database,
    private readonly decisions: DecisionsRepository,
    private readonly register: RegisterWriter,
    private readonly initiatives: InitiativeFacade,
    private readonly organisation: OrganisationFacade,
    private readonly idempotency: Idempotency,
    private readonly events: EventBus,
  ) {}

  /** @throws NOT_FOUND, REVISION_CONFLICT, DECISION_ISSUED, DECISION_INCOMPLETE, DECISION_HEAD_IS_AUTHOR, IDEMPOTENCY_KEY_REUSED */
  async execute(input: IssueDecisionInput): Promise<RecognitionDecision> {
    const viewer = currentViewer();
    await this.idempotency.once('recognition.issue', input.idempotencyKey, input, () => this.#issue(input));
    const view = await this.decisions.find(viewer, input.decisionId);
    if (view === null) throw notFound();
    return view;
  }

  async #issue(input: IssueDecisionInput): Promise<string> {
    const viewer = currentViewer();
    const { tenantId } = viewer;
    const decision = await this.decisions.lock(tenantId, input.decisionId);
    if (decision === null) throw notFound({}, ['input', 'decisionId']);
    decisionPolicy.require('decision.issue', viewer, decision);
    if (decision.state === 'ISSUED') throw decisionIssued({}, ['input', 'decisionId']);
    if (decision.revision !== input.revision) throw revisionConflict({ current: decision.revision }, ['input', 'revision']);
    const items = await this.decisions.items(decision.id);
    const undecided = items.filter((item) => item.outcome === null).length;
    if (undecided > 0) throw decisionIncomplete({ undecided }, ['input', 'decisionId']);
    if (await this.decisions.concernsAuthor(decision.id, viewer.personId)) throw headIsAuthor({}, ['input', 'decisionId']);

    const issuedAt = await this.database.now();
    const issuedOn = localDate(issuedAt);
    const year = Number(issuedOn.slice(0, 4));
    const number = await this.database.nextNumber(DECISION_BOOK, year);
    const signerTitle = input.signerTitle ?? (await this.organisation.tenant()).headTitle;
    await this.decisions.save(
      Object.assign(decision, {
        state: 'ISSUED', number, year, symbol: DECISION_SYMBOL, issuedOn, issuedAt, signerTitle,
        signedByPersonId: viewer.personId, revision: decision.revision + 1,
      }),
    );
    const recognised = items.filter((item) => item.outcome === 'RECOGNISED').map((item) => item.initiativeId);
    const refused = items.filter((item) => item.outcome === 'REFUSED').map((item) => item.initiativeId);
    await this.initiatives.recognise(recognised);
    await this.initiatives.refuse(refused);
    await this.register.publish({
      tenantId, decisionId: decision.id, decisionNumber: fullNumber(number, DECISION_SYMBOL), decisionDate: issuedOn, year,
    });
    await this.events.publish(new DecisionIssued(tenantId, decision.id, number, year, recognised, refused));
    return decision.id;
  }
}
