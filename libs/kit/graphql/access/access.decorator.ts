import 'reflect-metadata';
import { Extensions } from '@nestjs/graphql';

/** Access of a root field or type that everybody may reach, signed in or not. */
export const PUBLIC = 'public';
/** Access of a root field or field for every signed-in viewer; the use case decides the rest. */
export const SIGNED_IN_ACCESS = 'signedIn';
/** Access of a type that is only reachable through another one and is as visible as that. */
export const PARENT = 'parent';

/** Metadata key under which a resolver method remembers what `@Access` declared. */
export const ACCESS_METADATA = 'khoi:access';

/**
 * States who may use a root field, or who may read a field that is tighter than its type.
 *
 * On root fields the viewer must hold *some* grant of the action, otherwise UNAUTHENTICATED or FORBIDDEN;
 * the use case then decides on the object. On fields of an object the policy is asked with the parent object
 * as facts; a refused field answers `null` (a list answers `[]`), so it must be nullable or a list.
 *
 * @param action an action of a policy (`initiative.read`), `public` or `signedIn`.
 */
export function Access(action: string): MethodDecorator & PropertyDecorator {
  const extend = Extensions({ access: action });
  return (target: object, key: string | symbol, descriptor?: PropertyDescriptor) => {
    if (typeof descriptor?.value === 'function') Reflect.defineMetadata(ACCESS_METADATA, action, descriptor.value);
    (extend as PropertyDecorator)(target, key);
  };
}

/**
 * States who may see objects of this type. Whoever answers with such an object has asked the policy:
 * the statement is checked for presence at boot and printed to `docs/permissions.md`.
 *
 * @param access an action of a policy, `public`, `signedIn`, or `parent` for "whoever could reach the parent".
 */
export function TypeAccess(access: string): ClassDecorator {
  return Extensions({ access });
}
