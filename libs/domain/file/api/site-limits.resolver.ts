import { Int, ResolveField, Resolver } from '@nestjs/graphql';
import { Site } from '@domain/organisation';
import { ALLOWED_TYPES, LARGEST_FILE } from '../domain/file-types.js';

/** What the site says about files, so that the web app can refuse one before it is sent. */
@Resolver(() => Site)
export class SiteLimitsResolver {
  @ResolveField(() => Int, { description: 'Bytes of the largest file that is taken.' })
  maxUploadBytes(): number {
    return LARGEST_FILE;
  }

  @ResolveField(() => [String], { description: 'Media types that are taken, such as "application/pdf".' })
  allowedFileTypes(): string[] {
    return ALLOWED_TYPES.map(({ type }) => type);
  }
}
