import { Args, ID, Info, Mutation, Resolver } from '@nestjs/graphql';
import { currentViewer } from '@kit/context';
import { Access, selection } from '@kit/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { InitiativeReader } from '../data/initiative.reader.js';
import {
  AttachFileInput, ChangeAttachmentInput, CreateInitiativeInput, SaveInitiativeInput, SetApplicationRecordsInput, SetAuthorsInput,
  SetFirstAdoptersInput,
} from '../model/dossier.inputs.js';
import { Initiative } from '../model/initiative.types.js';
import { AttachFile, ChangeAttachment, RemoveAttachment } from '../usecases/attachments.js';
import { CreateInitiative } from '../usecases/create-initiative.js';
import { SaveInitiative } from '../usecases/save-initiative.js';
import { SetApplicationRecords } from '../usecases/set-application-records.js';
import { SetAuthors } from '../usecases/set-authors.js';
import { SetFirstAdopters } from '../usecases/set-first-adopters.js';

/** What authors do to a dossier while they write it. Each answers with the initiative as it then is. */
@Resolver()
export class DossierMutations {
  constructor(
    private readonly reader: InitiativeReader,
    private readonly create: CreateInitiative,
    private readonly save: SaveInitiative,
    private readonly authors: SetAuthors,
    private readonly adopters: SetFirstAdopters,
    private readonly records: SetApplicationRecords,
    private readonly attach: AttachFile,
    private readonly change: ChangeAttachment,
    private readonly remove: RemoveAttachment,
  ) {}

  @Mutation(() => Initiative, { description: 'Begins a draft. CAMPAIGN_CLOSED, NOT_FOUND.' })
  @Access('initiative.create')
  async createInitiative(@Args('input') input: CreateInitiativeInput, @Info() info: GraphQLResolveInfo): Promise<Initiative> {
    return this.#view(await this.create.execute(input), info);
  }

  @Mutation(() => Initiative, { description: 'Saves what was written. REVISION_CONFLICT, INITIATIVE_FIXED, INITIATIVE_DATES_REVERSED, NOT_FOUND.' })
  @Access('initiative.edit')
  async saveInitiative(@Args('input') input: SaveInitiativeInput, @Info() info: GraphQLResolveInfo): Promise<Initiative> {
    await this.save.execute(input);
    return this.#view(input.id, info);
  }

  @Mutation(() => Initiative, { description: 'Names all authors and their shares; only the lead. VALIDATION_FAILED, REVISION_CONFLICT, INITIATIVE_FIXED, NOT_FOUND, FORBIDDEN.' })
  @Access('initiative.lead')
  async setAuthors(@Args('input') input: SetAuthorsInput, @Info() info: GraphQLResolveInfo): Promise<Initiative> {
    await this.authors.execute(input);
    return this.#view(input.id, info);
  }

  @Mutation(() => Initiative, { description: 'Lists all first adopters. VALIDATION_FAILED, REVISION_CONFLICT, INITIATIVE_FIXED, NOT_FOUND.' })
  @Access('initiative.edit')
  async setFirstAdopters(@Args('input') input: SetFirstAdoptersInput, @Info() info: GraphQLResolveInfo): Promise<Initiative> {
    await this.adopters.execute(input);
    return this.#view(input.id, info);
  }

  @Mutation(() => Initiative, { description: 'Records all applications. VALIDATION_FAILED, REVISION_CONFLICT, INITIATIVE_FIXED, NOT_FOUND.' })
  @Access('initiative.edit')
  async setApplicationRecords(@Args('input') input: SetApplicationRecordsInput, @Info() info: GraphQLResolveInfo): Promise<Initiative> {
    await this.records.execute(input);
    return this.#view(input.id, info);
  }

  @Mutation(() => Initiative, { description: 'Attaches a file of the viewer. ATTACHMENT_FILE_UNUSABLE, ATTACHMENT_FILE_TWICE, ATTACHMENT_SECTION_UNSUPPORTED, LIMIT_EXCEEDED, INITIATIVE_FIXED, NOT_FOUND.' })
  @Access('initiative.edit')
  async attachFile(@Args('input') input: AttachFileInput, @Info() info: GraphQLResolveInfo): Promise<Initiative> {
    await this.attach.execute(input);
    return this.#view(input.id, info);
  }

  @Mutation(() => Initiative, { description: 'Changes what is said about an attached file. ATTACHMENT_SECTION_UNSUPPORTED, INITIATIVE_FIXED, NOT_FOUND.' })
  @Access('initiative.edit')
  async changeAttachment(@Args('input') input: ChangeAttachmentInput, @Info() info: GraphQLResolveInfo): Promise<Initiative> {
    return this.#view(await this.change.execute(input), info);
  }

  @Mutation(() => Initiative, { description: 'Takes a file off the dossier; the file stays with its owner. INITIATIVE_FIXED, NOT_FOUND.' })
  @Access('initiative.edit')
  async removeAttachment(
    @Args('attachmentId', { type: () => ID }) attachmentId: string, @Info() info: GraphQLResolveInfo,
  ): Promise<Initiative> {
    return this.#view(await this.remove.execute(attachmentId), info);
  }

  #view(id: string, info: GraphQLResolveInfo): Promise<Initiative> {
    return this.reader.get(currentViewer(), id, selection(info));
  }
}
