import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { LocalDate, TypeAccess } from '@kit/graphql';
import { KinshipKind } from './closed-lists.js';
import { Person } from './organisation.types.js';

registerEnumType(KinshipKind, {
  name: 'KinshipKind',
  description: 'What another person is to the one who declares it. The first four bar a council member from an initiative of that person for good; of the others the chair decides (INV-11).',
  valuesMap: {
    SPOUSE: { description: 'Vợ hoặc chồng.' },
    PARENT: { description: 'Cha hoặc mẹ.' },
    CHILD: { description: 'Con.' },
    SIBLING: { description: 'Anh, chị hoặc em ruột.' },
    IN_LAW: { description: 'Cha mẹ, anh chị em, con bên vợ hoặc bên chồng.' },
    OTHER_INTEREST: { description: 'Another tie that could be taken for partiality: shared business, close friendship, dispute.' },
  },
});

@ObjectType({ description: 'A tie between the viewer and somebody of the ward, as the viewer declared it. Nobody else ever reads it.' })
@TypeAccess('kinship.read')
export class Kinship {
  @Field(() => ID)
  id: string;

  @Field(() => Person, { description: 'The other one.' })
  person: Person;

  @Field(() => KinshipKind, { description: 'What that person is to the viewer.' })
  kind: KinshipKind;

  @Field(() => LocalDate, { description: 'Day of the declaration.' })
  validFrom: string;

  // For the policy; not part of the schema.
  tenantId: string;
  declaredById: string;
}
