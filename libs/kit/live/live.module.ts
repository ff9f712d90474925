import { Global, Module } from '@nestjs/common';
import { LiveReaders } from './live-readers.js';
import { LiveSignals } from './live-signals.js';

/** Lets every feature say that something changed, and decide who may hear it. */
@Global()
@Module({ providers: [LiveReaders, LiveSignals], exports: [LiveReaders, LiveSignals] })
export class LiveModule {}
