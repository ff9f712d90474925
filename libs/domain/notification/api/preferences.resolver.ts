import { Args, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { ViewerProfile } from '@domain/identity';
import { currentViewer } from '@kit/context';
import { Access, SIGNED_IN_ACCESS } from '@kit/graphql';
import { PreferencesRepository } from '../data/preferences.repository.js';
import { MailPreferences, MailPreferencesInput } from '../model/preferences.types.js';
import { Notifiers } from '../notifier.js';

/** How the viewer gets mail; nobody chooses for another. */
@Resolver(() => ViewerProfile)
export class PreferencesResolver {
  constructor(
    private readonly preferences: PreferencesRepository,
    private readonly notifiers: Notifiers,
  ) {}

  @ResolveField(() => MailPreferences, { description: 'How the viewer gets mail.' })
  async mailPreferences(): Promise<MailPreferences> {
    return { ...(await this.preferences.of(currentViewer())), isConnected: this.notifiers.connected().length > 0 };
  }

  @Mutation(() => MailPreferences, { description: 'Chooses how the viewer gets mail; what is queued already keeps its time.' })
  @Access(SIGNED_IN_ACCESS)
  async saveMailPreferences(@Args('input') input: MailPreferencesInput): Promise<MailPreferences> {
    await this.preferences.save(currentViewer(), input);
    return this.mailPreferences();
  }
}
