import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Person } from '@domain/organisation';
import { DateTime, PARENT, TypeAccess } from '@kit/graphql';
import { BallotChoice, BallotMethod, BallotState, CouncilRole, MinutesKind, Outcome, SigningCapacity } from './closed-lists.js';

@ObjectType({ description: 'One meeting of a session; adjourned, the council meets again.' })
@TypeAccess(PARENT)
export class Sitting {
  @Field(() => ID)
  id: string;

  @Field(() => Int, { description: 'From 1.' })
  number: number;

  @Field(() => Person)
  presiding: Person;

  @Field(() => String, { nullable: true, description: 'Written authorisation of a deputy who presides.' })
  authorisation: string | null;

  @Field(() => Int, { description: 'Voting members of the session.' })
  appointed: number;

  @Field(() => Int, { description: 'Voting members in the room at the opening.' })
  present: number;

  @Field(() => Int, { description: 'Voting members a quorum takes (INV-16).' })
  required: number;

  @Field(() => DateTime)
  openedAt: Date;

  @Field(() => DateTime, { nullable: true })
  endedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'ADJOURNED or CLOSED; null while it lasts.' })
  ending: string | null;

  @Field(() => String, { nullable: true })
  endingReason: string | null;
}

@ObjectType({ description: 'One stay of a member in the meeting.' })
@TypeAccess(PARENT)
export class Stay {
  @Field({ description: 'PRESENT or ONLINE.' })
  mode: string;

  @Field(() => DateTime)
  inAt: Date;

  @Field(() => DateTime, { nullable: true })
  outAt: Date | null;
}

@ObjectType({ description: 'A member in the roll-call.' })
@TypeAccess(PARENT)
export class RollEntry {
  @Field(() => Person)
  person: Person;

  @Field(() => CouncilRole)
  role: CouncilRole;

  @Field()
  isVoting: boolean;

  @Field(() => String, { nullable: true, description: 'PRESENT or ONLINE when the member is in the room now, else null.' })
  mode: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Since when the member is in the room.' })
  since: Date | null;

  @Field(() => [Stay])
  stays: Stay[];

  @Field(() => Boolean, { nullable: true, description: 'Of an absence that was noted; null without one.' })
  isExcused: boolean | null;

  @Field(() => String, { nullable: true })
  absenceReason: string | null;

  @Field(() => String, { nullable: true, description: 'Read out and kept, never counted (INV-21).' })
  writtenOpinion: string | null;
}

@ObjectType({ description: 'The meeting of a session: who is there, and what everybody looks at.' })
@TypeAccess(PARENT)
export class Meeting {
  @Field(() => [Sitting], { description: 'By number; the last one may still be open.' })
  sittings: Sitting[];

  @Field(() => [RollEntry], { description: 'By position on the council.' })
  attendance: RollEntry[];

  @Field(() => [Person], { description: 'Ban kiểm phiếu; empty before it is named.' })
  countingBoard: Person[];

  @Field(() => ID, { nullable: true, description: 'The item the council treats; null when there is none, or when it is closed to the viewer.' })
  currentItemId: string | null;

  @Field({ description: 'Whether the council treats an item that is not for the viewer, who leaves the room for it (INV-11).' })
  isClosedToViewer: boolean;
}

@ObjectType({ description: 'Who received a ballot. Of a secret one nobody ever learns more.' })
@TypeAccess(PARENT)
export class BallotIssue {
  @Field(() => Person)
  person: Person;

  @Field()
  isReturned: boolean;

  @Field(() => BallotChoice, { nullable: true, description: 'In an open vote, once it is closed; always null in a secret one.' })
  choice: BallotChoice | null;
}

@ObjectType({ description: 'A vote on one item. While it is open nothing is shown but how many have voted (INV-19, INV-22).' })
@TypeAccess(PARENT)
export class Ballot {
  @Field(() => ID)
  id: string;

  @Field(() => Int, { description: 'From 1; a vote that was annulled is taken again.' })
  round: number;

  @Field(() => BallotMethod)
  method: BallotMethod;

  @Field(() => BallotState)
  state: BallotState;

  @Field(() => Int, { description: 'Voting members of the session.' })
  appointed: number;

  @Field(() => Int, { description: 'Of them, recused on the item.' })
  recused: number;

  @Field(() => Int, { description: 'In the room when it opened, recused ones included.' })
  present: number;

  @Field(() => Int, { description: 'Members a quorum takes.' })
  required: number;

  @Field(() => Int, { description: 'Ballots handed out.' })
  issued: number;

  @Field(() => Int, { description: 'Ballots that came back so far.' })
  returned: number;

  @Field(() => Int, { nullable: true, description: 'Null until it is closed, as all that follow.' })
  valid: number | null;

  @Field(() => Int, { nullable: true })
  invalid: number | null;

  @Field(() => Int, { nullable: true })
  agree: number | null;

  @Field(() => Int, { nullable: true })
  disagree: number | null;

  @Field(() => String, { nullable: true })
  annulReason: string | null;

  @Field(() => DateTime)
  openedAt: Date;

  @Field(() => DateTime, { nullable: true })
  closedAt: Date | null;

  @Field({ description: 'Whether the viewer received one.' })
  isMine: boolean;

  @Field({ description: 'Whether the viewer has voted; never how.' })
  hasVoted: boolean;

  @Field(() => [BallotIssue], { nullable: true, description: 'For chair and secretary, once the vote is over; null while it is open, and for everybody else.' })
  issues: BallotIssue[] | null;
}

@ObjectType({ description: 'What the secretary wrote down about an item; part of the minutes.' })
@TypeAccess(PARENT)
export class Proceedings {
  @Field()
  notes: string;

  @Field(() => Int, { description: 'Name the one last read when you save.' })
  revision: number;
}

@ObjectType({ description: 'How an item was voted on (INV-22, INV-23).' })
@TypeAccess(PARENT)
export class VoteOutcome {
  @Field(() => BallotMethod)
  method: BallotMethod;

  @Field({ description: 'ALL_APPOINTED, APPOINTED_MINUS_RECUSED or PRESENT.' })
  base: string;

  @Field(() => Int, { description: 'Members the majority is taken of.' })
  baseCount: number;

  @Field(() => Int, { description: 'Votes in favour that pass.' })
  needed: number;

  @Field(() => Int)
  appointed: number;

  @Field(() => Int)
  recused: number;

  @Field(() => Int)
  present: number;

  @Field(() => Int)
  issued: number;

  @Field(() => Int)
  returned: number;

  @Field(() => Int)
  valid: number;

  @Field(() => Int)
  invalid: number;

  @Field(() => Int)
  agree: number;

  @Field(() => Int)
  disagree: number;
}

@ObjectType({ description: 'An item in minutes.' })
@TypeAccess(PARENT)
export class MinutedItem {
  @Field(() => ID)
  itemId: string;

  @Field()
  code: string;

  @Field()
  title: string;

  @Field()
  notes: string;

  @Field(() => Outcome)
  outcome: Outcome;

  @Field(() => VoteOutcome, { nullable: true })
  vote: VoteOutcome | null;
}

@ObjectType({ description: 'A signature under minutes.' })
@TypeAccess(PARENT)
export class MinutesSignature {
  @Field(() => Person)
  person: Person;

  @Field(() => SigningCapacity)
  capacity: SigningCapacity;

  @Field(() => DateTime)
  signedAt: Date;
}

@ObjectType({ description: 'Biên bản: of the meeting, or of the counting of secret ballots.' })
@TypeAccess(PARENT)
export class Minutes {
  @Field(() => ID)
  id: string;

  @Field(() => MinutesKind)
  kind: MinutesKind;

  @Field(() => Int, { description: 'Drafted how often.' })
  number: number;

  @Field({ description: 'Of its whole content; name it when you sign.' })
  sha256: string;

  @Field(() => DateTime)
  draftedAt: Date;

  @Field({ description: 'The conclusion of whoever presided.' })
  conclusion: string;

  @Field(() => [MinutedItem], { description: 'Without the items on which the viewer is recused.' })
  items: MinutedItem[];

  @Field(() => [MinutesSignature])
  signatures: MinutesSignature[];
}

@ObjectType({ description: 'The hash over the record of a locked session (INV-24); `console session:verify` recomputes it.' })
@TypeAccess(PARENT)
export class SessionSeal {
  @Field()
  sha256: string;

  @Field(() => DateTime)
  sealedAt: Date;
}
