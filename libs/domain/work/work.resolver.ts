import { Query, Resolver } from '@nestjs/graphql';
import { currentViewer } from '@kit/context';
import { Access, SIGNED_IN_ACCESS } from '@kit/graphql';
import { WorkRepository } from './work.repository.js';
import { WorkItem } from './work.types.js';

@Resolver()
export class WorkResolver {
  constructor(private readonly work: WorkRepository) {}

  @Query(() => [WorkItem], { description: 'What waits for the viewer, the most pressing first; at most 500 lines.' })
  @Access(SIGNED_IN_ACCESS)
  myWork(): Promise<WorkItem[]> {
    return this.work.list(currentViewer());
  }
}
