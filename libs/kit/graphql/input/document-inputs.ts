import type { Fault } from '@kit/errors';
import { type DocumentNode, Kind, visit } from 'graphql';
import { checkKey, cleanString } from './text.js';

/** What a document itself says about its inputs. */
export interface DocumentInputs {
  /** Where each variable first goes: `$title` in `input: { title: $title }` goes to `['input', 'title']`. */
  readonly places: ReadonlyMap<string, readonly string[]>;
  /** Literals that must be refused. */
  readonly faults: readonly Fault[];
}

const known = new WeakMap<DocumentNode, DocumentInputs>();

/**
 * Looks through the literals and variables of a document, once per document.
 * Text literals are turned into their stored form in place: the document belongs to this server alone.
 */
export function documentInputs(document: DocumentNode): DocumentInputs {
  let inputs = known.get(document);
  if (!inputs) known.set(document, (inputs = inspect(document)));
  return inputs;
}

/** The input path that a variable of the operation stands for. */
export function placeOf(inputs: DocumentInputs, variable: string): readonly string[] {
  return inputs.places.get(variable) ?? [variable];
}

function inspect(document: DocumentNode): DocumentInputs {
  const places = new Map<string, readonly string[]>();
  const faults: Fault[] = [];
  const path: string[] = [];
  const named = {
    enter: (node: { readonly name: { readonly value: string } }): void => {
      checkKey(node.name.value, path, faults);
      path.push(node.name.value);
    },
    leave: (): void => void path.pop(),
  };
  visit(document, {
    Argument: named,
    ObjectField: named,
    Variable: (node, _key, parent) => {
      const isDefinition = parent !== undefined && 'kind' in parent && parent.kind === Kind.VARIABLE_DEFINITION;
      if (!isDefinition && !places.has(node.name.value)) places.set(node.name.value, [...path]);
    },
    StringValue: (node) => {
      (node as { value: string }).value = cleanString(node.value, [...path], faults);
    },
  });
  return { places, faults };
}
