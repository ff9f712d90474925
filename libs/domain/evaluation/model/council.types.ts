import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Person } from '@domain/organisation';
import { LocalDate, PARENT, TypeAccess } from '@kit/graphql';
import { CouncilRole } from './closed-lists.js';

@ObjectType({ description: 'Somebody appointed to a council.' })
@TypeAccess(PARENT)
export class CouncilMember {
  @Field(() => ID)
  id: string;

  @Field(() => Person)
  person: Person;

  @Field(() => CouncilRole)
  role: CouncilRole;

  @Field({ description: 'Whether the member scores and votes.' })
  isVoting: boolean;

  @Field(() => Int, { description: 'Place in the decision, from 1.' })
  position: number;

  @Field(() => LocalDate)
  validFrom: string;

  @Field(() => LocalDate, { nullable: true, description: 'Last day; null: to the end of the term.' })
  validTo: string | null;

  @Field(() => ID, { nullable: true, description: 'The appointment that took the place of this one.' })
  replacedById: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the decision that appointed a replacement; null for the members the council was established with.' })
  basisNumber: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Day of that decision.' })
  basisDate: string | null;
}

@ObjectType({ description: 'Hội đồng sáng kiến (Decree 13/2012 Art. 8): exactly one chair and one secretary, at least three voting members (INV-13).' })
@TypeAccess('council.read')
export class Council {
  @Field(() => ID)
  id: string;

  @Field()
  name: string;

  @Field({ description: 'Number of the decision that established it, such as "12/QĐ-UBND".' })
  decisionNumber: string;

  @Field(() => LocalDate)
  decisionDate: string;

  @Field(() => LocalDate)
  termFrom: string;

  @Field(() => LocalDate, { description: 'Last day of the term.' })
  termTo: string;

  @Field(() => [CouncilMember], { description: 'By position.' })
  members: CouncilMember[];

  // For the policy; not part of the schema.
  tenantId: string;
  memberIds: string[];
}
