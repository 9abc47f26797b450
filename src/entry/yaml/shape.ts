import type { z } from 'zod';

interface Definition {
  type: string;
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  valueType?: z.ZodType;
  innerType?: z.ZodType;
  in?: z.ZodType;
  out?: z.ZodType;
  options?: z.ZodType[];
}

/** What a schema knows of the keys of an object in it. */
export interface ObjectShape {
  keys: string[];
  /** The description that the schema gives a key, or null. */
  describe(key: string): string | null;
}

/** Find the object at a path of a schema; null where no object with named keys stands there. */
export function shapeAt(schema: z.ZodType, path: readonly PropertyKey[]): ObjectShape | null {
  const objects = path
    .reduce<z.ZodType[]>((found, step) => found.flatMap((one) => children(one, step)), [schema])
    .flatMap(unwrap)
    .flatMap((one) => (definition(one).shape === undefined ? [] : [definition(one).shape ?? {}]));
  if (objects.length === 0) return null;
  const shape: Record<string, z.ZodType> = Object.assign({}, ...objects);
  return {
    keys: Object.keys(shape),
    describe: (key) => {
      const field = shape[key];
      return field === undefined ? null : describe(field);
    },
  };
}

function children(schema: z.ZodType, step: PropertyKey): z.ZodType[] {
  return unwrap(schema).flatMap((one) => {
    const { shape, element, valueType } = definition(one);
    if (shape !== undefined) return shape[String(step)] ?? [];
    return element ?? valueType ?? [];
  });
}

/** The schemas that hold data, beneath defaults, nullables, transforms and unions. */
function unwrap(schema: z.ZodType): z.ZodType[] {
  const { type, innerType, in: input, out, options } = definition(schema);
  if (innerType !== undefined) return unwrap(innerType);
  if (type === 'pipe') return [input, out].flatMap((one) => (one === undefined ? [] : unwrap(one)));
  return options === undefined ? [schema] : options.flatMap(unwrap);
}

function describe(schema: z.ZodType): string | null {
  const own = schema.description;
  if (own !== undefined) return own;
  const { innerType } = definition(schema);
  return innerType === undefined ? null : describe(innerType);
}

function definition(schema: z.ZodType): Definition {
  return schema.def as unknown as Definition;
}
