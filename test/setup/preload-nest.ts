// Under Jest a CommonJS package that requires Nest fails unless the ES modules of Nest were loaded before it.
import 'reflect-metadata';
import '@nestjs/common';
import '@nestjs/core';
