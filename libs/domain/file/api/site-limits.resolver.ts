import { Int, ResolveField, Resolver } from '@nestjs/graphql';
import { Site } from '@domain/organisation';
import { LARGEST_DOCUMENT, LARGEST_VIDEO } from '../domain/file-limits.js';
import { ALLOWED_TYPES } from '../domain/file-types.js';

/** What the site says about files, so that the web app can refuse one before it is sent. */
@Resolver(() => Site)
export class SiteLimitsResolver {
  @ResolveField(() => Int, { description: 'Bytes of the largest file that is taken, films apart.' })
  maxUploadBytes(): number {
    return LARGEST_DOCUMENT;
  }

  @ResolveField(() => Int, { description: 'Bytes of the largest film (video/…) that is taken.' })
  maxVideoBytes(): number {
    return LARGEST_VIDEO;
  }

  @ResolveField(() => [String], { description: 'Media types that are taken, such as "application/pdf".' })
  allowedFileTypes(): string[] {
    return ALLOWED_TYPES.map(({ type }) => type);
  }
}
