import { Args, Field, ID, InputType, Mutation, Query, Resolver } from '@nestjs/graphql';
import { currentViewer } from '@kit/context';
import { Access } from '@kit/graphql';
import { KinshipsRepository } from '../data/kinships.repository.js';
import { KinshipKind } from '../model/closed-lists.js';
import { Kinship } from '../model/kinship.types.js';
import { DeclareKinship } from '../usecases/declare-kinship.js';
import { EndKinship } from '../usecases/end-kinship.js';

@InputType({ description: 'Somebody of the ward who is close to the viewer.' })
export class DeclareKinshipInput {
  @Field(() => ID, { description: 'NOT_FOUND when the ward has no such person; KINSHIP_TO_ONESELF; KINSHIP_DECLARED when it stands there already.' })
  personId: string;

  @Field(() => KinshipKind, { description: 'What that person is to the viewer.' })
  kind: KinshipKind;
}

/** What people say about themselves; every field here is the viewer's own. */
@Resolver()
export class KinshipResolver {
  constructor(
    private readonly kinships: KinshipsRepository,
    private readonly declare: DeclareKinship,
    private readonly end: EndKinship,
  ) {}

  @Query(() => [Kinship], { description: 'The ties the viewer declared and has not ended, by name; at most 100.' })
  @Access('kinship.read')
  myKinships(): Promise<Kinship[]> {
    return this.kinships.own(currentViewer());
  }

  @Mutation(() => [Kinship], {
    description: 'Declares a tie; from now on neither of the two judges the other’s initiatives unless the rules leave it to the chair. Answers all ties. KINSHIP_TO_ONESELF, KINSHIP_DECLARED, LIMIT_EXCEEDED, NOT_FOUND.',
  })
  @Access('kinship.declare')
  async declareKinship(@Args('input') input: DeclareKinshipInput): Promise<Kinship[]> {
    await this.declare.execute(input);
    return this.kinships.own(currentViewer());
  }

  @Mutation(() => [Kinship], { description: 'Ends a tie of the viewer. Conflicts that a running session has found by it stay there. Answers the others. NOT_FOUND.' })
  @Access('kinship.declare')
  async endKinship(@Args('id', { type: () => ID }) id: string): Promise<Kinship[]> {
    await this.end.execute(id);
    return this.kinships.own(currentViewer());
  }
}
