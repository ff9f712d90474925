import { Module } from '@nestjs/common';
import { EvaluationModule } from '@domain/evaluation';
import { IdempotencyModule } from '@kit/idempotency';
import { DiscussionResolver, ItemNoteResolver } from './api/discussion.resolver.js';
import { DiscussionSubscriptions } from './api/discussion.subscriptions.resolver.js';
import { DiscussionReader } from './data/discussion.reader.js';
import { NotesRepository } from './data/notes.repository.js';
import { ThreadsRepository } from './data/threads.repository.js';
import { DiscussionAudience } from './discussion-audience.js';
import { DiscussionNews } from './handlers/discussion-news.js';
import { HeldMentions } from './handlers/held-mentions.js';
import { DiscussionDesk } from './usecases/discussion-desk.js';
import { EditPost } from './usecases/edit-post.js';
import { Reply } from './usecases/reply.js';
import { ResolveThread } from './usecases/resolve-thread.js';
import { SaveItemNote } from './usecases/save-item-note.js';
import { StartThread } from './usecases/start-thread.js';
import { WithdrawPost } from './usecases/withdraw-post.js';

const ACTS = [StartThread, Reply, EditPost, WithdrawPost, ResolveThread, SaveItemNote];

@Module({
  imports: [EvaluationModule, IdempotencyModule],
  providers: [
    DiscussionResolver, ItemNoteResolver, DiscussionSubscriptions, DiscussionReader, NotesRepository, ThreadsRepository, DiscussionDesk, HeldMentions,
    DiscussionAudience, DiscussionNews, ...ACTS,
  ],
  exports: [...ACTS],
})
export class DeliberationModule {}
