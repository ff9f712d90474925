// Under Jest a CommonJS package that requires Nest fails unless the ES modules of Nest were loaded before it.
import 'reflect-metadata';
import '@nestjs/common';
import '@nestjs/core';

// Jest keeps a hundred frames of every error and maps each to its source; the refusals that the product makes by the thousand are not read.
Error.stackTraceLimit = 15;
