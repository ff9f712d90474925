import { Field, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PARENT, TypeAccess } from '@kit/graphql';

export const MailMode = { AT_ONCE: 'AT_ONCE', DAILY: 'DAILY', NEVER: 'NEVER' } as const;
export type MailMode = keyof typeof MailMode;

export const MailLanguage = { VI: 'VI', EN: 'EN' } as const;
export type MailLanguage = keyof typeof MailLanguage;

registerEnumType(MailMode, {
  name: 'MailMode',
  description: 'When somebody gets mail about their notices.',
  valuesMap: {
    AT_ONCE: { description: 'Each at once.' }, DAILY: { description: 'All of a day in one mail at 07:30.' },
    NEVER: { description: 'None, except about the security of the account.' },
  },
});
registerEnumType(MailLanguage, {
  name: 'MailLanguage',
  description: 'The language of mails.',
  valuesMap: { VI: { description: 'Vietnamese.' }, EN: { description: 'English.' } },
});

@ObjectType({ description: "How the viewer gets mail." })
@TypeAccess(PARENT)
export class MailPreferences {
  @Field(() => MailMode)
  mode: MailMode;

  @Field({ description: 'Whether mail that can wait is kept back from 21:00 to 06:30.' })
  hasQuietHours: boolean;

  @Field(() => MailLanguage)
  language: MailLanguage;

  @Field(() => String, { nullable: true, description: 'Where mail goes; administrators enter it. Null: nowhere.' })
  address: string | null;

  @Field({ description: 'Whether this installation sends mail at all.' })
  isConnected: boolean;
}

@InputType()
export class MailPreferencesInput {
  @Field(() => MailMode)
  mode: MailMode;

  @Field()
  hasQuietHours: boolean;

  @Field(() => MailLanguage)
  language: MailLanguage;
}
