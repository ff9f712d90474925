import { Module } from '@nestjs/common';
import { WorkRepository } from './work.repository.js';
import { WorkResolver } from './work.resolver.js';
import { WorkSources } from './work-source.js';

@Module({ providers: [WorkSources, WorkRepository, WorkResolver], exports: [WorkSources] })
export class WorkModule {}
