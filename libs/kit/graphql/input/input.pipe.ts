import { type ArgumentMetadata, Injectable, type PipeTransform, type Type } from '@nestjs/common';
import { TypeMetadataStorage } from '@nestjs/graphql';
import { type Fault, ValidationFailed } from '@kit/errors';
import { validateSync } from 'class-validator';
import { faultsOf } from './class-faults.js';

type Path = readonly (string | number)[];
type InputClass = Type<object>;

/**
 * Turns the plain arguments of a resolver into instances of their `@InputType` and `@ArgsType` classes and
 * checks the decorators of class-validator on them, nested inputs included: neither `@Type`, `@ValidateNested`
 * nor `@IsOptional` is needed, because the GraphQL type already says what is nested and what may be missing.
 *
 * @throws ValidationFailed with every fault, its input path and a stable code.
 */
@Injectable()
export class InputPipe implements PipeTransform {
  transform(value: unknown, { metatype, data }: ArgumentMetadata): unknown {
    if (!metatype || typeof value !== 'object' || value === null) return value;
    const faults: Fault[] = [];
    const input = instanceOf(metatype as InputClass, value, data === undefined ? [] : [data], faults);
    ValidationFailed.throwIfAny(faults);
    return input;
  }
}

function instanceOf(type: InputClass, value: object, path: Path, faults: Fault[]): object {
  const nested = nestedInputs(type);
  if (!nested) return value;
  const input = new type() as Record<string, unknown>;
  for (const [name, given] of Object.entries(value)) {
    // An explicit null for an argument with a default means the default: `first: null`.
    if (given === null && input[name] !== undefined) continue;
    const inner = nested.get(name);
    input[name] = inner ? nestedInstance(inner, given, [...path, name], faults) : given;
  }
  // GraphQL has refused missing and unknown fields already.
  faults.push(...faultsOf(type, validateSync(input, { skipMissingProperties: true, forbidUnknownValues: false }), path));
  return input;
}

function nestedInstance(type: InputClass, value: unknown, path: Path, faults: Fault[]): unknown {
  if (Array.isArray(value)) return value.map((item, index) => nestedInstance(type, item, [...path, index], faults));
  return typeof value === 'object' && value !== null ? instanceOf(type, value, path, faults) : value;
}

const known = new Map<InputClass, ReadonlyMap<string, InputClass> | null>();

/** The fields of an input class that hold other inputs; `null` for a class that is no GraphQL input. */
function nestedInputs(type: InputClass): ReadonlyMap<string, InputClass> | null {
  let nested = known.get(type);
  if (nested === undefined) known.set(type, (nested = inspect(type)));
  return nested;
}

function inspect(type: InputClass): ReadonlyMap<string, InputClass> | null {
  let isInput = false;
  const nested = new Map<string, InputClass>();
  for (let current: unknown = type; typeof current === 'function' && current !== Function.prototype;) {
    const metadata =
      TypeMetadataStorage.getInputTypeMetadataByTarget(current as InputClass) ??
      TypeMetadataStorage.getArgumentsMetadataByTarget(current as InputClass);
    isInput ||= metadata !== undefined;
    for (const field of metadata?.properties ?? []) {
      const target: unknown = field.typeFn();
      const item: unknown = Array.isArray(target) ? target.flat(9)[0] : target;
      if (isInputClass(item) && !nested.has(field.name)) nested.set(field.name, item);
    }
    current = Object.getPrototypeOf(current);
  }
  return isInput ? nested : null;
}

function isInputClass(type: unknown): type is InputClass {
  return typeof type === 'function' && TypeMetadataStorage.getInputTypeMetadataByTarget(type as InputClass) !== undefined;
}
