import type { MeetingRoomQuery } from '../../gql/graphql.js';
import { graphql } from '../../lib/graphql.js';

/** A session as its meeting room shows it. */
export type Room = MeetingRoomQuery['evaluationSession'];
export type Meeting = NonNullable<Room['meeting']>;
export type RollEntry = Meeting['attendance'][number];
export type RoomItem = Room['items'][number];
export type Ballot = NonNullable<RoomItem['ballot']>;
export type MinutesDocument = NonNullable<Room['minutes']>[number];

export const MEETING_ROOM = graphql(`
  query MeetingRoom($id: ID!) {
    evaluationSession(id: $id) {
      id title state revision heldOn place actions
      council { id name }
      meeting {
        currentItemId isClosedToViewer
        countingBoard { id fullName }
        sittings { id number openedAt endedAt ending endingReason appointed present required authorisation presiding { id fullName } }
        attendance { role isVoting mode since isExcused absenceReason writtenOpinion stays { outAt } person { id fullName } }
      }
      items {
        id position code title unitName
        ballot {
          id round method state issued returned isMine hasVoted valid invalid agree disagree appointed recused present required annulReason
          issues { isReturned choice person { id fullName } }
        }
        proceedings { notes revision }
        result { outcome voteState }
      }
      minutes {
        id kind number sha256 conclusion draftedAt
        signatures { capacity signedAt person { id fullName } }
        items { itemId code title notes outcome vote { issued returned valid invalid agree disagree baseCount needed } }
      }
      seal { sha256 sealedAt }
    }
  }
`);

/** The regulation of the session; it does not change while the council meets, so it is asked for once. */
export const MEETING_RULES = graphql(`query MeetingRules($id: ID!) { evaluationSession(id: $id) { id rules { document } } }`);

/** The newest revision, for acts that name the one they are based on. */
export const ROOM_REVISION = graphql(`query RoomRevision($id: ID!) { evaluationSession(id: $id) { id revision } }`);
export const PROCEEDINGS = graphql(`query Proceedings($id: ID!) { agendaItem(id: $id) { id proceedings { notes revision } } }`);

export const CALL_ROLL = graphql(`mutation CallRoll($input: CallRollInput!) { callRoll(input: $input) { id } }`);
export const OPEN_SITTING = graphql(`mutation OpenSitting($input: OpenSittingInput!) { openSitting(input: $input) { id state revision } }`);
export const END_SITTING = graphql(`mutation EndSitting($input: EndSittingInput!) { endSitting(input: $input) { id state revision } }`);
export const NAME_BOARD = graphql(`mutation NameCountingBoard($input: NameCountingBoardInput!) { nameCountingBoard(input: $input) { id state revision } }`);
export const SHOW_ITEM = graphql(`mutation ShowItem($itemId: ID!) { showItem(itemId: $itemId) { id } }`);
export const OPEN_BALLOT = graphql(`mutation OpenBallot($itemId: ID!) { openBallot(itemId: $itemId) { id } }`);
export const CAST_BALLOT = graphql(`mutation CastBallot($input: CastBallotInput!) { castBallot(input: $input) }`);
export const CLOSE_BALLOT = graphql(`mutation CloseBallot($itemId: ID!) { closeBallot(itemId: $itemId) { id } }`);
export const ANNUL_BALLOT = graphql(`mutation AnnulBallot($input: AnnulBallotInput!) { annulBallot(input: $input) { id } }`);
export const SAVE_PROCEEDINGS = graphql(`mutation SaveProceedings($input: SaveProceedingsInput!) { saveProceedings(input: $input) { id proceedings { notes revision } } }`);
export const COUNT_SESSION = graphql(`mutation CountSession($input: SessionActInput!) { countSession(input: $input) { id state revision } }`);
export const DRAFT_MINUTES = graphql(`mutation DraftMinutes($input: DraftMinutesInput!) { draftMinutes(input: $input) { id state revision } }`);
export const SIGN_MINUTES = graphql(`mutation SignMinutes($input: SignMinutesInput!) { signMinutes(input: $input) { id state revision } }`);
