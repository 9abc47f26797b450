/** A place where one part of a build leaves a value for another. */
export interface Handover<Value> {
  /** Leave a value in place of any former one; returns it. */
  offer(value: Value): Value;
  /** The value, undefined before there is one. */
  take(): Value | undefined;
}

/**
 * Hand a value over between parts that are bundled apart (pages, the loader, integrations), and so share no module: all
 * see the key of that name of the one process.
 */
export function handover<Value>(name: string): Handover<Value> {
  const key = Symbol.for(`fixrate.${name}`);
  const shared = globalThis as { [key]?: Value };
  return {
    offer: (value) => {
      shared[key] = value;
      return value;
    },
    take: () => shared[key],
  };
}
