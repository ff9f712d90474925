import { Args, Info, Mutation, Resolver } from '@nestjs/graphql';
import { currentViewer } from '@kit/context';
import { Access, selection } from '@kit/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { InitiativeReader } from '../data/initiative.reader.js';
import { Initiative } from '../model/initiative.types.js';
import {
  AcceptInitiativeInput, ConfirmApplicationInput, ConfirmAuthorshipInput, DeclineAuthorshipInput, RejectInitiativeInput,
  RequestSupplementInput, SubmitInitiativeInput, WithdrawInitiativeInput,
} from '../model/procedure.inputs.js';
import { AcceptInitiative } from '../usecases/accept-initiative.js';
import { ConfirmAuthorship, DeclineAuthorship } from '../usecases/answer-authorship.js';
import { ConfirmApplication } from '../usecases/confirm-application.js';
import { RejectInitiative } from '../usecases/reject-initiative.js';
import { RequestSupplement } from '../usecases/request-supplement.js';
import { ResubmitInitiative } from '../usecases/resubmit-initiative.js';
import { SubmitInitiative } from '../usecases/submit-initiative.js';
import { WithdrawInitiative } from '../usecases/withdraw-initiative.js';

/** The steps of the procedure. Each answers with the initiative as it then is. */
@Resolver()
export class ProcedureMutations {
  constructor(
    private readonly reader: InitiativeReader,
    private readonly confirm: ConfirmAuthorship,
    private readonly decline: DeclineAuthorship,
    private readonly submit: SubmitInitiative,
    private readonly resubmit: ResubmitInitiative,
    private readonly withdraw: WithdrawInitiative,
    private readonly supplement: RequestSupplement,
    private readonly accept: AcceptInitiative,
    private readonly reject: RejectInitiative,
    private readonly application: ConfirmApplication,
  ) {}

  @Mutation(() => Initiative, { description: 'An author consents to the own share. AUTHORSHIP_SHARE_CHANGED, INITIATIVE_FIXED, NOT_FOUND.' })
  @Access('initiative.answerAuthorship')
  async confirmAuthorship(@Args('input') input: ConfirmAuthorshipInput, @Info() info: GraphQLResolveInfo): Promise<Initiative> {
    await this.confirm.execute(input);
    return this.#view(input.id, info);
  }

  @Mutation(() => Initiative, { description: 'A person refuses to be named as author. AUTHORSHIP_LEAD_CANNOT_DECLINE, INITIATIVE_FIXED, NOT_FOUND.' })
  @Access('initiative.answerAuthorship')
  async declineAuthorship(@Args('input') input: DeclineAuthorshipInput, @Info() info: GraphQLResolveInfo): Promise<Initiative> {
    await this.decline.execute(input);
    return this.#view(input.id, info);
  }

  @Mutation(() => Initiative, { description: 'Hands in the draft: fixes version 1 and gives a receipt, once per idempotency key. CAMPAIGN_CLOSED, VALIDATION_FAILED with all faults, REVISION_CONFLICT, INITIATIVE_WRONG_STATE, IDEMPOTENCY_KEY_REUSED, NOT_FOUND, FORBIDDEN.' })
  @Access('initiative.lead')
  async submitInitiative(@Args('input') input: SubmitInitiativeInput, @Info() info: GraphQLResolveInfo): Promise<Initiative> {
    await this.submit.execute(input);
    return this.#view(input.id, info);
  }

  @Mutation(() => Initiative, { description: 'Hands in the supplement as a new version, until its due date. SUPPLEMENT_OVERDUE, VALIDATION_FAILED with all faults, REVISION_CONFLICT, INITIATIVE_WRONG_STATE, IDEMPOTENCY_KEY_REUSED, NOT_FOUND, FORBIDDEN.' })
  @Access('initiative.lead')
  async resubmitInitiative(@Args('input') input: SubmitInitiativeInput, @Info() info: GraphQLResolveInfo): Promise<Initiative> {
    await this.resubmit.execute(input);
    return this.#view(input.id, info);
  }

  @Mutation(() => Initiative, { description: 'The lead withdraws it before the decision; all authors are told. INITIATIVE_WRONG_STATE, or the reason of the council’s session; NOT_FOUND, FORBIDDEN.' })
  @Access('initiative.lead')
  async withdrawInitiative(@Args('input') input: WithdrawInitiativeInput, @Info() info: GraphQLResolveInfo): Promise<Initiative> {
    await this.withdraw.execute(input);
    return this.#view(input.id, info);
  }

  @Mutation(() => Initiative, { description: 'Returns the dossier once with all its faults. SUPPLEMENT_ALREADY_REQUESTED, INITIATIVE_VERSION_OUTDATED, VALIDATION_FAILED, INITIATIVE_WRONG_STATE, NOT_FOUND, FORBIDDEN (an author of it).' })
  @Access('initiative.formalCheck')
  async requestSupplement(@Args('input') input: RequestSupplementInput, @Info() info: GraphQLResolveInfo): Promise<Initiative> {
    await this.supplement.execute(input);
    return this.#view(input.id, info);
  }

  @Mutation(() => Initiative, { description: 'Accepts the request; the version checked is the one that will be judged. INITIATIVE_VERSION_OUTDATED, INITIATIVE_DUPLICATE_INVALID, INITIATIVE_WRONG_STATE, NOT_FOUND, FORBIDDEN (an author of it).' })
  @Access('initiative.formalCheck')
  async acceptInitiative(@Args('input') input: AcceptInitiativeInput, @Info() info: GraphQLResolveInfo): Promise<Initiative> {
    await this.accept.execute(input);
    return this.#view(input.id, info);
  }

  @Mutation(() => Initiative, { description: 'Refuses acceptance on a legal ground; ends a supplement that never came (NOT_CORRECTED), which leaves the initiative LAPSED. SUPPLEMENT_NOT_OVERDUE, INITIATIVE_VERSION_OUTDATED, VALIDATION_FAILED, INITIATIVE_WRONG_STATE, NOT_FOUND, FORBIDDEN (an author of it).' })
  @Access('initiative.formalCheck')
  async rejectInitiative(@Args('input') input: RejectInitiativeInput, @Info() info: GraphQLResolveInfo): Promise<Initiative> {
    await this.reject.execute(input);
    return this.#view(input.id, info);
  }

  @Mutation(() => Initiative, { description: 'The head of a unit confirms that the unit applied the solution. APPLICATION_ALREADY_CONFIRMED, NOT_FOUND, FORBIDDEN (an author of it).' })
  @Access('application.confirm')
  async confirmApplication(@Args('input') input: ConfirmApplicationInput, @Info() info: GraphQLResolveInfo): Promise<Initiative> {
    return this.#view(await this.application.execute(input), info);
  }

  #view(id: string, info: GraphQLResolveInfo): Promise<Initiative> {
    return this.reader.get(currentViewer(), id, selection(info));
  }
}
