export { DeliberationModule } from './deliberation.module.js';
export { mayKnowOfDiscussion, readsDiscussion } from './data/discussion.shapes.js';
export {
  DiscussionEvent, MembersMentioned, PostEdited, PostWithdrawn, ReplyPosted, ThreadReopened, ThreadResolved, ThreadStarted,
} from './events/deliberation.events.js';
export { Reply } from './usecases/reply.js';
export { ResolveThread } from './usecases/resolve-thread.js';
export { SaveItemNote } from './usecases/save-item-note.js';
export { StartThread } from './usecases/start-thread.js';
